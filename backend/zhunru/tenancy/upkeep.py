"""Bringing a database to what the code expects: the public schema, the template, every township. Repeatable.

Whatever migrates a schema, `prepare` or plain `migrate`, ends in `after_migration`: no table is left without its
stamp, its privileges and its proof.
"""

from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.sql import SQL, Identifier

from zhunru.tenancy import acl, privileges, provision, register, rows
from zhunru.tenancy.names import PUBLIC, TEMPLATE


def migrate_public() -> bool:
    """Migrate the public schema if it is behind; returns whether it was."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    _migrate(PUBLIC)
    return True


def migrate_template() -> bool:
    """Migrate the template if it is behind, creating it first if need be; returns whether it was."""
    if provision.is_current(TEMPLATE):
        return False
    with connection.cursor() as cursor:
        cursor.execute(SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(TEMPLATE)))
    _migrate(TEMPLATE)
    return True


def migrate_townships() -> list[str]:
    """Migrate the townships that are behind, ended ones too; returns their schemas. Privileges are settled for all."""
    behind = []
    for township in register.townships().order_by("no"):
        if township.schema_version == provision.migrations_digest():
            provision.settle_grants(township.schema_name)
        else:
            _migrate(township.schema_name)
            behind.append(township.schema_name)
    return behind


def settle_public() -> int:
    """Make privileges and row policies of the public schema those declared; returns the number of changes."""
    there = acl.tables(PUBLIC)
    wanted = privileges.public_grants(there)
    changes = acl.settle(PUBLIC, wanted)
    acl.use_of_sequences(PUBLIC, wanted)
    acl.use_of_functions(privileges.QUEUE_FUNCTIONS, privileges.QUEUE_ROLES)
    return changes + rows.settle_policies(there)


def after_migration(*, schema_name: str, **_: Any) -> None:
    """Receiver of django-tenants' signal, sent when a schema has been migrated."""
    if schema_name == PUBLIC:
        settle_public()
        migrate_template()
    elif schema_name != TEMPLATE:
        provision.settle(register.townships().get(schema_name=schema_name))


def _migrate(schema: str) -> None:
    call_command("migrate_schemas", schema_name=schema, interactive=False, verbosity=0)
