"""A paper's file goes when the rule of its kind says so, and in no other way; what went is written down for good."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from zhunru.accounts.models import Organisation
from zhunru.admissions.sweeping import retention as sweeping
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.tests.clients import CLERK, client
from zhunru.documents import checking, retention, storage, verification
from zhunru.documents.api import router
from zhunru.documents.api.batches import archive
from zhunru.documents.checking import FileAnswer
from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.models import Document, Erasure, Seal
from zhunru.documents.tests.archived import certified, duplicate, issued
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval

Commits = Callable[..., Any]
DUE = TODAY + timedelta(days=30)
LATER = date(2060, 1, 1)


@pytest.fixture
def paper(office: Organisation, village_seal: Seal, keeper: Actor) -> Document:
    """A certificate, kept for as long as it holds: thirty days."""
    return certified(office, village_seal, keeper)


@pytest.fixture
def contract(office: Organisation, seal: Seal, village_seal: Seal, keeper: Actor) -> Document:
    return issued("contract", FACTS["contract"], office, keeper, seals=[seal, village_seal])


def test_a_certificates_file_goes_when_it_no_longer_holds_and_its_row_stays(
    paper: Document, keeper: Actor, django_capture_on_commit_callbacks: Commits
) -> None:
    copy = duplicate(paper, keeper)
    with django_capture_on_commit_callbacks(execute=True):
        assert sweeping.erase(DUE - timedelta(days=1)).done == 0
        assert storage.paper_path(paper.sha256).exists()
        assert sweeping.erase(DUE).done == 1
    assert not storage.paper_path(paper.sha256).exists()
    assert not storage.paper_path(copy.sha256).exists()
    erasure = Erasure.objects.get(document=paper)
    assert (erasure.due_on, erasure.sha256, erasure.rule) == (DUE, paper.sha256, "村（社区）证明的电子文件保管30天")
    assert Document.objects.get(pk=paper.pk).number == paper.number
    assert sweeping.erase(LATER).done == 0


def test_a_file_that_was_erased_is_a_clear_answer_and_its_hash_still_proves_it(
    contract: Document, django_capture_on_commit_callbacks: Commits
) -> None:
    content = storage.paper_path(contract.sha256).read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        sweeping.erase(LATER)
    answer = client(router, CLERK).get(f"/{contract.pk}/file")
    assert (answer.status_code, answer.json()["code"]) == (409, "file_erased")
    assert "按规则销毁" in answer.json()["detail"]
    found = checking.by_hash(contract.sha256)
    assert found is not None
    assert (found.answer, found.document) == (FileAnswer.SAME, contract)
    assert checking.check(content).answer == FileAnswer.SAME
    assert verification.look_up(contract.code, TODAY) is not None
    [row] = client(archive, CLERK).get("/erasures?q=演社工").json()["items"]
    assert (row["number"], row["kind_label"], row["sha256"]) == (contract.number, "政府购买服务合同", contract.sha256)


def test_a_contract_is_kept_fifteen_years_from_its_last_day(
    contract: Document, django_capture_on_commit_callbacks: Commits
) -> None:
    """Rule P-14: also what belongs to it, such as its acceptances."""
    ends = date.fromisoformat(contract.facts["to_on"])
    due = retention.due_on(contract)
    assert due is not None
    assert due >= ends.replace(year=ends.year + 15)
    with django_capture_on_commit_callbacks(execute=True):
        assert sweeping.erase(due - timedelta(days=1)).done == 0
        assert sweeping.erase(due).done == 1


def test_a_later_paper_of_the_contract_keeps_all_of_them_longer(
    contract: Document, office: Organisation, seal: Seal, village_seal: Seal, keeper: Actor
) -> None:
    before = retention.due_on(contract)
    named = Earlier(number=contract.number, issued_on=contract.issued_on)
    facts = FACTS["supplement"].model_copy(update={"to_on": date(2031, 1, 1), "contract": named})
    later = issued("supplement", facts, office, keeper, seals=[seal, village_seal])
    assert retention.due_on(contract) == retention.due_on(later) != before


def test_what_admits_a_matter_is_kept_for_good(office: Organisation, seal: Seal, keeper: Actor) -> None:
    paper = issued("approval", approval(scope=ONE_TOWNSHIP), office, keeper)
    assert retention.due_on(paper) is None
    assert sweeping.erase(LATER).done == 0
    assert retention.erase(paper, today=LATER) is False


def test_nothing_goes_without_being_written_down_first(paper: Document) -> None:
    with pytest.raises(ValueError, match="is kept"):
        retention.remove_files(paper)
    assert storage.paper_path(paper.sha256).exists()


def test_a_file_left_behind_by_an_erasure_that_was_cut_off_goes_with_the_next_sweep(paper: Document) -> None:
    """The record is there, the file too: as after a crash between the two."""
    assert retention.erase(paper, today=DUE)
    assert storage.paper_path(paper.sha256).exists()
    assert sweeping.clear_away(DUE).done == 1
    assert sweeping.clear_away(DUE).done == 0
    assert not storage.paper_path(paper.sha256).exists()


def test_an_erasure_that_is_rolled_back_erases_nothing(
    paper: Document, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        retention.erase(paper, today=DUE)
        transaction.set_rollback(True)
    assert storage.paper_path(paper.sha256).exists()
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("act", ["update", "delete"])
def test_what_was_erased_stays_written_down(paper: Document, act: str) -> None:
    retention.erase(paper, today=DUE)
    rows = Erasure.objects.filter(document=paper)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(rule="其他") if act == "update" else rows.delete()


def test_papers_are_read_only_on_the_disk_and_written_once(paper: Document) -> None:
    path = storage.paper_path(paper.sha256)
    assert path.stat().st_mode & 0o777 == 0o400
    before = path.read_bytes()
    storage.write_once(path, b"something else")
    assert path.read_bytes() == before


def test_an_erased_paper_has_no_duplicate_made_of_it(
    paper: Document, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sweeping.erase(DUE)
    with pytest.raises(DomainError, match="按规则销毁"):
        retention.file_of(paper)
