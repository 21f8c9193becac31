"""Stamped keys: a township's ids begin at `no << 36`, and each of its tables refuses any other.

So an object loaded in one township cannot be saved in another, a foreign key of one finds nothing in another, and an
id says whose it is. 2**16 townships of 2**36 rows each stay below 2**53, JavaScript's exact integers.
"""

from django.db import connection
from psycopg.sql import SQL, Identifier, Literal

BITS = 36
CONSTRAINT = "stamp"
"""The check's name, the same on every table."""
KEYS = ("id", "history_id")
UNSTAMPED = ("django_migrations",)


def stamp(schema: str, no: int) -> int:
    """Stamp the tables of `schema` that bear no stamp yet; returns how many those were."""
    found = unstamped(schema)
    for table, columns in found.items():
        _stamp(schema, table, columns, no)
    return len(found)


def unstamped(schema: str) -> dict[str, list[tuple[str, bool]]]:
    """Tables without the check, each with its key columns and whether the column draws from a sequence."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.relname, a.attname, a.attidentity <> '' FROM pg_class c
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ANY(%s) AND a.atttypid = 'int8'::regtype
            WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL(%s)
            AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = c.oid AND conname = %s)
            ORDER BY 1, 2
            """,
            [list(KEYS), schema, list(UNSTAMPED), CONSTRAINT],
        )
        found: dict[str, list[tuple[str, bool]]] = {}
        for table, column, drawn in cursor.fetchall():
            if column is None:
                raise ValueError(f"{schema}.{table} has no bigint key to stamp")
            found.setdefault(table, []).append((column, drawn))
        return found


def _stamp(schema: str, table: str, columns: list[tuple[str, bool]], no: int) -> None:
    name, first = Identifier(schema, table), no << BITS
    checks = [SQL("({} >> {}) = {}").format(Identifier(column), Literal(BITS), Literal(no)) for column, _ in columns]
    clauses = [SQL("ADD CONSTRAINT {} CHECK ({})").format(Identifier(CONSTRAINT), SQL(" AND ").join(checks))]
    clauses += [
        SQL("ALTER {} SET MAXVALUE {} SET MINVALUE {} SET START {} RESTART").format(
            Identifier(column), Literal(first + 2**BITS - 1), Literal(first + 1), Literal(first + 1)
        )
        for column, drawn in columns
        if drawn
    ]
    with connection.cursor() as cursor:
        cursor.execute(SQL("ALTER TABLE {} {}").format(name, SQL(", ").join(clauses)))
