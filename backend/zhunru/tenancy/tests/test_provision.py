"""A township's schema is made whole or not at all, and proven."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from zhunru.divisions.models import Township
from zhunru.tenancy import acl, provision, register
from zhunru.tenancy.context import township_context
from zhunru.tenancy.tests.conftest import CODE, HOST, SCHEMA, found, run

pytestmark = pytest.mark.usefixtures("as_owner")


def test_a_new_township_is_ready_for_work() -> None:
    township = found()
    assert township.no == 4
    assert township.schema_version == provision.migrations_digest()
    provision.verify(township)
    with township_context(township):
        run("SELECT * FROM placements_placement")
    assert register.host(HOST) is not None


def test_a_township_that_fails_half_way_has_never_been(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_township: Any) -> None:
        raise DatabaseError("no more room")

    monkeypatch.setattr(provision, "settle", fail)
    with pytest.raises(DatabaseError):
        found()
    assert not Township.objects.filter(code=CODE).exists()
    assert run("SELECT 1 FROM pg_namespace WHERE nspname = %s", SCHEMA) == []
    assert run("SELECT 1 FROM pg_roles WHERE rolname = %s", SCHEMA) == []


@pytest.mark.parametrize("host", ["gongga.localhost", "jixiong.gongga.localhost"])
def test_a_host_belongs_to_one(host: str) -> None:
    with pytest.raises(CommandError, match="already somebody's"):
        call_command("provision_township", CODE, "演示镇", host)


@pytest.mark.parametrize("code", ["54052219", "t54052219", "54052219'", "54052219\n"])
def test_a_code_is_nine_digits(code: str) -> None:
    with pytest.raises((CommandError, DatabaseError)):
        call_command("provision_township", code, "演示镇", HOST)


def test_an_ended_township_keeps_its_schema_and_loses_its_host() -> None:
    township = found()
    call_command("deactivate_township", CODE)
    assert register.host(HOST) is None
    with pytest.raises(register.UnknownTownshipError):
        register.township(SCHEMA)
    assert acl.tables(township.schema_name)
    with pytest.raises(CommandError, match="no township"):
        call_command("deactivate_township", CODE)


FAULTS = {
    "DROP INDEX {s}.placements__village_b4960c_idx": "lacks: CREATE INDEX",
    "ALTER TABLE {s}.placements_placement DROP CONSTRAINT no_placement_without_document": "lacks: ALTER TABLE",
    "ALTER TABLE {s}.placements_placement ADD more int": "has: CREATE TABLE placements_placement",
    "ALTER TABLE {s}.placements_placement DROP CONSTRAINT stamp": "without stamp: placements_placement",
    "DROP TRIGGER push_facts_on_update ON {s}.placements_placement": "lacks: CREATE TRIGGER push_facts_on_update",
    "GRANT DELETE ON {s}.placements_placement TO {s}": "privilege: placements_placement t_.* DELETE",
    "GRANT SELECT ON {s}.placements_placement TO county": "privilege: placements_placement county SELECT",
    "GRANT SELECT ON {s}.placements_placement TO PUBLIC": "privilege: placements_placement PUBLIC SELECT",
    "GRANT UPDATE (history_date) ON {s}.placements_historicalplacement TO {s}": r"privilege: .*UPDATE\(history_date\)",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_verifying_finds_what_is_missing_and_what_is_too_much(fault: str) -> None:
    township = found()
    run(fault.format(s=SCHEMA))
    with pytest.raises(provision.SchemaFaultError, match=FAULTS[fault]):
        provision.verify(township)
