import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, models

from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.divisions.models import Township
from zhunru.placements.models import Placement
from zhunru.tenancy.context import current

In = Callable[..., AbstractContextManager[None]]
Sql = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def a(townships: list[Township]) -> Township:
    return townships[0]


@pytest.fixture
def b(townships: list[Township]) -> Township:
    return townships[1]


@pytest.fixture
def sql() -> Sql:
    """Say something to the server as the application could, raw; gives the rows it answers."""
    return run


def run(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Without parameters several statements may stand in one message, as in an injection."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []


def here() -> tuple[str, str]:
    """Role and search path, as the server has them."""
    role, path = run("SELECT current_user, array_to_string(current_schemas(false), ',')")[0]
    return role, path


def in_place_of(township: Township) -> tuple[str, str]:
    return township.schema_name, f"{township.schema_name},public"


NOWHERE = ("zhunru_app", "public")
IN_COUNTY = (COUNTY, "public")


EXAMPLES: dict[type, Any] = {
    models.BigIntegerField: 1,
    models.CharField: "x",
    models.TextField: "x",
    models.DateField: date(2026, 1, 1),
    models.DateTimeField: datetime(2026, 1, 1, tzinfo=UTC),
    models.DecimalField: Decimal("100.00"),
}
"""A value for each kind of column that must be filled."""


def place(township: Township, **fields: Any) -> Placement:
    """A placement in the first village of the township in which the connection stands, titled with its schema."""
    village = township.villages.all()[0]
    needed = [f for f in Placement._meta.concrete_fields if not (f.null or f.has_default() or f.blank or f.is_relation)]
    filled = {f.name: EXAMPLES[type(f)] for f in needed}
    made = Placement(**{**filled, "title": township.schema_name, "village_id": village.pk, **fields})
    made.record(actor=SYSTEM, reason="测试")
    return made


WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
"""Roles belong to the whole server: tests that run beside each other found townships of different codes."""
CODE, MIGRATED, HOST = f"5405228{WORKER:02}", f"5405229{WORKER:02}", "new.gongga.localhost"
SCHEMA = f"t_{CODE}"


def found() -> Township:
    """A fourth township, in a test that works `as_owner`."""
    call_command("provision_township", CODE, "演示镇", HOST)
    return Township.objects.get(code=CODE)


@pytest.fixture
def as_owner(owner: Callable[[], AbstractContextManager[Any]]) -> Iterator[None]:
    """The test works with the owner's rights and real commits; a township it founds is gone afterwards."""
    with owner():
        yield
        current().set_realm(None)
        run(
            f"DELETE FROM divisions_domain WHERE domain = '{HOST}';"
            f"DELETE FROM divisions_village WHERE code ~ '^({CODE}|{MIGRATED})';"
            f"DELETE FROM divisions_township WHERE code IN ('{CODE}', '{MIGRATED}')"
        )
        for schema in (SCHEMA, f"t_{MIGRATED}"):
            run(f"DROP SCHEMA IF EXISTS {schema} CASCADE; DROP ROLE IF EXISTS {schema}")
