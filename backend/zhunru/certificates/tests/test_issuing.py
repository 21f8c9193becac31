"""Approved in the township, issued once on the county's side, read by the village alone."""

from typing import Any
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument

from zhunru.admissions.tests.desks import desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.certificates import receivers, tasks
from zhunru.certificates.models import Certificate
from zhunru.certificates.services import issuing
from zhunru.certificates.tests.counter import ASKED, PERSON, Counter
from zhunru.documents.models import Document
from zhunru.documents.storage import paper_path
from zhunru.tenancy.context import county_context, township_context

A_COPY = {"receiver": "县档案馆", "reason": "存档", "copies": 1}


def test_its_paper_names_the_person_and_bears_the_villages_seal(counter: Counter) -> None:
    issued = counter.issued()
    with county_context():
        document = Document.objects.select_related("seal").get(pk=issued["document_id"])
    file = PdfDocument(paper_path(document.sha256).read_bytes())
    said = "".join(file[0].get_textpage().get_text_range().split())
    assert PERSON in said
    assert "吉雄镇扎庆居民委员会" in said
    assert document.seal.name == "吉雄镇扎庆居民委员会"


def test_killed_between_issuing_and_noting_it_is_one_paper(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    id = counter.approved()
    with monkeypatch.context() as patched:
        patched.setattr(issuing, "_note", lambda *_: (_ for _ in ()).throw(ConnectionError))
        with pytest.raises(ConnectionError):
            tasks.issue(certificate_id=id)
    assert counter.now(id).status == Certificate.Status.APPROVED
    for _ in range(2):
        tasks.issue(certificate_id=id)
    with county_context():
        assert Document.objects.filter(wanted_by=id).count() == 1
    assert counter.now(id).status == Certificate.Status.ISSUED


def test_an_approval_asks_for_the_paper_and_the_night_asks_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(tasks, "ask_for_paper", asked.append)
    with django_capture_on_commit_callbacks(execute=True):
        id = counter.approved()
    with django_capture_on_commit_callbacks(execute=True), township_context(counter.realm):
        receivers.ask_again()
    assert asked == [id, id]


def test_one_key_sent_twice_is_one_request(counter: Counter) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    answers = [counter.clerk.ask("POST", "/certificates", ASKED, **key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert counter.neighbour.ask("POST", "/certificates", ASKED, **key).json()["code"] == "key_used"


@pytest.mark.clause("2.3d")
def test_to_another_village_it_does_not_exist(counter: Counter) -> None:
    issued = counter.issued()
    id, paper = issued["id"], issued["document_id"]
    for path in (
        f"/certificates/{id}",
        f"/certificates/{id}/history",
        f"/documents/{paper}",
        f"/documents/{paper}/file",
    ):
        assert counter.neighbour.ask("GET", path).status_code == 404, path
    for step in ("approve", "refuse", "cancel"):
        assert counter.neighbour.ask("POST", f"/certificates/{id}/{step}", {"remark": "否"}).status_code == 404
    assert counter.neighbour.get("/certificates")["total"] == 0


@pytest.mark.clause("2.3d")
def test_its_file_is_the_villages_alone_and_the_county_reads_the_row_without_content(
    counter: Counter, stage: Stage
) -> None:
    paper = counter.issued()["document_id"]
    assert counter.clerk.ask("GET", f"/documents/{paper}/file").status_code == 200
    office = desk_of(stage, "clerk")
    for desk in (counter.township, office):
        assert PERSON not in str(desk.get(f"/documents/{paper}"))
        assert desk.ask("GET", f"/documents/{paper}/file").status_code == 404
    assert office.ask("POST", f"/documents/{paper}/duplicates", A_COPY).status_code == 404
    assert desk_of(stage, "water-clerk").ask("GET", f"/documents/{paper}").status_code == 404


def test_what_waits_for_approval_is_on_the_second_persons_list_and_not_on_ones_own(counter: Counter) -> None:
    counter.asked()
    groups = [[one["page"] for one in desk.get("/todo")] for desk in (counter.second, counter.township, counter.clerk)]
    assert ["certificates" in pages for pages in groups] == [True, True, False]
