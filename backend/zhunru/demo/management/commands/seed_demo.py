from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from zhunru.demo.budgets import create_budgets
from zhunru.demo.certificates import create_certificates
from zhunru.demo.contracts import create_contracts
from zhunru.demo.county import create_county
from zhunru.demo.editions import create_editions
from zhunru.demo.matters import create_matters
from zhunru.demo.papers import create_papers
from zhunru.demo.people import create_accounts
from zhunru.demo.states import create_states
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration county; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--without-matters", action="store_true", help="divisions, lists and accounts only")

    def handle(self, *, without_matters: bool, **_: Any) -> None:
        with county_context():
            create_county()
            create_accounts()
            create_budgets()
            if not without_matters and create_matters():
                create_states()
                create_editions()
                create_contracts()
                create_certificates()
                create_papers()
