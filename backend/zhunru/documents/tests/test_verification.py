"""The public page: what a paper is and whether it holds."""

import re
from datetime import date

import pytest
from django.test import Client

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import codes, kinds, services, verification
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.samples import TODAY, withdrawal
from zhunru.documents.tests.verifying import HOST, issue
from zhunru.documents.verification import Standing


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def document(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper)


@pytest.mark.clause("2.1c")
def test_anyone_can_ask_what_a_paper_is_and_whether_it_holds(visitor: Client, document: Document) -> None:
    answer = visitor.get(f"/v/{document.code}")
    page = answer.content.decode()
    assert answer.status_code == 200
    for shown in (
        document.number,
        "农村饮水安全入户排查",
        document.organisation.name,
        "2026-03-02",
        "扎庆居委会",
        "540522-CG-0001",
    ):
        assert shown in page
    assert re.findall("<script[^>]*>", page) == ['<script src="/static/verify.js" defer>']
    assert "样章" in page


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 9), Standing.NOT_YET),
        (date(2026, 3, 10), Standing.VALID),
        (date(2026, 12, 31), Standing.VALID),
        (date(2027, 1, 1), Standing.EXPIRED),
    ],
)
def test_a_paper_holds_from_its_first_day_to_its_last(
    day: date, expected: Standing, office: Organisation, seal: Seal, keeper: Actor
) -> None:
    document = issue(office, keeper, ends_on=date(2026, 12, 31))
    assert verification.standing(document, day) == expected


@pytest.mark.clause("2.1d")
def test_a_withdrawn_paper_is_shown_withdrawn_with_the_paper_that_ended_it(
    visitor: Client, document: Document, office: Organisation, keeper: Actor
) -> None:
    by = services.issue(kinds.WITHDRAWAL, withdrawal(), actor=keeper, today=TODAY, organisation=office, host=HOST)
    services.end(document, by=by, actor=keeper)
    page = visitor.get(f"/v/{document.code}").content.decode()
    assert "已撤销" in page
    assert by.number in page
    assert "今日状态：有效" in visitor.get(f"/v/{by.code}").content.decode()


def test_a_code_may_be_typed_carelessly(visitor: Client, document: Document) -> None:
    typed = f" {codes.grouped(document.code).lower().replace('0', 'o').replace('1', 'i')} "
    answer = visitor.get("/v", {"code": typed})
    assert document.number in answer.content.decode()


def test_an_unknown_code_gets_a_clear_answer(visitor: Client, document: Document) -> None:
    for typed in (codes.new_code(), "nonsense", "查无", "<script>alert(1)</script>", "a/b", "a" * 300):
        answer = visitor.get("/v", {"code": typed})
        page = answer.content.decode()
        assert answer.status_code == 404
        assert "查无此文书" in page
        assert "查不到这份文书，可以拒绝" in page
        assert "<script>" not in page


def test_the_page_is_there_in_english_too(visitor: Client, document: Document) -> None:
    page = visitor.get(f"/v/{document.code}", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="en">' in page


def test_the_page_does_not_live_on_a_township_host(document: Document) -> None:
    answer = Client(HTTP_HOST="jixiong.gongga.localhost").get(f"/v/{document.code}")
    assert document.number not in answer.content.decode()
