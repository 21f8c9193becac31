"""Standing in a realm for the length of a block, and back to where one stood before.

The state lives in the block's frame: threads, nesting and exceptions cannot mix it up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, cast

from django.db import DEFAULT_DB_ALIAS, connections

from zhunru.core.actors import COUNTY
from zhunru.tenancy.backend.base import DatabaseWrapper
from zhunru.tenancy.names import checked_township


class HasSchema(Protocol):
    """A township in any of its shapes: the model's row or the register's Place."""

    @property
    def schema_name(self) -> str: ...


class CrossingError(RuntimeError):
    """A transaction begun in one realm tried to go on in another."""


def current() -> DatabaseWrapper:
    """This thread's connection."""
    return cast("DatabaseWrapper", connections[DEFAULT_DB_ALIAS])


@contextmanager
def township_context(township: HasSchema | str) -> Iterator[None]:
    """Work under the township's role, in its schema. Takes the township or the name of its schema.

    One business transaction belongs to one realm: enter before `atomic`, never inside (CrossingError).
    """
    name = township if isinstance(township, str) else township.schema_name
    with _standing_in(checked_township(name)):
        yield


@contextmanager
def county_context() -> Iterator[None]:
    """Work under the county's role, in the public schema. Same rule about transactions."""
    with _standing_in(COUNTY):
        yield


@contextmanager
def nobody_context() -> Iterator[None]:
    """Work with what routing needs, the register of hosts and the task queue, and nothing else."""
    with _standing_in(None):
        yield


@contextmanager
def _standing_in(realm: str | None) -> Iterator[None]:
    connection = current()
    before = connection.realm
    if realm == before:
        yield
        return
    _refuse_crossing(connection, realm)
    connection.set_realm(realm)
    try:
        yield
    finally:
        connection.set_realm(before)


def _refuse_crossing(connection: DatabaseWrapper, realm: str | None) -> None:
    """The transaction that wraps a whole test does not count: it stands for "no transaction"."""
    if any(not block._from_testcase for block in connection.atomic_blocks):
        raise CrossingError(f"a transaction begun in {connection.realm} cannot go on in {realm}")
