from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zhunru.divisions.models import Township
from zhunru.oversight import rebuilding
from zhunru.tenancy.context import county_context, current
from zhunru.tenancy.names import APP


class Command(BaseCommand):
    help = "Derive the county's facts anew from every township's own tables; --check only compares."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 and list what differs")

    def handle(self, *, check: bool, **_: Any) -> None:
        if current().is_app:
            raise CommandError(f"DATABASE_URL must name an administrator's login, not {APP}.")
        with county_context():
            townships = list(Township.objects.all())
            found = rebuilding.strangers()
        found += [line for township in townships for line in rebuilding.differences(township)]
        for line in found:
            self.stdout.write(line)
        if check and found:
            raise CommandError(f"{len(found)} facts differ from what the townships hold.", returncode=1)
        if not check:
            self._rebuild(townships)
        self.stdout.write(f"{len(townships)} townships, {len(found)} differences{'' if check else ' mended'}.")

    def _rebuild(self, townships: list[Township]) -> None:
        with county_context():
            rebuilding.forget_strangers()
        for township in townships:
            rebuilding.rebuild(township)
