import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from zhunru.demo.people import PASSWORD, accounts, one_per_role
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Print the log-ins of the demonstration, one per role, as JSON on one line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="every account")

    def handle(self, *, all: bool, **_: Any) -> None:
        with county_context():
            found = [
                {
                    "role": str(account.role.label),
                    "host": account.host,
                    "username": account.username,
                    "password": PASSWORD,
                }
                for account in (accounts() if all else one_per_role())
            ]
        self.stdout.write(json.dumps(found, ensure_ascii=False))
