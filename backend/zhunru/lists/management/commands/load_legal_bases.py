from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError
from zhunru.lists.bases_import import COLUMNS, load_legal_bases
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = f"Enter replaced and renumbered articles into the register; columns: {', '.join(COLUMNS)}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE.csv")

    def handle(self, *, path: Path, **_options: Any) -> None:
        try:
            with county_context():
                report = load_legal_bases(path, actor=SYSTEM)
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(report.lines()))
