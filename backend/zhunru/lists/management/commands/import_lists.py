from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError
from zhunru.lists.imports import ASSEMBLED_FROM_LAW, import_lists
from zhunru.tenancy.context import county_context


def _number(text: str) -> int:
    """A number from 1 on; argparse tells the user about a ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


class Command(BaseCommand):
    help = "Take over the three lists as they were published, one edition each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, help="csv files, or a folder with statutory.csv, assist.csv, negative.csv"
        )
        parser.add_argument("--edition", type=_number, required=True, help="the edition's number")
        parser.add_argument("--effective-on", type=date.fromisoformat, required=True, help="such as 2026-01-01")
        parser.add_argument("--document-number", default="", help="of the paper with which it was published")
        parser.add_argument("--published-on", type=date.fromisoformat, help="2025-12-20; else the day of effect")
        parser.add_argument("--note", default=str(ASSEMBLED_FROM_LAW), help="what the lists are; shown with them")

    def handle(self, *, paths: list[Path], edition: int, **options: Any) -> None:
        given = {name: options[name] for name in ("effective_on", "note", "document_number", "published_on")}
        try:
            with county_context():
                report = import_lists(paths, number=edition, actor=SYSTEM, **given)
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(report.lines()))
