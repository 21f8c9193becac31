from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.accounts.imports import import_departments
from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Import the names of a county's departments."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="csv with the columns name_as_printed, short_name, ...")

    def handle(self, *, file: Path, **_options: Any) -> None:
        try:
            with county_context():
                report = import_departments(file, actor=SYSTEM)
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(report.lines()))
