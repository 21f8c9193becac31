from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from zhunru.admissions.sweeping import sweep


class Command(BaseCommand):
    help = (
        "Do what time brings: terms that are over, reminders, matters that end. The worker does it every morning; "
        "run by hand after an outage. Repeatable: what is done is not done again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--now", metavar="ISO", help="count as of this moment (2026-10-11T06:00+08:00), not after the present one"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        done = sweep(_moment(options["now"]))
        for name, tally in done.items():
            if tally.done or tally.failed or options["verbosity"] > 1:
                self.stdout.write(f"{name}: {tally.done}" + (f", failed: {tally.failed}" if tally.failed else ""))
        failed = sum(tally.failed for tally in done.values())
        if failed:
            raise CommandError(f"{failed} failed; the log says why. Run it again when that is mended.")
        self.stdout.write(f"Done: {sum(tally.done for tally in done.values())}")


def _moment(given: str | None) -> datetime:
    """CommandError for what is no moment, and for one to come: nothing ends before its time."""
    now = timezone.now()
    if given is None:
        return now
    try:
        moment = parse_datetime(given)
    except ValueError:
        moment = None
    if moment is None:
        raise CommandError(f"not a moment: {given!r}")
    moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
    if moment > now:
        raise CommandError("that moment is still to come")
    return moment
