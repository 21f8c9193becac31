from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.core.tables import TableError
from zhunru.divisions.imports import import_divisions


class Command(BaseCommand):
    help = "Import one county, its townships (as tenants) and its villages from a file of official division codes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="csv with the columns code, name, level, parent_code")
        parser.add_argument("--county", required=True, help="the county's six digits")
        parser.add_argument("--host", required=True, help="host name of the county, such as gongga.localhost")
        parser.add_argument("--base-domain", help="what township hosts end in; the county's host if not given")
        parser.add_argument(
            "--end-missing-on", type=date.fromisoformat, help="end villages that the file no longer holds on this day"
        )

    def handle(self, *, file: Path, county: str, host: str, **options: Any) -> None:
        try:
            report = import_divisions(
                file,
                county=county,
                host=host,
                base_domain=options["base_domain"] or host,
                end_missing_on=options["end_missing_on"],
            )
        except TableError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(report.lines()))
