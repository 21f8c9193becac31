"""By number and code, and how little a guess is told."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import asking, codes, views
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.verifying import HOST, issue

NUMBER = "演社工准〔2026〕1号"
CLOCKED = ("Expires", "Content-Length")
"""Headers that go with the second of the answer and with what was typed."""


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def document(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper)


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        " 演社工准 [2026] 1 号 ",
        "演社工准（２０２６）１号",
        "演社工准【2026】1",
        "演社工准(2026)第01号",
        "演社工准〔2026〕第001",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert asking.number_meant(typed) == NUMBER


def test_a_paper_is_found_by_its_number_and_code(visitor: Client, document: Document) -> None:
    for typed in (document.number, "", "  "):
        answer = visitor.get("/v", {"code": codes.grouped(document.code), "number": typed})
        assert answer.status_code == 200
        assert document.number in answer.content.decode()
    answer = visitor.get(f"/v/{document.code}", {"number": document.number.replace("1号", "2号")})
    assert answer.status_code == 404
    assert document.title not in answer.content.decode()


def test_malformed_unknown_and_anothers_number_get_the_same_answer(visitor: Client, document: Document) -> None:
    """“不同样的错，同样的回答”: nothing tells that a code is one, neither words nor size nor work."""
    unknown = codes.new_code()
    tries = {
        "malformed": ("ABCDEFGH1234", NUMBER),
        "unknown": (unknown, NUMBER),
        "anothers": (document.code, NUMBER.replace("1号", "9号")),
        "no number": (document.code, "xxxx〔2026〕1号"),
    }
    visitor.get("/v")
    pages, queries, headers = set(), set(), set()
    for code, number in tries.values():
        with CaptureQueriesContext(connection) as done:
            answer = visitor.get("/v", {"code": code, "number": number})
        assert answer.status_code == 404
        page = answer.content.decode().replace(code, "CODE").replace(number, "NUMBER")
        token = answer.context["csrf_token"]
        pages.add(page.replace(str(token), "TOKEN"))
        queries.add(len(done))
        headers.add(tuple(sorted((name, value) for name, value in answer.items() if name not in CLOCKED)))
    assert len(pages) == 1
    assert len(queries) == 1
    assert len(headers) == 1


def test_whoever_tries_codes_is_slowed_down_and_told_nothing_more(visitor: Client, document: Document) -> None:
    allowed = views.LOOK_UPS // views.MISS
    statuses = [visitor.get(f"/v/{codes.new_code()}").status_code for _ in range(allowed + 2)]
    assert statuses == [404] * allowed + [429] * 2
    assert visitor.get(f"/v/{document.code}").status_code == 429, "or the answers would go on telling"
    elsewhere = Client(HTTP_HOST=HOST, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.get(f"/v/{document.code}").status_code == 200


def test_a_wrong_number_is_a_guess_like_any_other(visitor: Client, document: Document) -> None:
    allowed = views.LOOK_UPS // views.MISS
    number = {"number": "演社工准〔2026〕7号"}
    statuses = [visitor.get(f"/v/{document.code}", number).status_code for _ in range(allowed + 1)]
    assert statuses == [404] * allowed + [429]


def test_an_office_behind_one_address_looks_up_what_it_likes(
    visitor: Client, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Papers that are there, and slips of the pen, which the check character tells from guesses, cost little."""
    monkeypatch.setattr(views, "LOOK_UPS", 30)
    statuses = [visitor.get(f"/v/{document.code}").status_code for _ in range(15)]
    statuses += [visitor.get("/v/ABCDEFGH1234").status_code for _ in range(15)]
    assert statuses == [200] * 15 + [404] * 15
    assert visitor.get(f"/v/{document.code}").status_code == 429


def test_one_subscriber_of_ipv6_is_one_address(document: Document) -> None:
    allowed = views.LOOK_UPS // views.MISS
    for host in range(allowed):
        Client(HTTP_HOST=HOST, REMOTE_ADDR=f"2001:db8:1:2::{host:x}").get(f"/v/{codes.new_code()}")
    addresses = {"2001:db8:1:2:ffff::1": 429, "2001:db8:1:3::1": 200, "::ffff:192.0.2.9": 200, "unix": 200}
    for address, status in addresses.items():
        assert Client(HTTP_HOST=HOST, REMOTE_ADDR=address).get(f"/v/{document.code}").status_code == status, address


def test_an_address_of_the_old_kind_is_the_same_in_the_new(document: Document) -> None:
    for _ in range(views.LOOK_UPS // views.MISS):
        Client(HTTP_HOST=HOST, REMOTE_ADDR="::ffff:192.0.2.9").get(f"/v/{codes.new_code()}")
    assert Client(HTTP_HOST=HOST, REMOTE_ADDR="192.0.2.9").get(f"/v/{document.code}").status_code == 429
    assert Client(HTTP_HOST=HOST, REMOTE_ADDR="::ffff:192.0.2.8").get(f"/v/{document.code}").status_code == 200
