"""Bringing the database's privileges to what is declared: reads what is granted, changes only the difference."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection
from psycopg.sql import SQL, Composed, Identifier

from zhunru.tenancy.names import OWNER


class Grant(NamedTuple):
    """`role` may do `verb` (SELECT, INSERT, ... or for one column UPDATE(status)) to `table`."""

    table: str
    role: str
    verb: str


def granted(schema: str) -> set[Grant]:
    """What anyone but the owner holds on the tables and views of `schema`."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.relname, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END, g.verb
            FROM pg_class c, LATERAL (
                SELECT grantee, privilege_type AS verb FROM aclexplode(c.relacl)
                UNION ALL SELECT x.grantee, format('%%s(%%s)', x.privilege_type, a.attname)
                FROM pg_attribute a, aclexplode(a.attacl) x WHERE a.attrelid = c.oid
            ) g
            WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND g.grantee <> c.relowner
            """,
            [schema],
        )
        return {Grant(*row) for row in cursor.fetchall()}


def settle(schema: str, wanted: Iterable[Grant]) -> int:
    """Grant and revoke until exactly `wanted` holds in `schema`; returns how many changes that took."""
    wanted, held = set(wanted), granted(schema)
    changes = [_change("REVOKE", "FROM", schema, g) for g in held - wanted]
    changes += [_change("GRANT", "TO", schema, g) for g in wanted - held]
    if changes:
        with connection.cursor() as cursor:
            cursor.execute(SQL(";").join(changes))
    return len(changes)


def _change(verb: str, word: str, schema: str, grant: Grant) -> Composed:
    role = SQL("PUBLIC") if grant.role == "PUBLIC" else Identifier(grant.role)
    return SQL("{} {} ON {} {} {}").format(SQL(verb), SQL(grant.verb), Identifier(schema, grant.table), SQL(word), role)


def tables(schema: str) -> set[str]:
    """Names of the tables in `schema`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p')", [schema]
        )
        return {name for (name,) in cursor.fetchall()}


def use_of_sequences(schema: str, wanted: Iterable[Grant]) -> None:
    """Whoever may insert into a table with a serial column may use its sequence (identity columns need nothing)."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT s.relname, t.relname FROM pg_class s
            JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass
            JOIN pg_class t ON t.oid = d.refobjid
            WHERE s.relkind = 'S' AND s.relnamespace = %s::regnamespace
            """,
            [schema],
        )
        owned = cursor.fetchall()
        for sequence, table in owned:
            for role in sorted({g.role for g in wanted if g.table == table and g.verb == "INSERT"}):
                cursor.execute(
                    SQL("GRANT USAGE ON SEQUENCE {} TO {}").format(Identifier(schema, sequence), Identifier(role))
                )


def use_of_functions(prefix: str, roles: Iterable[str]) -> None:
    """Let `roles` call the owner's public functions whose names begin with `prefix`."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT oid::regprocedure::text FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND proowner = %s::regrole AND starts_with(proname, %s)
            """,
            [OWNER, prefix],
        )
        for (function,) in cursor.fetchall():
            for role in roles:
                cursor.execute(SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(SQL(function), Identifier(role)))
