"""The roles of the database and what they may do to it as a whole. Everything here can be run again and again.

The administrator's login needs to be a superuser or, from PostgreSQL 15 on, the database's owner with CREATEROLE.
"""

import os
from typing import Any, Protocol

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg.sql import SQL, Composable, Identifier, Literal

from zhunru.core.actors import COUNTY
from zhunru.tenancy.names import APP, OWNER, TOWNSHIP, checked_township

PASSWORD = "ZHUNRU_APP_PASSWORD"  # noqa: S105  # the name of the variable
EXTENSIONS = ("pg_trgm", "btree_gist")
MEMBERSHIP_OPTIONS = 160000
"""Since PostgreSQL 16 a membership says itself whether it inherits and may be switched to."""


class Cursor(Protocol):
    """psycopg's cursor or Django's."""

    def execute(self, query: Any, params: Any = None, /) -> Any: ...
    def fetchone(self) -> Any: ...


def administrator() -> psycopg.Connection[Any]:
    """A connection as DATABASE_URL says, beside Django's and in no role."""
    settings = connections[DEFAULT_DB_ALIAS].get_connection_params()
    return psycopg.connect(**settings, autocommit=True)


def prepare_roles(session: psycopg.Connection[Any]) -> None:
    """Create the roles, take everything from PUBLIC, install the extensions; as the administrator."""
    with session.cursor() as cursor:
        _create(cursor, OWNER, "NOLOGIN CREATEROLE")
        if not _is_superuser(cursor):
            _run(cursor, "GRANT {} TO CURRENT_USER" + _options(cursor, inherit=True), Identifier(OWNER))
        _run(cursor, "SET ROLE {}", Identifier(OWNER))
        _create(cursor, APP, "LOGIN NOINHERIT")
        _create(cursor, COUNTY, "NOLOGIN")
        _create(cursor, TOWNSHIP, "NOLOGIN")
        _let_app_become(cursor, COUNTY)
        _set_password(session)
        _run(cursor, "RESET ROLE")
        secure_database(cursor)
        _run(cursor, "SET ROLE {}", Identifier(OWNER))
        _open_public(cursor)


def secure_database(cursor: Cursor) -> None:
    """What holds for the database itself; a copy made with CREATE DATABASE ... TEMPLATE needs it anew.

    `set_config` could switch the role from within any SELECT; Django calls it on connecting, as the bare login. Only
    a superuser can take it from PUBLIC.
    """
    cursor.execute("SELECT current_database()")
    database = Identifier(cursor.fetchone()[0])
    owner, app = Identifier(OWNER), Identifier(APP)
    _run(cursor, "REVOKE ALL ON DATABASE {} FROM PUBLIC", database)
    _run(cursor, "GRANT CONNECT, CREATE ON DATABASE {} TO {}", database, owner)
    _run(cursor, "GRANT CONNECT ON DATABASE {} TO {}", database, app)
    _run(cursor, "ALTER SCHEMA public OWNER TO {}", owner)
    _run(cursor, "REVOKE ALL ON SCHEMA public FROM PUBLIC")
    if _is_superuser(cursor):
        _run(cursor, "REVOKE EXECUTE ON FUNCTION pg_catalog.set_config FROM PUBLIC")
        _run(cursor, "GRANT EXECUTE ON FUNCTION pg_catalog.set_config TO {}, {}", owner, app)


def create_township_role(cursor: Cursor, schema: str) -> None:
    """The township's role, as the owner: enters its schema and the public one, and the login may become it."""
    role = checked_township(schema)
    _create(cursor, role, "NOLOGIN")
    _run(cursor, "GRANT {} TO {}", Identifier(TOWNSHIP), Identifier(role))
    _run(cursor, "GRANT USAGE ON SCHEMA {} TO {}", Identifier(schema), Identifier(role))
    _let_app_become(cursor, role)


def _open_public(cursor: Cursor) -> None:
    for role in (APP, COUNTY, TOWNSHIP):
        _run(cursor, "GRANT USAGE ON SCHEMA public TO {}", Identifier(role))
    _run(cursor, "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")
    for extension in EXTENSIONS:
        _run(cursor, "CREATE EXTENSION IF NOT EXISTS {} SCHEMA public", Identifier(extension))


def _set_password(session: psycopg.Connection[Any]) -> None:
    """Only its digest is sent, so that the server's log never holds it."""
    if password := os.environ.get(PASSWORD):
        digest = session.pgconn.encrypt_password(password.encode(), APP.encode(), b"scram-sha-256")
        session.execute(SQL("ALTER ROLE {} PASSWORD {}").format(Identifier(APP), Literal(digest.decode())))


def _let_app_become(cursor: Cursor, role: str) -> None:
    """Become, not inherit: without a switch the login holds nothing of it."""
    _run(cursor, "GRANT {} TO {}" + _options(cursor, inherit=False), Identifier(role), Identifier(APP))


def _options(cursor: Cursor, *, inherit: bool) -> str:
    cursor.execute("SELECT current_setting('server_version_num')::int")
    return f" WITH INHERIT {inherit}, SET TRUE" if cursor.fetchone()[0] >= MEMBERSHIP_OPTIONS else ""


def _create(cursor: Cursor, role: str, options: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    if cursor.fetchone() is None:
        _run(cursor, "CREATE ROLE {} " + options, Identifier(role))


def _is_superuser(cursor: Cursor) -> bool:
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return bool(cursor.fetchone()[0])


def _run(cursor: Cursor, statement: str, *names: Composable) -> None:
    cursor.execute(SQL(statement).format(*names))
