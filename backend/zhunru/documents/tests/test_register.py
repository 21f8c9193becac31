"""Issuing a paper: number, file, signature and register row are one act."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import codes, kinds, numbering, rendering, sealing, services, signing, storage
from zhunru.documents.models import Document, NumberSeries, Seal
from zhunru.documents.tests.samples import OFFICE, ONE_TOWNSHIP, TODAY, approval, withdrawal
from zhunru.tenancy.context import county_context

HOST = "gongga.example"


def issued(office: Organisation, actor: Actor, today: date = TODAY) -> Document:
    return services.issue(
        kinds.APPROVAL, approval(scope=ONE_TOWNSHIP), actor=actor, today=today, organisation=office, host=HOST
    )


@pytest.mark.clause("2.1c")
def test_an_issued_paper_is_numbered_signed_stored_and_registered(
    office: Organisation, seal: Seal, keeper: Actor
) -> None:
    document = issued(office, keeper)
    content = storage.paper_path(document.sha256).read_bytes()
    assert document.number == "演社工准〔2026〕1号"
    assert codes.normalise(document.code) == document.code
    assert document.size == len(content)
    found = signing.verify(content)
    assert found.holds
    assert found.signer == OFFICE
    assert document.history.get().actor_name == keeper.name
    assert document.facts["matter_code"] == "540522-CG-0001"


def test_numbers_follow_on_and_begin_anew_each_year_and_series(office: Organisation, seal: Seal, keeper: Actor) -> None:
    numbers = [issued(office, keeper, day).number for day in (TODAY, TODAY, date(2027, 1, 4))]
    assert numbers == ["演社工准〔2026〕1号", "演社工准〔2026〕2号", "演社工准〔2027〕1号"]
    ending = services.issue(kinds.WITHDRAWAL, withdrawal(), actor=keeper, today=TODAY, organisation=office, host=HOST)
    assert ending.number == "演社工撤〔2026〕1号"


def test_a_rolled_back_paper_gives_its_number_back(office: Organisation, seal: Seal, keeper: Actor) -> None:
    def change_my_mind() -> None:
        with transaction.atomic():
            assert issued(office, keeper).number == "演社工准〔2026〕1号"
            raise DomainError("changed_my_mind", "撤回")

    with pytest.raises(DomainError):
        change_my_mind()
    assert issued(office, keeper).number == "演社工准〔2026〕1号"
    assert Document.objects.count() == 1


def test_a_paper_that_cannot_be_drawn_leaves_no_number_and_no_row(
    office: Organisation, seal: Seal, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued(office, keeper)
    poor = rendering.Press("", rendering.Limits(max_pages=0))
    monkeypatch.setattr(services, "press", lambda: poor)
    with pytest.raises(DomainError) as failure:
        issued(office, keeper)
    poor.kill()
    monkeypatch.undo()
    assert failure.value.code == "render_failed"
    assert NumberSeries.objects.get().last == 1
    assert Document.objects.count() == 1


def test_no_paper_without_a_seal(office: Organisation, keeper: Actor) -> None:
    with pytest.raises(DomainError) as failure:
        issued(office, keeper)
    assert failure.value.code == "no_seal"
    assert not NumberSeries.objects.exists()


def test_an_organisation_has_one_seal_in_use(office: Organisation, seal: Seal, keeper: Actor) -> None:
    assert sealing.register_specimen_seal(office, actor=keeper, today=TODAY) == seal
    second = Seal(organisation=office, name="x", diameter_mm=42, image="<svg/>", registered_on=TODAY)
    with pytest.raises(DatabaseError), transaction.atomic():
        second.record(actor=keeper, reason="test")


@pytest.mark.django_db(transaction=True)
def test_twenty_threads_get_twenty_numbers_without_a_gap(
    office: Organisation,
) -> None:
    """Every third is rolled back after it got its number: the others still run on without a gap."""
    start = threading.Barrier(20)

    def allot(no: int) -> int | None:
        start.wait()
        try:
            with county_context(), transaction.atomic():
                number = numbering.allot(kinds.APPROVAL, 2026)
                if no % 3 == 0:
                    raise DomainError("changed_my_mind", "撤回")
                return number.seq
        except DomainError:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        numbers = [n for n in pool.map(allot, range(20)) if n]
    assert sorted(numbers) == list(range(1, 14))


@pytest.mark.django_db(transaction=True)
def test_papers_issued_at_once_are_numbered_one_to_n(office: Organisation, seal: Seal, keeper: Actor) -> None:
    def act(_: int) -> str:
        try:
            with county_context():
                return issued(office, keeper).number
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        numbers = set(pool.map(act, range(6)))
    assert numbers == {f"演社工准〔2026〕{n}号" for n in range(1, 7)}
    assert len({d.sha256 for d in Document.objects.all()}) == 6


FIXED = ["number", "code", "title", "sha256", "issued_on", "kind", "seq", "size", "facts"]


@pytest.mark.parametrize("column", FIXED)
def test_what_a_paper_says_never_changes_in_the_register(
    column: str, office: Organisation, seal: Seal, keeper: Actor
) -> None:
    document = issued(office, keeper)
    other = {"issued_on": date(2020, 1, 1), "seq": 99, "size": 99, "facts": {}, "sha256": "0" * 64, "code": "0" * 12}
    setattr(document, column, other.get(column, "withdrawal"))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        document.record(actor=keeper, reason="forgery")


def test_a_paper_is_never_deleted(office: Organisation, seal: Seal, keeper: Actor) -> None:
    document = issued(office, keeper)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM documents_document WHERE id = %s", [document.pk])
    with pytest.raises(TypeError):
        document.delete()


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_deletes_a_paper(
    office: Organisation, seal: Seal, keeper: Actor, owner: Callable[[], AbstractContextManager[Any]]
) -> None:
    document = issued(office, keeper)
    with owner() as connected, connected.cursor() as cursor, pytest.raises(DatabaseError, match="never deleted"):
        cursor.execute("DELETE FROM documents_document WHERE id = %s", [document.pk])


def test_a_number_is_never_taken_back(office: Organisation, seal: Seal, keeper: Actor) -> None:
    issued(office, keeper)
    for last in (0, 1, 7):
        with pytest.raises(DatabaseError, match="go up by one"), transaction.atomic():
            NumberSeries.objects.filter(last=1).update(last=last)


@pytest.mark.parametrize(
    ("host", "link"),
    [
        ("gongga.example.gov.cn", "https://gongga.example.gov.cn/v/X"),
        ("gongga.localhost:8000", "http://gongga.localhost:8000/v/X"),
    ],
)
def test_the_code_leads_to_the_county_host(host: str, link: str) -> None:
    assert codes.verification_link(host, "X") == link
