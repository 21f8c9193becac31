from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.divisions.models import County
from zhunru.divisions.townships import found_township


class Command(BaseCommand):
    help = "Register a township of the county and give it its schema and its database role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the township's nine digits")
        parser.add_argument("name")
        parser.add_argument("host", help="host name of the township, such as jixiong.gongga.localhost")

    def handle(self, *, code: str, name: str, host: str, **options: Any) -> None:
        try:
            township = found_township(County.objects.get(), code=code, name=name, host=host)
        except (ValueError, County.DoesNotExist) as fault:
            raise CommandError(str(fault)) from None
        self.stdout.write(f"{township.name}: schema {township.schema_name}, number {township.no}, host {host}")
