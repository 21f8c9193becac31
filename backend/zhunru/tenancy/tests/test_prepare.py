"""`prepare` brings any database to what the code expects, and finds nothing to do the second time."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from psycopg import sql

from infra.scratch_database import PASSWORD, database, drop
from zhunru.divisions.models import Township, Village
from zhunru.tenancy import upkeep
from zhunru.tenancy.context import township_context
from zhunru.tenancy.tests.conftest import CODE, SCHEMA, WORKER, found, place, run

FRESH, ADMIN = f"zhunru_fresh_{WORKER}", f"operator_{WORKER}"
MANAGE = Path(__file__).parents[3] / "manage.py"


def prepare() -> str:
    told = io.StringIO()
    call_command("prepare", stdout=told)
    return told.getvalue()


@pytest.mark.usefixtures("as_owner")
def test_a_prepared_database_needs_nothing() -> None:
    assert prepare().startswith("Migrated: nothing; privileges changed: 0;")


@pytest.mark.django_db
def test_the_application_s_login_cannot_prepare() -> None:
    with pytest.raises(CommandError, match="administrator's login"):
        prepare()


OLDER = """
DROP TABLE {schema}.placements_statement, {schema}.placements_historicalstatement, {schema}.placements_refusal,
    {schema}.placements_historicalrefusal, {schema}.placements_urgentreport, {schema}.placements_historicalurgentreport;
ALTER TABLE {schema}.placements_placement DROP COLUMN late_on, DROP COLUMN provisional, DROP COLUMN carried_from_ids,
    DROP COLUMN refusal_id, DROP COLUMN discreet;
ALTER TABLE {schema}.placements_historicalplacement DROP COLUMN late_on, DROP COLUMN provisional,
    DROP COLUMN carried_from_ids, DROP COLUMN refusal_id, DROP COLUMN discreet;
DELETE FROM {schema}.django_migrations WHERE app = 'placements' AND name > '0003';
"""
"""To the tables as the first release left them."""


@pytest.mark.usefixtures("as_owner")
def test_a_township_that_is_behind_is_migrated_stamped_and_proven() -> None:
    """From the first release on, with what it holds: `OLDER` takes back everything since."""
    township = found()
    Village.objects.create(code=f"{CODE}001", name="演示村", kind="village", township=township)
    with township_context(township):
        kept = place(township)
    run(f"""
        {OLDER.format(schema=SCHEMA)}
        ALTER TABLE {SCHEMA}.placements_historicalplacement DROP CONSTRAINT stamp;
        UPDATE divisions_township SET schema_version = 'older' WHERE no = {township.no}
    """)
    assert upkeep.migrate_townships() == [SCHEMA]
    township.refresh_from_db()
    assert township.schema_version == Township.objects.get(no=1).schema_version
    assert upkeep.migrate_townships() == []
    assert run(f"SELECT id, provisional, carried_from_ids FROM {SCHEMA}.placements_placement") == [(kept.pk, False, [])]


@pytest.mark.usefixtures("as_owner")
def test_plain_migrate_leaves_everything_in_order() -> None:
    found()
    run(f"ALTER TABLE {SCHEMA}.placements_placement DROP CONSTRAINT stamp")
    run(f"GRANT SELECT ON {SCHEMA}.placements_placement TO county")
    call_command("migrate", verbosity=0)
    assert run(f"SELECT 1 FROM pg_constraint WHERE conrelid = '{SCHEMA}.placements_placement'::regclass "
               "AND conname = 'stamp'") == [(1,)]  # fmt: skip
    assert run(f"SELECT has_table_privilege('county', '{SCHEMA}.placements_placement', 'SELECT')") == [(False,)]
    assert prepare().startswith("Migrated: nothing; privileges changed: 0;")


@pytest.fixture
def operator(admin_dsn: str) -> Iterator[str]:
    """A database on a server whose administrator is no superuser: it owns the database and may create roles."""
    with psycopg.connect(admin_dsn, autocommit=True) as session:
        session.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEROLE PASSWORD 'operator'").format(sql.Identifier(ADMIN)))
        session.execute(f"GRANT zhunru_owner, zhunru_app, county, township TO {ADMIN} WITH ADMIN OPTION".encode())
        session.execute(f"CREATE DATABASE {FRESH} OWNER {ADMIN}".encode())
    where = psycopg.conninfo.conninfo_to_dict(admin_dsn)
    yield f"postgresql://{ADMIN}:operator@{where['host']}:{where['port']}/{FRESH}"
    drop(admin_dsn, FRESH)
    with psycopg.connect(database(admin_dsn, "postgres"), autocommit=True) as session:
        session.execute(f"DROP OWNED BY {ADMIN} CASCADE; DROP ROLE {ADMIN}".encode())


def test_an_administrator_need_not_be_a_superuser(operator: str) -> None:
    env = {**os.environ, "DATABASE_URL": operator, "SECRET_KEY": "test", "ZHUNRU_APP_PASSWORD": PASSWORD}
    for expected in ("Migrated: public", "Migrated: nothing; privileges changed: 0"):
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, MANAGE, "prepare"], env=env, capture_output=True, text=True, check=False
        )
        assert expected in done.stdout, done.stderr[-2000:]
