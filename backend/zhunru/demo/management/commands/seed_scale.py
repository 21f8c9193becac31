import json
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zhunru.demo.scale.scopes import TooManyError
from zhunru.demo.scale.seeding import NotTheDemoError, seed


class Command(BaseCommand):
    help = "Fill the demo's database with made-up years of work, to measure on. Prints what was written and how fast."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--applications", type=int, default=10_000)
        parser.add_argument("--placements", type=int, default=200_000)

    def handle(self, *, applications: int, placements: int, **_: Any) -> None:
        began = perf_counter()
        try:
            counts = seed(applications, placements, tell=self.stdout.write)
        except (NotTheDemoError, TooManyError) as error:
            raise CommandError(str(error)) from error
        seconds = round(perf_counter() - began, 1)
        self.stdout.write(json.dumps(counts | {"seconds": seconds}, ensure_ascii=False))
