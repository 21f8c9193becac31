"""Several commands of manage.py in one process: starting Django costs more than most of them.

python -m infra.commands prepare "seed_demo --without-matters" demo_logins
"""

from __future__ import annotations

import os
import sys

import django
from django.core.management import call_command
from django.db import connections


def main() -> None:
    """Run the commands in their order, each on a connection of its own; the first that fails ends it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    for command in sys.argv[1:]:
        name, *options = command.split()
        call_command(name, *options)
        connections.close_all()


if __name__ == "__main__":
    main()
