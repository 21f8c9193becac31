"""A township's schema: made by replaying the template's, kept current by migrations, proven before it is used."""

import functools
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from psycopg.sql import SQL, Identifier

from zhunru.tenancy import acl, register, replay, stamps
from zhunru.tenancy.context import current
from zhunru.tenancy.names import TEMPLATE, checked_township
from zhunru.tenancy.privileges import township_grants
from zhunru.tenancy.roles import create_township_role


class Township(Protocol):
    """The register's row of a township, already saved."""

    no: int
    schema_name: str


class SchemaFaultError(Exception):
    """A township's schema is not what it must be; the message lists each fault."""


def provision(township: Township) -> None:
    """Give a new township its schema, its stamps and its role, in one transaction with whatever the caller does.

    Needs the owner's rights and a current template (`manage.py prepare`). Raises SchemaFaultError.
    """
    schema = checked_township(township.schema_name)
    with transaction.atomic(), connection.cursor() as cursor:
        made_by = _template()
        cursor.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
        with _inside(schema):
            cursor.execute(";".join(made_by))
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied) "
                "SELECT app, name, applied FROM template.django_migrations ORDER BY id"
            )
        create_township_role(cursor, schema)
        settle(township)
    register.forget()


def settle(township: Township) -> None:
    """Stamp, grant, verify, and note the migrations that the schema has seen."""
    with transaction.atomic():
        stamps.stamp(township.schema_name, township.no)
        settle_grants(township.schema_name)
        verify(township)
        register.townships().filter(no=township.no).update(schema_version=migrations_digest())


def settle_grants(schema: str) -> int:
    """Give the township's role what it may do in its schema, and nothing more; returns the number of changes."""
    return acl.settle(schema, _grants(schema))


def verify(township: Township) -> None:
    """Raise SchemaFaultError unless tables, checks, triggers, stamps and privileges are exactly as they must be."""
    schema = township.schema_name
    made, wanted = set(_statements(schema)), set(_template())
    faults = [f"lacks: {s}" for s in sorted(wanted - made)] + [f"has: {s}" for s in sorted(made - wanted)]
    faults += [f"without stamp: {table}" for table in stamps.unstamped(schema)]
    faults += [f"privilege: {' '.join(grant)}" for grant in acl.granted(schema) ^ _grants(schema)]
    if faults:
        raise SchemaFaultError(f"{schema}: " + "; ".join(faults))


def migrations_digest() -> str:
    """Stands for the set of migrations that every township's schema must have seen."""
    return hashlib.sha256("\n".join(f"{app}.{name}" for app, name in tenant_migrations()).encode()).hexdigest()


@functools.cache
def tenant_migrations() -> list[tuple[str, str]]:
    """App and name of each migration of the townships' apps, as they lie on the disk."""
    labels = {config.label for config in apps.get_app_configs() if config.name in settings.TENANT_APPS}
    return sorted(key for key in MigrationLoader(None).disk_migrations if key[0] in labels)


def is_current(schema: str) -> bool:
    """Whether `schema` has seen every migration of the townships' apps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{schema}.django_migrations"])
        if cursor.fetchone()[0] is None:
            return False
        cursor.execute(SQL("SELECT app, name FROM {}").format(Identifier(schema, "django_migrations")))
        return set(cursor.fetchall()) >= set(tenant_migrations())


_templates: dict[str, list[str]] = {}
"""The template's statements by digest of migrations: read once in a process."""


def _template() -> list[str]:
    digest = migrations_digest()
    if digest not in _templates:
        if not is_current(TEMPLATE):
            raise SchemaFaultError("the template has not seen all migrations: run `manage.py prepare` first")
        replay.refuse_rows(TEMPLATE, acl.tables(TEMPLATE))
        _templates[digest] = _statements(TEMPLATE)
    return _templates[digest]


def _statements(schema: str) -> list[str]:
    with _inside(schema):
        return replay.statements(schema)


@contextmanager
def _inside(schema: str) -> Iterator[None]:
    """Stand in `schema` in the middle of a transaction, as only the owner may."""
    connection = current()
    before = connection.realm
    connection.set_realm(schema)
    try:
        yield
    finally:
        connection.set_realm(before)


def _grants(schema: str) -> set[acl.Grant]:
    return township_grants(schema, acl.tables(schema))
