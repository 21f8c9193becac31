from itertools import chain

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey

from zhunru.tenancy.tests.citus_rules import (
    FACT_TRIGGERS,
    GUARD_TRIGGERS,
    OWNERS_FUNCTIONS,
    PUBLIC_TRIGGERS,
    REFERENCES_FROM_TOWNSHIPS,
)
from zhunru.tenancy.tests.conftest import run

pytestmark = pytest.mark.django_db


def test_no_foreign_key_crosses_the_border() -> None:
    keys = run("""
        SELECT f.relnamespace::regnamespace::text, f.relname, t.relnamespace::regnamespace::text, t.relname
        FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
        WHERE k.contype = 'f' AND f.relnamespace <> t.relnamespace
    """)
    crossing = [key for key in keys if key[2] != "public" or key[3] not in REFERENCES_FROM_TOWNSHIPS]
    assert crossing == []
    assert "accounts_user" not in REFERENCES_FROM_TOWNSHIPS


def test_a_township_s_foreign_keys_to_public_are_declared_without_constraint() -> None:
    """As Django sees it, before any migration."""
    tenant = [model for app in settings.TENANT_APPS for model in apps.get_app_config(app.split(".")[-1]).get_models()]
    for field in chain.from_iterable(model._meta.get_fields() for model in tenant):
        if isinstance(field, ForeignKey) and field.related_model not in tenant:
            assert not getattr(field, "db_constraint", True), field


def test_triggers_in_townships_push_facts_or_guard_and_are_known() -> None:
    found = run("""
        SELECT c.relnamespace::regnamespace::text, c.relname, t.tgname, (t.tgtype & 1) = 0, t.tgfoid::regproc::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND c.relnamespace <> 'public'::regnamespace
    """)
    for schema in {row[0] for row in found}:
        assert {(table, name) for of, table, name, *_ in found if of == schema} == FACT_TRIGGERS | GUARD_TRIGGERS
    assert len({row[0] for row in found}) >= 4, "the template and three townships"
    facts = [row for row in found if (row[1], row[2]) in FACT_TRIGGERS]
    assert all(statement_level for *_, statement_level, _ in facts)


def test_triggers_in_public_are_known() -> None:
    found = run("""
        SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^procrastinate_'
    """)
    assert set(found) == PUBLIC_TRIGGERS


def test_functions_that_act_with_the_owner_s_rights_are_known_and_name_their_path() -> None:
    """Anything else could be talked into reaching across."""
    found = run("SELECT proname, proconfig FROM pg_proc WHERE prosecdef AND proowner = 'zhunru_owner'::regrole")
    assert {name for name, _ in found} == OWNERS_FUNCTIONS
    assert {tuple(settings) for _, settings in found} == {("search_path=pg_catalog, pg_temp",)}


def test_no_app_lies_on_both_sides() -> None:
    """A township's table that is missing would silently be the county's."""
    assert set(settings.SHARED_APPS).isdisjoint(settings.TENANT_APPS)
    assert run("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname <> 'django_migrations' "
               "AND relnamespace IN ('public'::regnamespace, 'template'::regnamespace) "
               "GROUP BY relname HAVING count(*) > 1") == []  # fmt: skip
