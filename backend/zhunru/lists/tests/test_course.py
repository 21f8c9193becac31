"""From draft to publication: who takes which step, what must hold before, and what it leaves behind."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage, the
from zhunru.core import history
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.core.workflow import Remark
from zhunru.documents.models import Document
from zhunru.lists import queries, schemas
from zhunru.lists.api import county_router, router
from zhunru.lists.models import Comment, Edition, Entry, ListKind
from zhunru.lists.services import commenting, drafting, publishing
from zhunru.lists.tests.ways import (
    AGAIN,
    added,
    all_agree,
    approved,
    consulted,
    decision,
    drafted,
    entry_of,
    in_force,
    published,
    said,
)
from zhunru.lists.workflow import EDITIONS
from zhunru.notices.models import Notice
from zhunru.tenancy.context import township_context

pytestmark = pytest.mark.usefixtures("calendar", "on_county_side")

E = Edition.Status
TODAY = date(2026, 3, 2)
STEPS = {
    "consult": ({E.DRAFT}, E.CONSULTATION, {Role.SOCIAL_WORK_HEAD}),
    "revise": ({E.CONSULTATION, E.APPROVED}, E.DRAFT, {Role.SOCIAL_WORK_HEAD}),
    "approve": ({E.CONSULTATION}, E.APPROVED, {Role.DECISION_RECORDER}),
    "publish": ({E.APPROVED}, E.PUBLISHED, {Role.SEAL_KEEPER}),
    "discard": ({E.DRAFT, E.CONSULTATION, E.APPROVED}, E.DISCARDED, {Role.SOCIAL_WORK_HEAD}),
}
"""From, to, by whom: written by hand beside the table that the application goes by."""


def refused(name: str, edition: Edition, actor: Actor, data: Remark | None = None) -> str:
    with pytest.raises((DomainError, NotAllowedError)) as caught:
        EDITIONS.take(name, edition, actor=actor, data=data)
    return caught.value.code


def publication(on: date) -> schemas.Publication:
    return schemas.Publication(effective_on=on)


@pytest.mark.clause("3.2a")
def test_each_step_leads_from_where_to_where_by_whom() -> None:
    assert {s.name: (set(s.source), s.target, set(s.by)) for s in EDITIONS} == STEPS


@pytest.mark.clause("3.2a")
@pytest.mark.parametrize("role", list(Role))
def test_nobody_else_edits_a_draft_or_takes_a_step(role: Role) -> None:
    """The clerk and the head draft; who may take a step is in the table above."""
    edition = drafted(ListKind.STATUTORY, "调解民间纠纷")
    actor = Actor(user_id=None, name="演示", role=role, realm=COUNTY)
    asked = client(county_router, actor)
    entry = {"title": "组织扫除文盲", "legal_basis": "《义务教育法》第一条", "reason": "新列"}
    drafting_roles = {Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD}
    found = asked.post(f"/editions/{edition.pk}/entries", json=entry).status_code
    hidden = role in (Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD)
    assert found == (201 if role in drafting_roles else 404 if hidden else 403)
    bodies = {
        "consult": {},
        "revise": {"remark": "再改"},
        "approve": {"resolution_number": "9号", "decided_on": "2026-03-02", "decided_by": "committee"},
        "publish": {"effective_on": "2026-03-02"},
        "discard": {"remark": "不再需要"},
    }
    for name, body in bodies.items():
        status = asked.post(f"/editions/{edition.pk}/{name}", json=body).status_code
        may = role in STEPS[name][2]
        assert (status in (200, 409)) == may, (name, status)
        assert may or status == (404 if hidden else 403), (name, status)


@pytest.mark.clause("3.2a", "1.3b")
def test_an_edition_is_heard_decided_and_published(stage: Stage) -> None:
    """Rules L-02 and L-03: every change makes an edition with a decision, a number, a sealed paper and its day."""
    edition = consulted(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    assert edition.consultation_due == date(2026, 3, 9)
    told = Notice.objects.filter(page="lists/editions", object_id=edition.pk)
    assert {one.organisation_id for one in told if one.realm == COUNTY} == {d.pk for d in stage.departments.values()}
    assert {one.realm for one in told} == {COUNTY, *(t.schema_name for t in stage.townships)}

    recorder, seal = stage.actor("recorder"), stage.actor("seal")
    assert refused("approve", edition, recorder, decision()) == "consultation_open"
    all_agree(stage, edition)
    proposal = said(edition, stage.actor("water-head"), "请写明由谁通知", entry=entry_of(edition, "调解民间纠纷"))
    assert refused("approve", edition, recorder, decision()) == "comments_unanswered"
    commenting.answer(proposal, text="已采纳", actor=stage.actor("clerk"))
    assert refused("approve", edition, recorder, decision(decided_on=date(2026, 3, 3))) == "future"
    edition = EDITIONS.take("approve", edition, actor=recorder, data=decision())
    assert (edition.resolution_number, edition.decided_by) == ("演示县委常委会〔2026〕3号", "committee")

    assert refused("publish", edition, seal, publication(date(2026, 3, 1))) == "past"
    edition = EDITIONS.take("publish", edition, actor=seal, data=publication(TODAY))
    paper = the(edition.document)
    assert (edition.status, edition.number, edition.published_on) == (E.PUBLISHED, 1, TODAY)
    assert (edition.document_number, paper.status) == (paper.number, Document.Status.VALID)
    assert (paper.facts["row_count"], paper.facts["edition"], paper.facts["starts_on"]) == (1, 1, "2026-03-02")
    reasons = [entry.reason for entry in history.entries(edition)]
    assert reasons == ["公布", "登记批准决定", "征求意见", "拟制新版"]


def test_silence_holds_nothing_up_once_the_term_is_over(stage: Stage, at: At) -> None:
    edition = consulted(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    at("2026-03-09 17:00")
    assert refused("approve", edition, stage.actor("recorder"), decision()) == "consultation_open"
    at("2026-03-10 09:00")
    assert EDITIONS.take("approve", edition, actor=stage.actor("recorder"), data=decision()).status == E.APPROVED


@pytest.mark.clause("3.2a", "3.2b")
def test_the_next_edition_waits_for_its_day_and_ends_the_one_before(stage: Stage, at: At) -> None:
    """Rules L-02, L-03 and L-08: scheduled effect, no gap and no overlap, and the paper before is superseded."""
    first = published(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    next_one = drafted(ListKind.STATUTORY, "组织扫除文盲")
    assert [entry.code for entry in next_one.entries.all()] == ["S-001", "S-002"]
    second = published(stage, next_one, on=date(2026, 4, 1))
    first.refresh_from_db()
    assert (first.ends_on, second.effective_on, second.ends_on) == (date(2026, 4, 1), date(2026, 4, 1), None)
    assert (second.number, second.based_on) == (2, first)
    told = client(router, stage.actor("auditor")).get("/lists").json()[0]
    assert (told["edition"]["number"], told["scheduled"]["number"], told["entry_count"]) == (1, 2, 1)

    for day, number in {TODAY: 1, date(2026, 3, 31): 1, date(2026, 4, 1): 2, date(2030, 1, 1): 2}.items():
        assert the(queries.list_on(ListKind.STATUTORY, day)["edition"]).number == number
    assert queries.list_on(ListKind.STATUTORY, date(2026, 3, 1))["edition"] is None
    paper = Document.objects.get(pk=the(first.document_id))
    assert (paper.status, paper.ended_by, paper.ended_on) == ("superseded", second.document, date(2026, 4, 1))

    third = approved(stage, drafted(ListKind.STATUTORY))
    assert refused("publish", third, stage.actor("seal"), publication(date(2026, 4, 1))) == "overlap"
    at("2026-04-01 09:00")
    assert client(router, stage.actor("auditor")).get("/lists").json()[0]["edition"]["number"] == 2


def test_of_two_scheduled_editions_the_next_one_is_told() -> None:
    for day in (date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 1)):
        in_force(ListKind.STATUTORY, f"事项{day}", on=day)
    told = client(router, SYSTEM).get("/lists").json()[0]
    assert (told["edition"]["number"], told["scheduled"]["number"]) == (1, 2)


def test_what_is_approved_can_only_be_published_taken_back_or_discarded(stage: Stage) -> None:
    edition = approved(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    entry = entry_of(edition, "调解民间纠纷")
    acts: list[Callable[[], Entry]] = [
        lambda: added(edition, "另一事项"),
        lambda: drafting.change_entry(entry, {"title": "改名"}, reason="改", actor=SYSTEM),
        lambda: drafting.remove_entry(entry, reason="移出", actor=SYSTEM),
    ]
    for act in acts:
        with pytest.raises(DomainError) as caught:
            act()
        assert caught.value.code == "edition_settled"
    edition = EDITIONS.take("revise", edition, actor=stage.actor("head"), data=AGAIN)
    assert (edition.status, edition.resolution_number, edition.decided_on, edition.decided_by) == (
        "draft",
        "",
        None,
        "",
    )
    drafting.change_entry(entry, {"title": "改名"}, reason="改", actor=SYSTEM)
    edition = EDITIONS.take("discard", edition, actor=stage.actor("head"), data=AGAIN)
    assert history.entries(edition)[0].reason == "作废 按部门意见修改"
    for name in STEPS:
        actor = next(stage.actor(n) for n in ("head", "recorder", "seal") if stage.actor(n).role in STEPS[name][2])
        assert EDITIONS.steps[name] not in EDITIONS.open_to(actor, edition)


@pytest.mark.clause("3.2a")
def test_a_draft_that_was_taken_back_is_heard_anew(stage: Stage) -> None:
    """What was said before was said of another text."""
    edition = approved(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    edition = EDITIONS.take("revise", edition, actor=stage.actor("head"), data=AGAIN)
    edition = EDITIONS.take("consult", edition, actor=stage.actor("head"))
    assert publishing.still_to_answer(edition) > 0
    assert refused("approve", edition, stage.actor("recorder"), decision()) == "consultation_open"


def test_an_empty_list_is_not_put_before_anybody(stage: Stage) -> None:
    assert refused("consult", drafting.start(ListKind.NEGATIVE, actor=SYSTEM), stage.actor("head")) == "no_entries"


def test_a_list_emptied_while_it_was_heard_is_not_approved(stage: Stage) -> None:
    edition = consulted(stage, drafted(ListKind.STATUTORY, "调解民间纠纷"))
    all_agree(stage, edition)
    drafting.remove_entry(entry_of(edition, "调解民间纠纷"), reason="误列", actor=SYSTEM)
    assert refused("approve", edition, stage.actor("recorder"), decision()) == "no_entries"


@pytest.mark.clause("3.2a")
def test_a_draft_is_commented_entry_by_entry_while_it_is_put_before_them(stage: Stage) -> None:
    edition = drafted(ListKind.STATUTORY, "调解民间纠纷")
    entry, water = entry_of(edition, "调解民间纠纷"), stage.actor("water-clerk")
    with pytest.raises(DomainError, match="不在征求意见中"):
        said(edition, water, "尚早")
    edition = consulted(stage, edition)
    other = entry_of(drafted(ListKind.NEGATIVE, "招商引资"), "招商引资")
    for wrong in ({"entry": entry, "position": "no_objection"}, {"position": "objection"}, {"entry": other}):
        values: dict[str, Any] = {
            "entry": None,
            "position": "proposal",
            "text": "" if "position" in wrong else "请改",
            **wrong,
        }
        with pytest.raises(InvalidError):
            commenting.comment(edition, actor=water, **values)
    for name in ("clerk", "auditor", "admin"):
        with pytest.raises(NotAllowedError):
            said(edition, stage.actor(name), "我也说")
    said(edition, water, "请写明由谁通知", entry=entry)
    officer = stage.township_officer(stage.townships[0])
    with township_context(stage.townships[0]):
        said(edition, officer, "牧区无此事")
        mine = client(router, officer).get(f"/editions/{edition.pk}/comments").json()
        for actor in (stage.township_admin(stage.townships[0]), stage.village_officer(stage.villages(0)[0])):
            with pytest.raises(NotAllowedError):
                said(edition, actor, "我也说")
    assert [one["who"] for one in mine] == ["吉雄镇"]
    for name, texts in {
        "clerk": ["请写明由谁通知", "牧区无此事"],
        "water-head": ["请写明由谁通知"],
        "farming-head": [],
    }.items():
        told = client(router, stage.actor(name)).get(f"/editions/{edition.pk}/comments").json()
        assert [one["text"] for one in told] == texts, name
    with pytest.raises(NotAllowedError):
        commenting.answer(the(Comment.objects.first()), text="已采纳", actor=water)


def test_a_draft_is_nobodys_business_but_the_offices(stage: Stage) -> None:
    edition = drafted(ListKind.STATUTORY, "调解民间纠纷")
    path = f"/editions/{edition.pk}"
    assert client(router, stage.actor("clerk")).get(path).json()["status"] == "draft"
    assert client(router, stage.actor("water-clerk")).get(path).status_code == 404
    consulted(stage, edition)
    assert client(router, stage.actor("water-clerk")).get(path).json()["status"] == "consultation"
