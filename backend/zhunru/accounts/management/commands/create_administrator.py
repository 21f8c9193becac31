"""The first administrator of the county or of a township; all other accounts are made by administrators."""

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from zhunru.accounts import services
from zhunru.accounts.models import User
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.divisions.models import Township


class Command(BaseCommand):
    help = "Create an administrator for the county, or for the township of a 9-digit division code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", help="'county' or a township's division code")
        parser.add_argument("username")
        parser.add_argument("name")

    def handle(self, *, place: str, username: str, name: str, **_: Any) -> None:
        realm = place if place == COUNTY else self._township(place).schema_name
        role = Role.COUNTY_ADMIN if realm == COUNTY else Role.TOWNSHIP_ADMIN
        try:
            self._create(realm, role, username, name, getpass.getpass("Password: "))
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"{username}: {role.label}")

    def _township(self, code: str) -> Township:
        try:
            return Township.objects.get(code=code, ended_on=None)
        except Township.DoesNotExist:
            raise CommandError(f"no township is at work under the code {code}") from None

    @transaction.atomic
    def _create(self, realm: str, role: Role, username: str, name: str, password: str) -> User:
        user = services.create_user(realm=realm, username=username, name=name, password=password, actor=SYSTEM)
        services.add_membership(user, role=role, from_on=timezone.localdate(), actor=SYSTEM)
        return user
