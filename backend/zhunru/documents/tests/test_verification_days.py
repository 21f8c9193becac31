"""What a paper is worth now, and what it was worth on its own day or on another one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import asking, kinds, services, verification
from zhunru.documents.kinds.resumption import ResumptionFacts
from zhunru.documents.kinds.suspension import SuspensionFacts
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, withdrawal
from zhunru.documents.tests.verifying import HOST, issue
from zhunru.documents.verification import Standing

NOW = date(2026, 11, 23)
Issue = Callable[..., Document]


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("zhunru.documents.views.timezone.localdate", lambda: NOW)
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def document(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper, starts_on=TODAY)


@pytest.fixture
def notice(office: Organisation, keeper: Actor) -> Issue:
    """A notice on the document's matter, dated some day."""

    def make(name: str, facts: Any, day: date) -> Document:
        return services.issue(kinds.KINDS[name], facts, actor=keeper, today=day, organisation=office, host=HOST)

    return make


def said(visitor: Client, document: Document, on: str = "") -> str:
    """The statements for the days, without marks."""
    page = visitor.get(f"/v/{document.code}", {"on": on} if on else {}).content.decode()
    rows = page.partition('id="days">')[2].partition("</dl>")[0]
    return rows.replace("<dt>", "").replace("</dt>", "").replace("<dd>", "：").replace("</dd>", "；").replace("\n", "")


@pytest.mark.clause("2.1d")
def test_a_withdrawn_paper_held_on_its_own_day(
    visitor: Client, document: Document, notice: Issue, keeper: Actor
) -> None:
    by = notice("withdrawal", withdrawal(), date(2026, 6, 30))
    services.end(document, by=by, actor=keeper)
    assert said(visitor, document) == "成文之日（2026-03-02）：有效；今天（2026-11-23）：已撤销；"
    assert "2026-06-29：有效" in said(visitor, document, "2026-06-29")
    assert "2026-06-30：已撤销" in said(visitor, document, "2026-06-30")


def test_a_suspension_that_is_over_counts_on_the_days_that_it_lasted(
    document: Document, notice: Issue, keeper: Actor
) -> None:
    shared: dict[str, Any] = {
        "addressee": "县水利局",
        "matter_title": "农村饮水安全入户排查",
        "matter_code": document.facts["matter_code"],
        "scope": ONE_TOWNSHIP,
        "paper": {"number": document.number, "issued_on": TODAY},
        "reason": "汛期",
    }
    rests = notice("suspension", SuspensionFacts(suspended_on=date(2026, 5, 11), **shared), date(2026, 5, 10))
    earlier = {"number": rests.number, "issued_on": rests.issued_on}
    resumed = ResumptionFacts(suspension=earlier, resumed_on=date(2026, 8, 1), **shared)
    services.end(rests, by=notice("resumption", resumed, date(2026, 8, 1)), actor=keeper)
    days = {date(2026, 5, 10): "valid", date(2026, 5, 11): "suspended", date(2026, 7, 31): "suspended"}
    days |= {date(2026, 8, 1): "valid", NOW: "valid"}
    assert {day: verification.answer(document, day).standing for day in days} == days


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2026-03-01", "文书是 2026-03-02 印发的，请填这一天或者以后的日期"),
        ("2026-11-24", "将来的日期无法核验，请填今天或者以前的日期"),
        ("2026-02-30", "请按“2026-03-02”的样子填写日期"),
        ("<b>明天", "请按“2026-03-02”的样子填写日期"),
    ],
)
def test_a_day_that_cannot_be_answered_for_is_told_at_its_field(
    typed: str, told: str, visitor: Client, document: Document
) -> None:
    answer = visitor.get(f"/v/{document.code}", {"on": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="on-fault">{told}<' in page.replace("&quot;", '"')
    assert 'aria-invalid="true" aria-describedby="on-fault"' in page
    assert "今日状态：有效" in page
    assert "<b>" not in page


@pytest.mark.parametrize("typed", ["2026-06-30", "2026.6.30", "20260630", "2026年6月30日", " ２０２６-06-30 "])
def test_a_day_may_be_typed_as_people_do(typed: str) -> None:
    assert asking.day_meant(typed, first=TODAY, last=NOW) == date(2026, 6, 30)


def test_a_paper_may_be_declared_void(visitor: Client, seal: Seal, notice: Issue, keeper: Actor) -> None:
    document = notice("circular", FACTS["circular"], TODAY)
    services.void(document, reason="印错村名", actor=keeper, today=date(2026, 4, 1))
    assert said(visitor, document) == "成文之日（2026-03-02）：有效；今天（2026-11-23）：已作废；"
    page = visitor.get(f"/v/{document.code}").content.decode()
    assert "该文书已于 2026-04-01 作废，原因：印错村名。" in page
    assert "已经从2026年4月1日起作废，现在无效。有人凭它要求村里做事的，可以拒绝。" in page


def test_a_kind_may_hold_for_some_days_only(seal: Seal) -> None:
    days = kinds.CERTIFICATE.validity_days
    assert days
    paper = Document(kind=kinds.CERTIFICATE.name, issued_on=TODAY, facts={"scope": []})
    assert verification.standing(paper, TODAY + timedelta(days=days - 1)) == Standing.VALID
    assert verification.standing(paper, TODAY + timedelta(days=days)) == Standing.EXPIRED
