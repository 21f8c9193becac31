"""What a township costs to make, and what standing in one costs a statement."""

import time
from collections.abc import Callable
from itertools import count

from django.core.management import call_command
from django.db import connection
from psycopg.sql import SQL, Identifier

from infra.bench import world
from infra.bench.rows import Row, against, best_in_turn, within
from zhunru.divisions.models import Township
from zhunru.tenancy.context import current
from zhunru.tenancy.provision import provision, settle
from zhunru.tenancy.roles import create_township_role


def provisioning() -> Row:
    """A township by replaying the template, against migrating its schema. As the owner."""
    numbers = count(world.FIRST_NO + 500)
    provision(world.register(next(numbers)))
    replayed = min(_seconds(provision, next(numbers)) for _ in range(5))
    migrated = min(_seconds(_migrate, next(numbers)) for _ in range(2))
    return within("provisioning a township (floor: by migrate)", replayed, migrated, unit="s", at_most=0.3)


def _seconds(make: object, no: int) -> float:
    township = world.register(no)
    begun = time.perf_counter()
    make(township)  # type: ignore[operator]  # provision or _migrate
    return time.perf_counter() - begun


def _migrate(township: Township) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SQL("create schema {}").format(Identifier(township.schema_name)))
        create_township_role(cursor, township.schema_name)
    call_command("migrate_schemas", schema_name=township.schema_name, interactive=False, verbosity=0)
    settle(township)


def switch(schemas: tuple[str, str]) -> Row:
    """Going from township to township and asking something, against the same with the search path alone."""
    place = current()

    def hop_with(message: Callable[[], str]) -> Callable[[], None]:
        def hop() -> None:
            place._switch = message  # type: ignore[method-assign]  # this one connection's, for the measure
            for schema in schemas:
                place.set_realm(schema)
                with connection.cursor() as cursor:
                    cursor.execute("select 1")

        return hop

    path_only = hop_with(lambda: f"SET search_path = {place.schema_name}, public")
    ours, floor = best_in_turn(hop_with(place._switch), path_only, rounds=80, batch=50, clock=time.perf_counter)
    del place._switch
    place.set_realm(None)
    return against("switch of township with role", ours / 2, floor / 2, unit="ms", at_most=1.1)
