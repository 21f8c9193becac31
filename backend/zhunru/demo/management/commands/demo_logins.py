import json
from typing import Any

from django.core.management.base import BaseCommand

from zhunru.demo.people import PASSWORD, one_per_role
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Print one log-in per role as JSON on one line."

    def handle(self, **_: Any) -> None:
        with county_context():
            found = [
                {
                    "role": str(account.role.label),
                    "host": account.host,
                    "username": account.username,
                    "password": PASSWORD,
                }
                for account in one_per_role()
            ]
        self.stdout.write(json.dumps(found, ensure_ascii=False))
