"""A program for `test_sweep_killed`: the sweep as the command runs it, telling of each row while its work is done and
not yet committed, so that whoever reads along can end it there."""

import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    _tell_of_rows()
    call_command("sweep", now=sys.argv[1])


def _tell_of_rows() -> None:
    from collections.abc import Callable

    from zhunru.admissions.sweeping import reminders, reviews, rows, terms, townships, urgency

    alone = rows.alone

    def telling(act: Callable[[], bool], what: str) -> rows.Tally:
        def told() -> bool:
            done = act()
            if done:
                sys.stdout.write(f"row {what}\n")
                sys.stdout.flush()
            return done

        return alone(told, what)

    for module in (rows, reminders, reviews, terms, townships, urgency):
        module.alone = telling  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
