from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError
from zhunru.purchases.clauses_import import CLAUSES, TEMPLATES, load_library
from zhunru.purchases.imports import FORBIDDEN, SERVICES, load_catalogue
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Take over the catalogue of services and, if the folder holds one, the clause library."

    def add_arguments(self, parser: ArgumentParser) -> None:
        files = f"{SERVICES} and {FORBIDDEN}, and perhaps {CLAUSES} and {TEMPLATES}"
        parser.add_argument("folder", type=Path, help=f"a folder with {files}")

    def handle(self, *, folder: Path, **_options: Any) -> None:
        try:
            with county_context():
                lines = load_catalogue(folder).lines()
                if (folder / CLAUSES).exists():
                    lines += load_library(folder, actor=SYSTEM).lines()
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(lines))
