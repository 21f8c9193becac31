"""The connection is where it says, after every kind of failure; a switch that fails stops everything."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections, transaction

from zhunru.core.actors import COUNTY
from zhunru.divisions.models import Township
from zhunru.tenancy.context import CrossingError, county_context, current, nobody_context, township_context
from zhunru.tenancy.names import TEMPLATE
from zhunru.tenancy.tests.conftest import IN_COUNTY, NOWHERE, In, here, in_place_of, run


def _fail_at(place: tuple[str, str], switch_to: str | None = None) -> None:
    """Fail after the server was found to stand in `place`."""
    if switch_to:
        current().set_realm(switch_to)
    assert here() == place
    raise ZeroDivisionError


def test_each_context_has_its_role_and_path_and_restores_the_one_before(a: Township, b: Township) -> None:
    assert here() == NOWHERE
    with county_context():
        assert here() == IN_COUNTY
        with township_context(a):
            assert here() == in_place_of(a)
            with township_context(b.schema_name), nobody_context():
                assert here() == NOWHERE
            assert here() == in_place_of(a)
        assert here() == IN_COUNTY
    assert here() == NOWHERE


def test_a_context_left_by_an_exception_restores_the_one_before(a: Township) -> None:
    with county_context():
        with pytest.raises(ZeroDivisionError), township_context(a):
            _fail_at(in_place_of(a))
        assert here() == IN_COUNTY


def test_a_savepoint_rolled_back_takes_the_switch_with_it(a: Township, b: Township) -> None:
    """PostgreSQL reverts a SET issued after the savepoint: the backend must know."""
    with township_context(a):
        assert here() == in_place_of(a)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            _fail_at(in_place_of(b), switch_to=b.schema_name)
        assert here() == in_place_of(b)


def test_leaving_a_broken_transaction_does_not_stop_its_rollback(a: Township) -> None:
    """The switch back cannot be sent while the server waits for the rollback; it is sent after it."""

    def break_it() -> None:
        current().set_realm(a.schema_name)
        try:
            run("SELECT 1/0")
        finally:
            current().set_realm(None)

    with pytest.raises(DatabaseError, match="division by zero"), transaction.atomic():
        break_it()
    assert here() == NOWHERE


@pytest.mark.django_db(transaction=True)
def test_a_transaction_rolled_back_takes_the_switch_with_it(a: Township, b: Township) -> None:
    with township_context(a):
        assert here() == in_place_of(a)
    with township_context(b):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            _fail_at(in_place_of(b))
        assert here() == in_place_of(b)
        with pytest.raises(DatabaseError), transaction.atomic():
            run("SELECT 1/0")
        assert here() == in_place_of(b)


@pytest.mark.django_db(transaction=True)
def test_a_closed_connection_begins_anew_in_the_same_place(a: Township) -> None:
    with township_context(a):
        assert here() == in_place_of(a)
        connection.close()
        assert here() == in_place_of(a)


@pytest.mark.django_db(transaction=True)
def test_a_process_s_first_connection_may_be_made_in_a_realm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django asks the server's version through a cursor of its own while it connects, once in a process."""
    monkeypatch.setattr("django.db.backends.base.base.RAN_DB_VERSION_CHECK", set())
    connection.close()
    with county_context():
        assert here() == IN_COUNTY


@pytest.mark.django_db(transaction=True)
def test_a_lost_connection_is_an_error_and_then_begins_anew_in_the_same_place(a: Township, admin_dsn: str) -> None:
    with township_context(a):
        pid = run("SELECT pg_backend_pid()")[0][0]
        with psycopg.connect(admin_dsn) as session:
            session.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        with pytest.raises(OperationalError):
            here()
        connections.close_all()
        assert here() == in_place_of(a)


def test_a_cursor_opened_in_one_township_speaks_where_the_connection_stands(a: Township, b: Township) -> None:
    with connection.cursor() as cursor:
        for township in (a, b):
            with township_context(township):
                cursor.execute("SELECT current_user")
                assert cursor.fetchone() == (township.schema_name,)
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("zhunru_app",)


@pytest.mark.django_db(transaction=True)
def test_a_server_side_cursor_is_opened_in_the_township(a: Township) -> None:
    with township_context(a), transaction.atomic():
        assert not list(Township.objects.filter(schema_name="").iterator())
        assert here() == in_place_of(a)


@contextmanager
def _every_switch_fails(monkeypatch: pytest.MonkeyPatch, error: type[psycopg.Error]) -> Iterator[None]:
    """The server answers the switch with an error, as after a cancel, a time-out or a role that is gone."""
    with monkeypatch.context() as patch:
        patch.setattr(type(current()), "_switch", lambda _self: "SELECT 1/0")
        yield


@pytest.mark.django_db(transaction=True)
def test_a_switch_that_fails_stops_the_statement(a: Township, b: Township, monkeypatch: pytest.MonkeyPatch) -> None:
    with township_context(a):
        assert here() == in_place_of(a)
    with township_context(b):
        with _every_switch_fails(monkeypatch, psycopg.Error):
            for _ in range(3):  # never "it failed once, go on as before"
                with pytest.raises(DatabaseError, match="division by zero"):
                    here()
        assert here() == in_place_of(b)


@pytest.mark.django_db(transaction=True)
def test_a_switch_refused_half_way_has_not_happened(a: Township, b: Township, monkeypatch: pytest.MonkeyPatch) -> None:
    """The role is refused after the path was set: both or neither."""
    with township_context(a):
        assert here() == in_place_of(a)
        monkeypatch.setattr(type(current()), "_role", lambda _self: "zhunru_owner")
        with township_context(b), pytest.raises(DatabaseError, match="permission denied to set role"):
            here()
        with connection.connection.cursor() as past_the_switch:
            kept = past_the_switch.execute("SELECT current_user, array_to_string(current_schemas(false), ',')")
            assert kept.fetchone() == in_place_of(a)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_does_not_go_from_one_realm_to_another(a: Township, b: Township) -> None:
    with township_context(a), transaction.atomic():
        with township_context(a):
            assert here() == in_place_of(a)
        for other in (township_context(b), county_context(), nobody_context()):
            with pytest.raises(CrossingError), other:
                pass
    with transaction.atomic(), pytest.raises(CrossingError), township_context(a):
        pass


@pytest.mark.django_db(transaction=True)
def test_what_runs_on_commit_runs_where_it_was_asked_for(a: Township) -> None:
    found: list[tuple[str, str]] = []
    with township_context(a), transaction.atomic():
        transaction.on_commit(lambda: found.append(here()))
    assert found == [in_place_of(a)]


@pytest.mark.django_db
def test_the_applications_login_has_no_place_in_the_template() -> None:
    current().set_realm(TEMPLATE)
    with pytest.raises(ImproperlyConfigured):
        here()
    current().set_realm(None)


def test_django_tenants_own_way_to_public_leads_nowhere(in_county: In) -> None:
    """A library that "returns to public" must not find itself with the county's rights."""
    with in_county():
        current().set_schema_to_public()
        assert here() == NOWHERE
        current().set_realm(COUNTY)


def test_a_cursor_of_a_closed_connection_says_nothing(in_county: In) -> None:
    del in_county
    cursor = connection.cursor()
    cursor.close()
    with pytest.raises(InterfaceError):
        cursor.execute("SELECT 1")
