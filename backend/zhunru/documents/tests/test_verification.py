"""The public page: what a paper is, whether it holds today, and whether a file is the paper."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import codes, kinds, services, storage, verification, views
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval, withdrawal
from zhunru.documents.verification import Standing

HOST = "gongga.localhost"


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def document(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper)


def issue(office: Organisation, keeper: Actor, **changed: Any) -> Document:
    facts = approval(scope=ONE_TOWNSHIP, **changed)
    return services.issue(kinds.APPROVAL, facts, actor=keeper, today=TODAY, organisation=office, host=HOST)


def upload(visitor: Client, document: Document, content: bytes) -> str:
    file = SimpleUploadedFile("x.pdf", content, content_type="application/pdf")
    return visitor.post(f"/v/{document.code}", {"file": file}).content.decode()


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
    assert "<script" not in page
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
    answer = visitor.get("/v", {"code": typed}, follow=True)
    assert document.number in answer.content.decode()


def test_an_unknown_code_gets_a_clear_answer(visitor: Client, document: Document) -> None:
    for typed in (codes.new_code(), "nonsense", "查无", "<script>alert(1)</script>", "a" * 300):
        answer = visitor.get(f"/v/{typed.replace('/', '')}")
        assert answer.status_code == 404
        assert "查无此文书" in answer.content.decode()
        assert "<script" not in answer.content.decode()


def test_the_page_is_there_in_english_too(visitor: Client, document: Document) -> None:
    page = visitor.get(f"/v/{document.code}", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="en">' in page


def test_the_issued_file_is_recognised(visitor: Client, document: Document) -> None:
    content = storage.paper_path(document.sha256).read_bytes()
    assert "完全一致" in upload(visitor, document, content)


def test_a_changed_file_is_found(visitor: Client, document: Document) -> None:
    content = bytearray(storage.paper_path(document.sha256).read_bytes())
    content[3000] ^= 1
    assert "被改动过" in upload(visitor, document, bytes(content))


def test_another_paper_of_ours_is_not_taken_for_this_one(
    visitor: Client, document: Document, office: Organisation, keeper: Actor
) -> None:
    other = issue(office, keeper)
    content = storage.paper_path(other.sha256).read_bytes()
    assert "不是这个核验码对应的文书" in upload(visitor, document, content)


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.4\n", b"\x00" * 100_000])
def test_any_other_file_is_told_apart(content: bytes, visitor: Client, document: Document) -> None:
    assert "没有本系统的签名" in upload(visitor, document, content)


def test_sending_no_file_is_answered_kindly(visitor: Client, document: Document) -> None:
    assert "请先选择文件" in visitor.post(f"/v/{document.code}").content.decode()


def test_a_huge_file_is_refused_before_it_is_read(visitor: Client, document: Document) -> None:
    answer = visitor.post(f"/v/{document.code}", CONTENT_LENGTH=views.MAX_UPLOAD + 1)
    assert answer.status_code == 413
    assert "20 MB" in answer.content.decode()


def test_a_file_is_taken_only_from_our_own_page(document: Document) -> None:
    strict = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    assert strict.post(f"/v/{document.code}", {"file": SimpleUploadedFile("x", b"x")}).status_code == 403


def test_whoever_tries_codes_by_the_hundred_is_slowed_down(visitor: Client, document: Document) -> None:
    statuses = [visitor.get(f"/v/{codes.new_code()}").status_code for _ in range(views.LOOK_UPS + 3)]
    assert statuses[: views.LOOK_UPS] == [404] * views.LOOK_UPS
    assert statuses[views.LOOK_UPS :] == [429] * 3
    elsewhere = Client(HTTP_HOST=HOST, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.get(f"/v/{document.code}").status_code == 200


def test_the_page_does_not_live_on_a_township_host(document: Document) -> None:
    answer = Client(HTTP_HOST="jixiong.gongga.localhost").get(f"/v/{document.code}")
    assert document.number not in answer.content.decode()
