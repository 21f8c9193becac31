"""Every back-end test runs on a real PostgreSQL under the application's real login, with no more rights than it has.

A test that needs rows says where it stands: `with in_county():` or `with in_township(township):`. A test that needs
the owner's rights, to provision or to look behind the walls, asks for `owner`.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.test import TransactionTestCase
from django.test.client import ClientHandler
from django.utils import translation
from psycopg.sql import SQL, Identifier
from pytest_django.plugin import DjangoDbBlocker

from infra import scratch_database

VERSIONS = ("configuration_configuration", "configuration_historicalconfiguration")
"""Their first row comes with the migrations; what a test with real commits has added goes."""
KEPT_TABLES = (
    *("divisions_county", "divisions_township", "divisions_domain", "divisions_village", "django_migrations"),
    *VERSIONS,
)
"""What the golden database holds and a test with real commits leaves as it is."""


# --- one server for a run; with xdist the controller keeps it, for it outlives the workers ---

_server = pytest.StashKey[AbstractContextManager[str]]()


def _start(config: pytest.Config) -> str:
    started = scratch_database.test_server()
    golden = started.__enter__()
    config.stash[_server] = started
    return golden


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """xdist calls this for each worker, in the controller."""
    config = node.config
    if _server not in config.stash:
        config.zhunru_golden = _start(config)
    node.workerinput["zhunru_golden"] = config.zhunru_golden


def pytest_unconfigure(config: pytest.Config) -> None:
    if _server in config.stash:
        config.stash[_server].__exit__(None, None, None)


@pytest.fixture(scope="session")
def admin_dsn(request: pytest.FixtureRequest) -> Iterator[str]:
    """The administrator's connection string to this process's own database."""
    worker = getattr(request.config, "workerinput", None)
    golden = worker["zhunru_golden"] if worker else _start(request.config)
    name = f"zhunru_test_{worker['workerid'] if worker else 'main'}"
    yield scratch_database.make_copy(golden, name)
    scratch_database.drop(golden, name)


@pytest.fixture(scope="session")
def app_dsn(admin_dsn: str) -> str:
    """The connection string with which the application logs in."""
    where = urlsplit(admin_dsn)
    return where._replace(netloc=f"zhunru_app:{scratch_database.PASSWORD}@{where.hostname}:{where.port}").geturl()


@pytest.fixture(scope="session")
def django_db_setup(admin_dsn: str, app_dsn: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """pytest-django's own would create a database with the application's login, which may not."""
    from zhunru.tenancy.roles import secure_database

    with psycopg.connect(admin_dsn, autocommit=True) as session, session.cursor() as cursor:
        secure_database(cursor)
    _log_in(app_dsn)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: _clean(admin_dsn))
        patch.setattr(ClientHandler, "__call__", _keeping_place(ClientHandler.__call__))
        yield
    with django_db_blocker.unblock():
        connections.close_all()


def _log_in(dsn: str) -> None:
    where = urlsplit(dsn)
    connections[DEFAULT_DB_ALIAS].close()
    connections.settings[DEFAULT_DB_ALIAS].update(
        HOST=where.hostname, PORT=where.port, USER=where.username, PASSWORD=where.password, NAME=where.path[1:]
    )


def _clean(admin_dsn: str) -> None:
    """Empty whatever a test with real commits has filled; triggers and foreign keys do not stand in the way."""
    with psycopg.connect(admin_dsn) as session:
        session.execute("SET session_replication_role = replica")
        found = session.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname ~ '^(public|t_.*)$' AND tablename <> ALL(%s)",
            [list(KEPT_TABLES)],
        )
        session.execute(SQL(";").join(SQL("DELETE FROM {}").format(Identifier(*name)) for name in found.fetchall()))
        session.execute(SQL(";").join(SQL("DELETE FROM {} WHERE number > 1").format(Identifier(v)) for v in VERSIONS))


def _keeping_place(call: Callable[..., Any]) -> Callable[..., Any]:
    """The test client works on the test's own connection, and a request leaves that nowhere: bring it back."""

    def handle(*args: Any, **kwargs: Any) -> Any:
        from zhunru.tenancy.context import current

        before = current().realm
        try:
            return call(*args, **kwargs)
        finally:
            current().set_realm(before)

    return handle


# --- where a test stands ---


@pytest.fixture(autouse=True)
def _stands_nowhere_afterwards() -> Iterator[None]:
    """Whatever ran must have left the connection where it found it; caches and the language know no other test."""
    from zhunru.tenancy import register
    from zhunru.tenancy.context import current

    register.forget()
    cache.clear()
    translation.deactivate()
    yield
    left = current().realm
    current().set_realm(None)
    assert left is None, f"the connection was left in {left}"


@pytest.fixture
def in_county(db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with in_county():` stands on the county's side."""
    from zhunru.tenancy.context import county_context

    return county_context


@pytest.fixture
def in_township(db: None) -> Callable[[Any], AbstractContextManager[None]]:
    """`with in_township(township):` stands in a township."""
    from zhunru.tenancy.context import township_context

    return township_context


@pytest.fixture(scope="module")
def making(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[], Any]]:
    """`with making():` makes, in a fixture of a module, what each of its tests then begins with.

    The tests work behind savepoints of one transaction; other connections, and so tests with real commits, see
    nothing of it.
    """
    with django_db_blocker.unblock():
        opened: Any = transaction.atomic()
        opened._from_testcase = True  # like the one around each test: it stands for "no transaction"
        opened.__enter__()
    yield django_db_blocker.unblock
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        opened.__exit__(None, None, None)


@pytest.fixture
def county(in_county: Callable[[], AbstractContextManager[None]]) -> Any:
    """The county's row."""
    from zhunru.divisions.models import County

    with in_county():
        return County.objects.get()


@pytest.fixture
def townships(in_county: Callable[[], AbstractContextManager[None]]) -> list[Any]:
    """The rows of the three townships, each with two villages and a host in `township.domains`."""
    from zhunru.divisions.models import Township

    with in_county():
        return list(Township.objects.prefetch_related("domains", "villages"))


@pytest.fixture
def owner(admin_dsn: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[], Any]]:
    """`with owner():` the thread's connection is the administrator's, which works as the owner; commits are real."""
    used = False

    @contextmanager
    def as_owner() -> Iterator[Any]:
        nonlocal used
        used = True
        mine, where = connections[DEFAULT_DB_ALIAS], urlsplit(admin_dsn)
        theirs = mine.copy()
        theirs.settings_dict |= {"USER": where.username, "PASSWORD": where.password}
        with django_db_blocker.unblock():
            connections[DEFAULT_DB_ALIAS] = theirs
            try:
                yield theirs
            finally:
                theirs.close()
                connections[DEFAULT_DB_ALIAS] = mine

    yield as_owner
    if used:
        _clean(admin_dsn)
