"""Yearly reports on contracts: each once, numbered and sealed, from what is signed alone (clause 2.4d)."""

import json
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import Settings

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts import tasks
from zhunru.contracts.models import Contract, Paper
from zhunru.contracts.reports import ReportParams
from zhunru.contracts.tests.deals import IN_JULY, MET, PARTLY, Deal
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.documents import queries, signing, storage
from zhunru.documents.batching import asking, working
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.kinds import SATISFACTION
from zhunru.documents.models import Batch, Document
from zhunru.documents.tests.archived import opened
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.clause("2.4d")
IN_JANUARY = "2027-01-06 09:00"


@pytest.fixture(autouse=True)
def specimens(settings: Settings) -> None:
    """In a demonstration who has no seal gets a specimen."""
    settings.DEMO = True


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    """Its first period is accepted in July, with 77.50 points."""
    at(IN_JULY)
    made = Deal(stage, performing)
    made.accepted(PARTLY)
    return made


def issue_papers(contract: Contract) -> None:
    with township_context(contract.village.township):
        wanted = list(
            Paper.objects.filter(contract=contract, status="wanted").order_by("id").values_list("pk", flat=True)
        )
    for id in wanted:
        tasks.issue(paper_id=id)


def reported(actor: Actor, year: int = 2026) -> Batch:
    with county_context():
        batch = asking.ask(JOBS["satisfaction"], ReportParams(year=year), actor=actor)
        working.carry_on(batch.pk)
        batch.refresh_from_db()
        return batch


def reports() -> list[Document]:
    with county_context():
        return list(Document.objects.filter(kind=SATISFACTION.name).order_by("id"))


def test_a_contract_has_its_report_with_each_clause_as_it_was_signed(stage: Stage, deal: Deal) -> None:
    issue_papers(deal.contract)
    batch = reported(stage.actor("clerk"))
    assert (batch.status, batch.error, batch.total) == (Batch.Status.DONE, "", 1)
    [paper] = reports()
    assert paper.number == "演社工评〔2026〕1号"
    assert signing.verify(storage.paper_path(paper.sha256).read_bytes()).holds
    [period] = paper.facts["periods"]
    assert [one["score"] for one in period["clauses"]] == ["75", "100", "50"]
    assert (period["score"], paper.facts["total"]) == ("77.50", "77.50")
    with county_context():
        assert paper.facts["contract"]["number"] == Document.objects.get(kind="contract").number
    told = json.loads(opened(batch).read("metadata.json"))
    assert [one["number"] for one in told] == [paper.number]


def test_asked_for_again_it_is_one_report(stage: Stage, deal: Deal) -> None:
    issue_papers(deal.contract)
    first, second = reported(stage.actor("clerk")), reported(stage.actor("head"))
    assert first.pk == second.pk
    assert len(reports()) == 1


def test_a_report_that_says_the_same_is_not_made_again_by_another_batch(stage: Stage, deal: Deal) -> None:
    """As when the plan was another for a contract that has nothing to do with this one."""
    issue_papers(deal.contract)
    first = reported(stage.actor("clerk"))
    with county_context():
        item = first.items.get()
        other = Batch.objects.get(pk=first.pk)
        other.pk, other.key, other.status, other.version = None, "0" * 64, Batch.Status.WAITING, 0
        other.sha256, other.finished_at = "", None
        other.record(actor=stage.actor("clerk"), reason="另一批")
        other.items.create(place=1, label=item.label, ref=item.ref)
        working.carry_on(other.pk)
        assert other.items.get().sha256 == item.sha256
    assert len(reports()) == 1


def test_a_later_period_of_the_year_makes_a_new_report_that_takes_the_firsts_place(
    stage: Stage, deal: Deal, at: At
) -> None:
    issue_papers(deal.contract)
    reported(stage.actor("clerk"))
    at(IN_JANUARY)
    Deal(stage, deal.contract).accepted(MET, no=2)
    issue_papers(deal.contract)
    reported(stage.actor("clerk"))
    before, now = reports()
    assert (before.status, before.ended_by_id) == (Document.Status.SUPERSEDED, now.pk)
    assert [period["no"] for period in now.facts["periods"]] == [1, 2]
    assert Decimal(now.facts["total"]) == Decimal("88.75")


def test_a_report_waits_for_the_certificate_and_says_so(stage: Stage, deal: Deal) -> None:
    with township_context(deal.contract.village.township):
        original = Paper.objects.get(contract=deal.contract, kind=Paper.Kind.CONTRACT)
    tasks.issue(paper_id=original.pk)
    batch = reported(stage.actor("clerk"))
    with county_context():
        assert (batch.status, batch.items.get().error) == (Batch.Status.FAILED, "第1期的履约验收书尚未印发")
    assert reports() == []


def test_a_year_without_an_accepted_period_has_no_reports(stage: Stage, deal: Deal) -> None:
    with pytest.raises(DomainError, match="没有符合条件"):
        reported(stage.actor("clerk"), year=2025)


@pytest.mark.parametrize("somebody", ["water-head", "auditor"])
def test_only_the_office_has_reports_made_and_no_other_reads_them(stage: Stage, deal: Deal, somebody: str) -> None:
    """Rule P-15: nobody gathers what villages have come to."""
    issue_papers(deal.contract)
    reported(stage.actor("clerk"))
    actor: Any = stage.actor(somebody)
    with pytest.raises(NotAllowedError):
        reported(actor)
    with county_context():
        assert not queries.visible_to(actor).filter(kind=SATISFACTION.name).exists()
