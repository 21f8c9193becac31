from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from zhunru.divisions.models import Township
from zhunru.divisions.townships import end_township


class Command(BaseCommand):
    help = "End a township: its hosts are no longer found (within half a minute); its data stay as they are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the township's nine digits")
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="YYYY-MM-DD; today if not given")

    def handle(self, *, code: str, on: date | None, **options: Any) -> None:
        township = Township.objects.filter(code=code, ended_on=None).first()
        if township is None:
            raise CommandError(f"no township {code} is at work")
        end_township(township, on=on or timezone.localdate())
        self.stdout.write(f"{township.name} has ended on {township.ended_on}")
