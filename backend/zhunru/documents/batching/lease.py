"""Who works on a batch holds it, and whoever dies lets go: the lock lives as long as its connection."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

_SPACE = 0x62A7C4
"""Keeps these locks apart from all others of the database."""


@contextmanager
def held(batch_id: int) -> Iterator[bool]:
    """Whether it could be had; nobody else has it within the block then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_SPACE, batch_id])
        mine: bool = cursor.fetchone()[0]
    try:
        yield mine
    finally:
        if mine:
            _let_go(batch_id)


def _let_go(batch_id: int) -> None:
    """A lost connection has let go of it by itself."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_SPACE, batch_id])
    except OperationalError:
        connection.close()
