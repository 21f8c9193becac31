"""A paper issued in error is void; its number stays taken and visible (A-18)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from zhunru.accounts.models import Organisation
from zhunru.documents import services, verification
from zhunru.documents.kinds import APPROVAL
from zhunru.documents.models import Document
from zhunru.documents.tests.desk import Staff, approved, ask, good, said_no
from zhunru.documents.tests.samples import approval
from zhunru.documents.workflow import USES


@pytest.fixture
def paper(team: Staff) -> Document:
    """A demand for correction, just issued."""
    use = USES.take("use", approved(team), actor=team.keeper)
    assert use.document is not None
    return use.document


def test_a_18_a_void_number_stays_visible_and_is_not_given_again(team: Staff, paper: Document) -> None:
    told = good(ask("county", team.head, "post", f"/{paper.pk}/void", {"reason": "对象有误", "version": paper.version}))
    assert (told["status"], told["standing"], told["void_reason"], told["may_be_voided"]) == (
        "voided", "voided", "对象有误", False,
    )  # fmt: skip
    following = USES.take("use", approved(team), actor=team.keeper).document
    assert following is not None
    assert (paper.number, following.number) == ("演社工整〔2026〕1号", "演社工整〔2026〕2号")
    listed = good(ask("router", team.clerk, "get", "?kind=rectification"))["items"]
    assert {row["number"]: row["status"] for row in listed} == {paper.number: "voided", following.number: "valid"}
    found = verification.look_up(paper.code, timezone.localdate())
    assert found is not None
    assert found.standing == verification.Standing.VOIDED
    assert good(ask("router", team.clerk, "get", f"/{paper.pk}/history"))[0]["reason"] == "作废：对象有误"


@pytest.mark.parametrize("name", ["clerk", "keeper", "leader"])
def test_only_the_head_declares_a_paper_void(team: Staff, paper: Document, name: str) -> None:
    answer = ask("county", getattr(team, name), "post", f"/{paper.pk}/void", {"reason": "有误"})
    assert answer.status_code == 403


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_void_needs_its_reason(team: Staff, paper: Document, reason: str) -> None:
    assert ask("county", team.head, "post", f"/{paper.pk}/void", {"reason": reason}).status_code == 422


def test_what_is_void_stays_void_and_is_neither_corrected_nor_copied(team: Staff, paper: Document) -> None:
    good(ask("county", team.head, "post", f"/{paper.pk}/void", {"reason": "有误"}))
    assert said_no(ask("county", team.head, "post", f"/{paper.pk}/void", {"reason": "又一次"})) == "already_ended"
    assert said_no(ask("drafts", team.clerk, "post", "", {"kind": "erratum", "corrects": paper.pk})) == "voided"
    wanted = {"receiver": "县水务局", "reason": "遗失"}
    assert said_no(ask("county", team.clerk, "post", f"/{paper.pk}/duplicates", wanted)) == "voided"
    with pytest.raises(DatabaseError, match="stays ended"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_document SET status = 'valid', ended_on = NULL, void_reason = ''")


def test_a_paper_on_which_a_matter_rests_is_not_declared_void(team: Staff, office: Organisation) -> None:
    found = services.issue(
        APPROVAL, approval(), actor=team.keeper, today=timezone.localdate(), organisation=office, host="gongga.example"
    )
    assert said_no(ask("county", team.head, "post", f"/{found.pk}/void", {"reason": "有误"})) == "not_voidable"
    assert good(ask("router", team.head, "get", f"/{found.pk}"))["may_be_voided"] is False


def test_a_paper_that_somebody_changed_meanwhile_is_looked_at_again(team: Staff, paper: Document) -> None:
    said = {"reason": "有误", "version": paper.version - 1}
    assert said_no(ask("county", team.head, "post", f"/{paper.pk}/void", said)) == "stale"
