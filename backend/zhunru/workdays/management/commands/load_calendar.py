from typing import Any

from django.core.management.base import BaseCommand

from zhunru.tenancy.context import county_context
from zhunru.workdays.seeding import seed


class Command(BaseCommand):
    help = "Take over the national holidays and make-up working days of every year that the library knows."

    def handle(self, **_options: Any) -> None:
        with county_context():
            report = seed()
        self.stdout.write("\n".join(report.lines()))
