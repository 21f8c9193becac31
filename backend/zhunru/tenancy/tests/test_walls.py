"""What a township, the county and the bare login are refused by PostgreSQL itself, whatever the code tries."""

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.utils import ProgrammingError

from zhunru.accounts.models import Session, User
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.divisions.models import Township, Village
from zhunru.placements.models import Placement
from zhunru.tenancy.tests.conftest import In, Sql, place, run


def refused(statement: str, why: str = "permission denied") -> None:
    """The server refuses, for this reason, and the transaction of the test goes on."""
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        run(statement)


@pytest.fixture
def rows_in_both(a: Township, b: Township, in_township: In) -> None:
    for township in (a, b):
        with in_township(township):
            place(township)


FOREIGN_STATEMENTS = (
    "SELECT * FROM {b}.placements_placement",
    "SELECT title FROM placements_placement UNION SELECT title FROM {b}.placements_placement",
    "SELECT * FROM placements_placement p JOIN {b}.placements_placement q USING (village_id)",
    "SELECT * FROM {b}.placements_historicalplacement",
    "SELECT * FROM {b}.django_migrations",
    "SELECT * FROM template.placements_placement",
    "INSERT INTO {b}.placements_placement SELECT * FROM placements_placement",
    "UPDATE {b}.placements_placement SET title = ''",
    "DELETE FROM {b}.placements_placement",
    "TRUNCATE {b}.placements_placement",
    "LOCK TABLE {b}.placements_placement",
    "COPY {b}.placements_placement TO STDOUT",
    "SELECT nextval('{b}.placements_placement_id_seq')",
    "ALTER SEQUENCE {b}.placements_placement_id_seq RESTART 1",
)


@pytest.mark.usefixtures("rows_in_both")
@pytest.mark.parametrize("statement", FOREIGN_STATEMENTS)
def test_a_township_does_not_reach_another(statement: str, a: Township, b: Township, in_township: In) -> None:
    with in_township(a):
        refused(statement.format(b=b.schema_name), f"permission denied for schema ({b.schema_name}|template)")


@pytest.mark.usefixtures("rows_in_both")
@pytest.mark.parametrize("statement", [s for s in FOREIGN_STATEMENTS if "placements_placement p" not in s])
def test_the_county_does_not_reach_into_a_township(statement: str, b: Township, in_county: In) -> None:
    with in_county():
        refused(statement.format(b=b.schema_name), "permission denied for schema|relation .* does not exist")


@pytest.mark.usefixtures("rows_in_both")
def test_a_changed_search_path_finds_nothing_of_another(a: Township, b: Township, in_township: In, sql: Sql) -> None:
    with in_township(a):
        sql(f"SET search_path = {b.schema_name}, public")
        with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
            list(Placement.objects.all())


@pytest.mark.usefixtures("rows_in_both")
def test_nobody_yet_finds_no_rows_at_all(b: Township) -> None:
    for statement in ("SELECT * FROM placements_placement", f"SELECT * FROM {b.schema_name}.placements_placement"):
        refused(statement, "permission denied|does not exist")
    for table in ("accounts_user", "accounts_session", "documents_document", "lists_entry", "divisions_village"):
        refused(f"SELECT * FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE TABLE public.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "CREATE EXTENSION dblink",
        "ALTER TABLE {own}.placements_placement DROP CONSTRAINT stamp",
        "ALTER TABLE {own}.placements_placement DISABLE TRIGGER ALL",
        "ALTER TABLE accounts_user DISABLE ROW LEVEL SECURITY",
        "DROP TABLE {own}.placements_placement",
        "DROP SCHEMA {own} CASCADE",
        "GRANT SELECT ON {own}.django_migrations TO county",
        "SET session_replication_role = replica",
        "SET SESSION AUTHORIZATION zhunru_owner",
        "SET ROLE zhunru_owner",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT set_config('role', 'county', false)",
        "UPDATE pg_settings SET setting = 'county' WHERE name = 'role'",
    ],
)
def test_nobody_changes_the_database_or_the_own_rights(
    statement: str, a: Township, in_township: In, in_county: In
) -> None:
    why = "permission denied|must be (owner|superuser)|no schema has been selected"
    own = statement.format(own=a.schema_name)
    with in_township(a):
        refused(own, why)
    with in_county():
        refused(own, why)


@pytest.mark.usefixtures("rows_in_both")
def test_history_is_written_once(a: Township, in_township: In, in_county: In) -> None:
    with in_township(a):
        for table in ("placements_historicalplacement", "accounts_historicaluser"):
            _refuse_edits(table)
    with in_county():
        for table in ("accounts_historicaluser", "admissions_historicalapplication", "lists_historicalentry"):
            _refuse_edits(table)


def _refuse_edits(table: str) -> None:
    for statement in (f"UPDATE {table} SET actor_name = ''", f"DELETE FROM {table}", f"TRUNCATE {table}"):
        refused(statement)


