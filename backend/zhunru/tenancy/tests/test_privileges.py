"""What the database grants is what is declared, table by table; a table that nobody declared fails here."""

from typing import Any

import pytest
from django.db import connection

from zhunru.divisions.models import Township
from zhunru.tenancy import acl, privileges, upkeep
from zhunru.tenancy.names import PUBLIC
from zhunru.tenancy.tests.conftest import run

HISTORY_VERBS = {"SELECT", "INSERT"}


@pytest.mark.django_db
def test_every_public_table_is_declared_and_every_declared_one_exists() -> None:
    assert {table.name for table in privileges.TABLES} == acl.tables(PUBLIC)


@pytest.mark.django_db
def test_the_public_schema_grants_what_is_declared_and_no_more() -> None:
    assert acl.granted(PUBLIC) == privileges.public_grants(acl.tables(PUBLIC))


def test_each_township_s_schema_grants_only_to_its_own_role(townships: list[Township]) -> None:
    for township in townships:
        schema = township.schema_name
        assert acl.granted(schema) == privileges.township_grants(schema, acl.tables(schema))
        assert {grant.role for grant in acl.granted(schema)} == {schema}


def test_history_is_declared_to_be_read_and_added_to_only() -> None:
    history = [table for table in privileges.TABLES if privileges.is_history(table.name)]
    assert len(history) > 5
    for table in history:
        assert {*table.county, *table.townships, *table.app} <= HISTORY_VERBS


def test_nobody_may_delete_but_what_is_named_here() -> None:
    deleting = {table.name for table in privileges.TABLES if "DELETE" in (*table.county, *table.townships)}
    assert deleting == {"accounts_session", "axes_accessattempt", "lists_entry_bases", "purchases_template_clauses"}


@pytest.mark.django_db
def test_a_table_with_a_realm_shows_each_realm_its_own_rows_only() -> None:
    with_realm = run("""
        SELECT c.relname, c.relrowsecurity FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND a.attname = 'realm' AND c.relkind = 'r'
    """)
    assert len(with_realm) >= 5
    assert all(secured for _, secured in with_realm)


@pytest.mark.django_db
def test_roles_are_what_they_must_be() -> None:
    roles = {name: rest for name, *rest in run(
        "SELECT rolname, rolcanlogin, rolsuper, rolcreatedb, rolbypassrls, rolreplication, rolcreaterole "
        "FROM pg_roles WHERE rolname ~ '^(zhunru_owner|zhunru_app|county|township|t_[0-9]{9})$'")}  # fmt: skip
    assert roles.pop("zhunru_app") == [True, False, False, False, False, False]
    assert roles.pop("zhunru_owner") == [False, False, False, False, False, True]
    assert len(roles) >= 5
    assert all(rest == [False] * 6 for rest in roles.values())
    assert run("SELECT rolinherit FROM pg_roles WHERE rolname = 'zhunru_app'") == [(False,)]


@pytest.mark.django_db
def test_public_holds_nothing() -> None:
    assert run("SELECT has_database_privilege('public', current_database(), p) "
               "FROM unnest('{CONNECT,CREATE,TEMP}'::text[]) p") == [(False,)] * 3  # fmt: skip
    assert run("SELECT nspname FROM pg_namespace WHERE has_schema_privilege('public', oid, 'USAGE') "
               "AND nspname NOT IN ('pg_catalog', 'information_schema')") == []  # fmt: skip
    assert run("SELECT proname FROM pg_proc WHERE proowner = 'zhunru_owner'::regrole "
               "AND has_function_privilege('public', oid, 'EXECUTE')") == []  # fmt: skip


@pytest.mark.usefixtures("as_owner")
@pytest.mark.parametrize(
    "fault",
    [
        "GRANT DELETE ON accounts_user TO county",
        "GRANT SELECT ON documents_seal TO township",
        "REVOKE SELECT ON lists_entry FROM township",
        "GRANT UPDATE (facts) ON admissions_delivery TO township",
        "GRANT SELECT ON accounts_user TO PUBLIC",
        "ALTER TABLE accounts_user DISABLE ROW LEVEL SECURITY",
        "DROP POLICY {policy} ON accounts_user",
        "COMMENT ON POLICY {policy} ON accounts_user IS 'another rule'",
    ],
)
def test_preparing_brings_back_what_was_changed_by_hand(fault: str, a: Any) -> None:
    del a
    assert upkeep.settle_public() == 0
    policy = run("SELECT polname FROM pg_policy WHERE polrelid = 'accounts_user'::regclass")[0][0]
    run(fault.format(policy=policy))
    assert upkeep.settle_public() > 0
    assert upkeep.settle_public() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = 'accounts_user'::regclass")
        assert cursor.fetchone() == (True,)
