import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from zhunru.tenancy import upkeep
from zhunru.tenancy.context import current
from zhunru.tenancy.names import APP
from zhunru.tenancy.roles import administrator, prepare_roles

ONE_AT_A_TIME = 7_243_001
"""Key of the advisory lock that a second `prepare` waits for."""


class Command(BaseCommand):
    help = "Bring the database to what this version needs: roles, migrations of every schema, privileges. Repeatable."
    requires_system_checks: list[str] = []  # the database is prepared before there is anything to serve

    def handle(self, *args: Any, **options: Any) -> None:
        if current().is_app:
            raise CommandError(f"DATABASE_URL must name an administrator's login, not {APP}.")
        began = time.monotonic()
        with administrator() as session:
            session.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
            prepare_roles(session)
            done, changes = self._migrate()
        self.stdout.write(
            f"Migrated: {', '.join(done) or 'nothing'}; privileges changed: {changes}; {time.monotonic() - began:.1f} s"
        )

    def _migrate(self) -> tuple[list[str], int]:
        done = ["public"] if upkeep.migrate_public() else []
        done += ["template"] if upkeep.migrate_template() else []
        changes = upkeep.settle_public()
        return done + upkeep.migrate_townships(), changes
