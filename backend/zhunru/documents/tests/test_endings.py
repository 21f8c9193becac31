"""How papers end: by another paper, on a day, for good; and what anyone who asks is told."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.core.tests.clients import CLERK, client
from zhunru.documents import kinds, queries, services, verification
from zhunru.documents.api import router
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval
from zhunru.documents.verification import Standing

HOST = "gongga.localhost"
S = Document.Status
Issue = Callable[..., Document]
ENDINGS = [
    (S.WITHDRAWN, "withdrawal", "已撤销", "再持此文书提出要求的，村（社区）有权拒绝", "撤销"),
    (S.SUPERSEDED, "merger", "已被取代", "由新文书取代，以新文书为准", "取代"),
    (S.EXPIRED, "expiry", "已到期", "届满，村（社区）不再承担该事项", "期限届满"),
    (S.LAPSED, "lapse", "已失效", "自行失效，村（社区）可以停止办理", "未获批准而失效"),
]


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def issue(office: Organisation, seal: Seal, village_seal: Seal, keeper: Actor) -> Issue:
    """A paper of a kind, with the facts of `FACTS` or as they are changed."""

    def issued(name: str = "approval", today: date = TODAY, **changed: Any) -> Document:
        facts = approval(scope=ONE_TOWNSHIP) if name == "approval" else FACTS[name]
        return services.issue(
            kinds.KINDS[name],
            facts.model_copy(update=changed),
            actor=keeper,
            today=today,
            organisation=office,
            host=HOST,
            seals=[seal, village_seal][: kinds.KINDS[name].sides],
        )

    return issued


def page(visitor: Client, document: Document) -> str:
    return visitor.get(f"/v/{document.code}").content.decode()


def test_whoever_ends_a_paper_may_name_the_day(issue: Issue, keeper: Actor) -> None:
    document, day = issue(), TODAY + timedelta(days=9)
    ended = services.end(document, by=issue("withdrawal"), actor=keeper, on=day)
    assert verification.standing(ended, day - timedelta(days=1)) == Standing.VALID
    assert verification.standing(ended, day) == Standing.WITHDRAWN


@pytest.mark.clause("2.1d")
@pytest.mark.parametrize(("status", "kind", "label", "told", "reason"), ENDINGS)
def test_a_paper_ends_by_another_paper_and_everyone_is_told_by_which(
    status: S, kind: str, label: str, told: str, reason: str, visitor: Client, issue: Issue, keeper: Actor
) -> None:
    """“工作完成后撤销”: whoever holds the old paper sees that it ended, how, when, and the paper that ended it."""
    document, by = issue(), issue(kind, starts_on=TODAY) if kind == "merger" else issue(kind)
    ended = services.end(document, by=by, actor=keeper, status=status)
    assert (ended.status, ended.ended_by, ended.ended_on) == (status, by, TODAY)
    assert reason in ended.history.latest().history_change_reason
    shown = page(visitor, document)
    assert f"今日状态：{label}" in shown
    assert told in shown
    assert f'href="/v/{by.code}"' in shown
    assert by.number in shown
    assert "<script>" not in shown
    assert document.number in page(visitor, by), "and the new paper names the one it ended"


@pytest.mark.parametrize("status", [s for s in S if s not in (S.VALID, S.VOIDED)])
def test_the_api_tells_how_a_paper_ended(status: S, issue: Issue, keeper: Actor) -> None:
    document, by = issue(), issue("withdrawal")
    services.end(document, by=by, actor=keeper, status=status)
    found = client(router, CLERK).get(f"/{document.pk}").json()
    assert (found["status"], found["status_label"]) == (status.value, str(status.label))
    assert found["standing"] == status.value
    assert found["ended_by"] == {"id": by.pk, "number": by.number}
    assert found["ended_on"] == by.issued_on.isoformat()
    ending = client(router, CLERK).get(f"/{by.pk}").json()
    assert ending["ends"] == [{"id": document.pk, "number": document.number}]
    rows = client(router, CLERK).get(f"?status={status.value}").json()["items"]
    assert [(row["number"], row["status_label"]) for row in rows] == [(document.number, str(status.label))]


@pytest.mark.parametrize("status", [s for s in S if s not in (S.VALID, S.VOIDED)])
def test_an_ended_paper_stays_as_it_ended(status: S, issue: Issue, keeper: Actor) -> None:
    document, by = issue(), issue("withdrawal")
    ended = services.end(document, by=by, actor=keeper, status=status)
    with pytest.raises(DomainError) as refused:
        services.end(document, by=by, actor=keeper)
    assert (refused.value.code, refused.value.message) == ("already_ended", f"该文书{status.label}")
    ended.status, ended.ended_by, ended.ended_on = S.VALID, None, None
    with pytest.raises(DatabaseError, match="stays ended"), transaction.atomic():
        ended.record(actor=keeper, reason="forgery")


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": S.SUPERSEDED},
        {"status": S.EXPIRED, "ended_on": TODAY},
        {"ended_on": TODAY},
    ],
)
def test_the_database_wants_the_paper_and_the_day_of_an_ending(
    wrong: dict[str, Any], issue: Issue, keeper: Actor
) -> None:
    document = issue()
    for field, value in wrong.items():
        setattr(document, field, value)
    with pytest.raises(DatabaseError, match="document_ended_by_a_paper"), transaction.atomic():
        document.record(actor=keeper, reason="forgery")


def test_no_paper_ends_itself(issue: Issue, keeper: Actor) -> None:
    document = issue()
    with pytest.raises(DatabaseError, match="document_ended_by_another"), transaction.atomic():
        services.end(document, by=document, actor=keeper)


@pytest.mark.clause("1.3c")
def test_one_paper_takes_the_place_of_several(visitor: Client, issue: Issue, keeper: Actor) -> None:
    """“宜并则并、宜分则分”: a merger replaces each of its predecessors' papers, a split one by many."""
    old, merger = [issue(matter_code=f"540522-CG-000{n}") for n in (1, 2, 3)], issue("merger")
    for document in old:
        services.end(document, by=merger, actor=keeper, status=S.SUPERSEDED)
    shown = page(visitor, merger)
    assert all(document.number in shown for document in old)
    assert list(merger.ends.order_by("id")) == old


