"""Departments work on contracts where they lie; nobody else gets across, and nobody stays there (clause 2.4b)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import QuerySet
from django.db.transaction import atomic
from django.test import Client

from zhunru.admissions.tests.desks import Desk, desk_of, host_of
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts import queries
from zhunru.contracts.models import Contract
from zhunru.contracts.tests import samples
from zhunru.core.actors import COUNTY, Actor
from zhunru.files.tests.samples import pdf
from zhunru.tenancy.context import CrossingError, county_context, current, township_context
from zhunru.tenancy.stamps import BITS


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("渠道图.pdf", pdf(), content_type="application/pdf")


def status(desk: Desk, path: str, method: str = "GET") -> int:
    return int(desk.ask(method, path).status_code)


def test_a_department_reads_its_own_contract_in_any_township(stage: Stage, performing: Contract) -> None:
    clerk = desk_of(stage, "water-clerk")
    read = clerk.get(f"/contracts/{performing.pk}")
    assert (read["subject"], read["township"]) == (samples.SUBJECT, stage.townships[0].name)
    assert current().realm is None


@pytest.mark.parametrize("who", ["farming-clerk", "farming-head", "clerk", "head", "leader", "auditor", "admin"])
def test_nobody_else_of_the_county_finds_it(stage: Stage, performing: Contract, who: str) -> None:
    """Another department, and the office as long as nothing lies before it to be mediated."""
    other = desk_of(stage, who)
    with township_context(performing.village.township):
        terms = samples.last_version(performing)
    for path in (f"/contracts/{performing.pk}", f"/contract-terms/{terms.pk}", f"/contract-terms/{terms.pk}/preview"):
        assert status(other, path) == 404
    assert status(other, f"/contracts/{performing.pk}/terminate", "POST") in (404, 422)


def test_no_township_of_that_number_is_not_found(stage: Stage, performing: Contract) -> None:
    clerk = desk_of(stage, "water-clerk")
    for id in (7, 60_000 << BITS | 1, 2**62):
        assert status(clerk, f"/contracts/{id}") == 404
    assert current().realm is None


def test_a_village_of_another_township_finds_nothing(stage: Stage, performing: Contract) -> None:
    stranger = Desk(stage.village_officer(stage.villages(1)[0]))
    neighbour = Desk(stage.village_officer(stage.villages(0)[1]))
    own = Desk(stage.village_officer(performing.village))
    path = f"/contracts/{performing.pk}"
    assert (status(stranger, path), status(neighbour, path), status(own, path)) == (404, 404, 200)


def test_a_village_sees_nothing_of_a_draft(stage: Stage, drafted: Contract) -> None:
    """What a department has not offered is its own."""
    own = Desk(stage.village_officer(drafted.village))
    assert status(own, f"/contracts/{drafted.pk}") == 404


def test_strangers_are_asked_to_log_in(performing: Contract) -> None:
    for realm in (COUNTY, performing.village.township.schema_name):
        answer = Client(headers={"host": host_of(realm)}).get(f"/api/contracts/{performing.pk}")
        assert answer.status_code == 401


def test_inside_the_role_is_the_townships(stage: Stage, performing: Contract, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the county's tables are as closed there as they are to the township itself."""
    roles: list[str] = []
    visible_to = queries.visible_to

    def look(actor: Actor) -> QuerySet[Contract]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            roles.append(cursor.fetchone()[0])
        return visible_to(actor)

    monkeypatch.setattr(queries, "visible_to", look)
    desk_of(stage, "water-clerk").get(f"/contracts/{performing.pk}")
    assert set(roles) == {performing.village.township.schema_name}


def test_no_transaction_goes_across(performing: Contract) -> None:
    with county_context(), atomic(), pytest.raises(CrossingError), township_context(performing.village.township):
        pass


def test_a_file_lies_on_the_townships_side_whoever_brings_it(stage: Stage, drafted: Contract) -> None:
    clerk = desk_of(stage, "water-clerk")
    sent = clerk.send(f"/contracts/{drafted.pk}/attachments", {"file": a_file()})
    assert sent.status_code == 201
    made = sent.json()
    assert clerk.ask("GET", f"/contract-files/{made['id']}").content.startswith(b"%PDF")
    assert status(desk_of(stage, "farming-clerk"), f"/contract-files/{made['id']}") == 404
    assert status(clerk, f"/contract-files/{made['id']}/remove", "POST") == 204
    assert status(clerk, f"/contract-files/{made['id']}") == 404


def test_what_was_signed_with_the_contract_stays(stage: Stage, drafted: Contract) -> None:
    clerk = desk_of(stage, "water-clerk")
    made = clerk.send(f"/contracts/{drafted.pk}/attachments", {"file": a_file()}).json()
    samples.signed(stage, drafted)
    assert status(clerk, f"/contract-files/{made['id']}/remove", "POST") == 409