@pytest.mark.usefixtures("rows_in_both")
def test_a_township_deletes_nothing(a: Township, in_township: In) -> None:
    with in_township(a):
        refused("DELETE FROM placements_placement")
        refused("TRUNCATE placements_placement")


@pytest.mark.parametrize(
    "table",
    [
        "divisions_county",
        "divisions_township",
        "divisions_domain",
        "divisions_village",
        "lists_edition",
        "lists_entry",
        "lists_entry_bases",
        "lists_legalbasis",
        "documents_document",
        "accounts_organisation",
    ],
)
def test_a_township_reads_what_all_share_and_writes_none_of_it(
    table: str, a: Township, in_township: In, sql: Sql
) -> None:
    with in_township(a):
        sql(f"SELECT * FROM {table}")
        for statement in (
            f"INSERT INTO {table} DEFAULT VALUES",
            f"UPDATE {table} SET id = id",
            f"DELETE FROM {table}",
            f"TRUNCATE {table} CASCADE",
        ):
            refused(statement)


@pytest.mark.parametrize("table", ["divisions_county", "divisions_township", "divisions_domain", "divisions_village"])
def test_the_county_does_not_write_the_register(table: str, in_county: In) -> None:
    with in_county():
        refused(f"UPDATE {table} SET id = id")
        refused(f"INSERT INTO {table} DEFAULT VALUES")
        refused(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "table", ["admissions_application", "admissions_matter", "oversight_placementfact", "documents_seal"]
)
def test_what_is_the_countys_own_a_township_does_not_read(table: str, a: Township, in_township: In) -> None:
    with in_township(a):
        refused(f"SELECT * FROM {table}")


def test_facts_are_written_by_their_trigger_alone(in_county: In) -> None:
    with in_county():
        refused("UPDATE oversight_placementfact SET status = 'closed'")
        refused("INSERT INTO oversight_placementfact DEFAULT VALUES")
        refused("DELETE FROM oversight_placementfact")


def _user(realm: str) -> User:
    user = User(realm=realm, username="officer", name="演示经办员", password="!")
    user.record(actor=SYSTEM, reason="测试")
    return user


def test_accounts_and_sessions_of_another_realm_do_not_exist(
    a: Township, b: Township, in_township: In, in_county: In, sql: Sql
) -> None:
    sides: dict[str, Any] = {a.schema_name: in_township(a), b.schema_name: in_township(b), COUNTY: in_county()}
    for realm, side in sides.items():
        with side:
            _user(realm)
            Session.objects.create(realm=realm, session_key=realm, expire_date="2030-01-01T00:00Z")
    with in_township(a):
        assert {user.realm for user in User.objects.all()} == {a.schema_name}
        assert sql("SELECT realm FROM accounts_session") == [(a.schema_name,)]
        assert sql("SELECT DISTINCT realm FROM accounts_historicaluser") == [(a.schema_name,)]
        refused(f"INSERT INTO accounts_session VALUES ('x', '', now(), '{b.schema_name}')", "row-level security")
        refused(f"UPDATE accounts_user SET realm = '{b.schema_name}'", "row-level security")
        assert sql(f"DELETE FROM accounts_session WHERE realm = '{b.schema_name}' RETURNING 1") == []
    with in_county():
        assert {user.realm for user in User.objects.all()} == {COUNTY}


@pytest.mark.usefixtures("rows_in_both")
def test_an_object_of_one_township_is_not_saved_in_another(a: Township, b: Township, in_township: In) -> None:
    with in_township(a):
        placement = Placement.objects.get()
    placement.title = "overwritten"
    with in_township(b), pytest.raises(IntegrityError, match="stamp"), transaction.atomic():
        placement.record(actor=SYSTEM, reason="测试")
    with in_township(b):
        assert Placement.objects.get().title == b.schema_name


@pytest.mark.usefixtures("rows_in_both")
def test_a_key_of_one_township_finds_nothing_in_another(a: Township, b: Township, in_township: In) -> None:
    with in_township(a):
        placement = Placement.objects.get()
        record = placement.history.get()
    with in_township(b):
        assert not Placement.objects.filter(pk=placement.pk).exists()
        with pytest.raises(Placement.DoesNotExist):
            placement.refresh_from_db()
        assert not Placement.history.filter(pk=record.pk).exists()


def test_a_query_made_in_one_township_is_not_read_in_another(a: Township, b: Township, in_township: In) -> None:
    """A lazy query that leaves its context reads where it is read; outside every context it is refused."""
    with in_township(a):
        place(a)
        rows = Placement.objects.all()
    with pytest.raises(DatabaseError, match="does not exist"), transaction.atomic():
        list(rows.all())
    with in_township(b):
        assert list(rows.all()) == []


def test_a_village_keeps_its_township_readable_from_everywhere(a: Township, in_township: In) -> None:
    with in_township(a):
        assert Village.objects.count() == 6