@pytest.mark.clause("2.1f")
def test_a_paper_replaced_from_a_later_day_holds_until_then(
    visitor: Client, issue: Issue, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“及时按程序新增、调整、取消”: an adjustment says from when; until then the old paper is good."""
    document, by = issue(), issue("adjustment")
    starts = FACTS["adjustment"].model_dump()["starts_on"]
    ended = services.end(document, by=by, actor=keeper, status=S.SUPERSEDED)
    assert ended.ended_on == starts
    assert verification.standing(ended, starts - timedelta(days=1)) == Standing.VALID
    assert verification.standing(ended, starts) == Standing.SUPERSEDED
    assert verification.standing(by, starts - timedelta(days=1)) == Standing.NOT_YET
    assert verification.standing(by, starts) == Standing.VALID
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: starts - timedelta(days=1))
    shown = page(visitor, ended)
    assert "今日状态：有效" in shown
    assert f"该文书将于 {starts.isoformat()} 终止" in shown
    assert f'href="/v/{by.code}"' in shown


@pytest.mark.clause("2.1e")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 28), Standing.PROVISIONAL),
        (date(2026, 10, 28), Standing.PROVISIONAL),
        (date(2026, 10, 29), Standing.LAPSED),
    ],
)
def test_an_urgent_entry_is_never_called_valid(day: date, expected: Standing, issue: Issue) -> None:
    """“紧急工作可按‘先进后批’办理”: registered, not approved; it ends by itself (A-24)."""
    assert verification.standing(issue("provisional"), day) == expected


@pytest.mark.clause("2.1e")
def test_an_urgent_entry_tells_its_term_to_whoever_asks(
    visitor: Client, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = issue("provisional")
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: date(2026, 10, 8))
    shown = page(visitor, document)
    assert "今日状态：先行登记，尚未批准" in shown
    assert "这是先行登记，不是批准文书，有效期至 2026-10-28" in shown
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: date(2026, 10, 29))
    shown = page(visitor, document)
    assert "今日状态：已失效" in shown
    assert "已于 2026-10-28 自行失效，村（社区）可以停止办理" in shown


@pytest.mark.clause("1.3c")
def test_a_suspended_matters_paper_rests_until_it_is_resumed(
    visitor: Client, issue: Issue, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: date(2026, 6, 1))
    document, other, suspension = issue(), issue(matter_code="540522-CG-0002"), issue("suspension")
    shown = page(visitor, document)
    assert "今日状态：已暂停" in shown
    assert "自 2026-05-11 起暂停" in shown
    assert f'href="/v/{suspension.code}"' in shown
    assert "今日状态：有效" in page(visitor, other)
    assert verification.answer(document, date(2026, 5, 10)).standing == Standing.VALID
    services.end(suspension, by=issue("resumption"), actor=keeper)
    assert "今日状态：有效" in page(visitor, document)


@pytest.mark.clause("2.1c")
@pytest.mark.parametrize("name", kinds.KINDS)
def test_only_a_paper_that_admits_is_shown_as_good_for_entering(
    name: str, visitor: Client, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“工作事项持批准文书进入”: a notice of any other kind says that it is none."""
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: TODAY)
    document = issue(name)
    shown = page(visitor, document)
    admits = kinds.KINDS[name].admits
    assert ("不能据此要求村（社区）承担工作事项" in shown) == (
        not admits and name not in ("provisional", "list_edition")
    )
    assert str(kinds.KINDS[name].label) in shown
    assert ("范围</h2>" in shown) == bool(document.facts["scope"])
    assert client(router, CLERK).get(f"/{document.pk}").json()["admits"] is admits


def test_a_paper_for_an_applicant_is_no_townships_business(issue: Issue) -> None:
    officer = Actor(user_id=3, name="演示乡镇工作人员", role=Role.TOWNSHIP_OFFICER, realm="t_540522100")
    issue("correction")
    seen = issue("lapse")
    assert list(queries.visible_to(officer)) == [seen]
