from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.certificate_types.imports import FORBIDDEN, RETAINED, load_certificate_types
from zhunru.core.tables import TableError
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Take over the lists of certificates that villages may issue and that they may not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help=f"a folder with {RETAINED} and {FORBIDDEN}")

    def handle(self, *, folder: Path, **_options: Any) -> None:
        try:
            with county_context():
                lines = load_certificate_types(folder).lines()
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(lines))
