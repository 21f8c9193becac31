from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from zhunru.demo.editions import hear
from zhunru.lists.models import Edition
from zhunru.tenancy.context import county_context


class Command(BaseCommand):
    help = "Every department and township of the demo has no objection to the draft of a list."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition", type=int, help="its id, as in the address of its page")

    def handle(self, *, edition: int, **_: Any) -> None:
        with county_context():
            hear(Edition.objects.get(pk=edition, status=Edition.Status.CONSULTATION))
