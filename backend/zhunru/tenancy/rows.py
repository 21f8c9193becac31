"""Row-level security: one policy a table, named by what it says, so that a changed rule is noticed and replaced."""

import hashlib
from collections.abc import Iterable

from django.db import connection
from psycopg.sql import SQL, Identifier

from zhunru.tenancy.privileges import TABLES, Table


def settle_policies(existing: Iterable[str]) -> int:
    """Make the public tables' policies those of `TABLES`; returns how many changed."""
    held = _held()
    wanted = {table.name: _policy(table) for table in TABLES if table.rows and table.name in set(existing)}
    for table in sorted(held.keys() | wanted.keys()):
        if held.get(table) != wanted.get(table):
            _replace(table, held.get(table), wanted.get(table))
    return sum(held.get(table) != wanted.get(table) for table in held.keys() | wanted.keys())


def _policy(table: Table) -> tuple[str, str]:
    """Name and rule."""
    return "own_rows_" + hashlib.sha256(table.rows.encode()).hexdigest()[:8], table.rows


def _held() -> dict[str, tuple[str, str]]:
    """Name and rule by table. The rule is in the comment, for PostgreSQL rewrites its own; empty if switched off."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.relname, p.polname, CASE WHEN c.relrowsecurity THEN obj_description(p.oid, 'pg_policy') END
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace
            """
        )
        return {table: (name, rule or "") for table, name, rule in cursor.fetchall()}


def _replace(table: str, old: tuple[str, str] | None, new: tuple[str, str] | None) -> None:
    name = Identifier("public", table)
    with connection.cursor() as cursor:
        if old:
            cursor.execute(SQL("DROP POLICY {} ON {}").format(Identifier(old[0]), name))
        if new:
            policy = Identifier(new[0])
            cursor.execute(SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(name))
            cursor.execute(SQL("CREATE POLICY {} ON {} USING ({})").format(policy, name, SQL(new[1])))
            cursor.execute(SQL("COMMENT ON POLICY {} ON {} IS {}").format(policy, name, new[1]))
        else:
            cursor.execute(SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(name))
