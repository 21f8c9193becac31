"""A contract's papers: wanted in the township, issued once by the county, with both seals (clause 2.4c)."""

from typing import Any

import pytest
from pytest_django import Settings

from zhunru.accounts.queries import social_work_office
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts import sweeping, tasks
from zhunru.contracts.models import Contract, Paper, Terms
from zhunru.contracts.services import issuing, papers
from zhunru.contracts.tests import samples
from zhunru.core.actors import SYSTEM
from zhunru.documents import services as documents
from zhunru.documents.kinds import CIRCULAR
from zhunru.documents.models import Document, SealUse
from zhunru.documents.tests.every_kind import FACTS
from zhunru.purchases.models import Release
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture(autouse=True)
def specimens(settings: Settings) -> None:
    """In a demonstration who has no seal gets a specimen."""
    settings.DEMO = True


def wanted(contract: Contract) -> Paper:
    with township_context(contract.village.township):
        found: Paper = Paper.objects.get(contract=contract, kind=Paper.Kind.CONTRACT)
        return found


def test_the_paper_bears_both_seals_and_its_number_is_the_contracts(performing: Contract) -> None:
    tasks.issue(paper_id=wanted(performing).pk)
    paper = wanted(performing)
    with county_context():
        document = Document.objects.get(wanted_by=paper.pk)
        assert document.sealings.count() == 1
        assert document.facts["purchaser"]["signatory"] == "演示负责人"
        assert document.facts["deliberation"]["number"] == "村议〔2026〕3号"
    assert (paper.status, paper.number) == (Paper.Status.ISSUED, document.number)
    assert samples.fresh(performing).number == document.number


@pytest.mark.clause("2.3d")
def test_each_seal_is_used_because_that_side_has_signed(performing: Contract) -> None:
    """C-02: who signed for a side has approved of its seal's use; the system puts it on, not that person."""
    with township_context(performing.village.township):
        terms = Terms.objects.get(contract=performing)
        signed = [
            terms.history.filter(**{f"{side}_signed_at__isnull": False}).order_by("history_id").first()
            for side in ("purchaser", "provider")
        ]
    tasks.issue(paper_id=wanted(performing).pk)
    with county_context():
        uses = SealUse.objects.filter(document__wanted_by=wanted(performing).pk).order_by("id")
        found = [(use.seal.name, use.approved_by_id, use.used_by_id) for use in uses]
    assert [approver for _seal, approver, _user in found] == [row.history_user_id for row in signed]
    assert len({approver for _seal, approver, _user in found}) == 2
    assert [user for _seal, _approver, user in found] == [None, None]


def test_a_paper_of_another_kind_with_the_same_number_of_a_row_is_another(performing: Contract) -> None:
    """Each of a township's tables counts by itself: its third certificate and its third contract paper share an id."""
    paper = wanted(performing)
    with county_context():
        documents.issue(
            CIRCULAR,
            FACTS["circular"],
            actor=SYSTEM,
            today=paper.dated_on,
            organisation=social_work_office().get(),
            host="gongga.example",
            wanted_by=paper.pk,
        )
    tasks.issue(paper_id=paper.pk)
    with county_context():
        kinds = sorted(Document.objects.filter(wanted_by=paper.pk).values_list("kind", flat=True))
    assert kinds == ["circular", "contract"]
    assert wanted(performing).status == Paper.Status.ISSUED


def test_what_was_cut_off_between_issuing_and_noting_is_one_paper(
    performing: Contract, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = wanted(performing)
    with monkeypatch.context() as patched:
        patched.setattr(issuing, "_note", lambda *_: (_ for _ in ()).throw(ConnectionError))
        with pytest.raises(ConnectionError):
            tasks.issue(paper_id=paper.pk)
    assert wanted(performing).status == Paper.Status.WANTED
    tasks.issue(paper_id=paper.pk)
    tasks.issue(paper_id=paper.pk)
    with county_context():
        assert Document.objects.filter(wanted_by=paper.pk).count() == 1
    assert wanted(performing).status == Paper.Status.ISSUED


def test_a_published_contract_with_its_number_is_told_to_everybody_once(performing: Contract) -> None:
    tasks.publish(contract_id=performing.pk)
    with county_context():
        assert not Release.objects.exists()  # it has no number yet
    tasks.issue(paper_id=wanted(performing).pk)
    tasks.publish(contract_id=performing.pk)
    with county_context():
        release = Release.objects.get(contract_id=performing.pk)
    assert release.body["contracts"][0]["title"]
    assert "演示主任" not in str(release.body)


def test_the_night_asks_again_for_a_paper_that_has_not_come(
    performing: Contract, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(tasks, "ask_for_paper", asked.append)
    committed = django_capture_on_commit_callbacks(execute=True)
    with committed, township_context(performing.village.township):
        sweeping.ask_again_for_papers()
    assert asked == [wanted(performing).pk]


def test_a_draft_can_be_looked_at_before_anybody_signs(stage: Stage, drafted: Contract) -> None:
    with township_context(drafted.village.township):
        name, kind, content = papers.preview(samples.last_version(drafted))
    assert name.endswith(".pdf")
    assert kind == "pdf"
    assert content.startswith(b"%PDF")
