"""The public page: every paper's matter, in force or removed, for people and for machines (A-20)."""

from typing import Any

import pytest
from django.test import Client

from zhunru.admissions import publishing
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import registered
from zhunru.admissions.tests.nights import night
from zhunru.admissions.tests.stage import Stage, admitted, approved, the, withdrawn
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import County
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def visitor(stage: Stage) -> Client:
    """Anybody, not logged in."""
    with county_context():
        return Client(headers={"host": County.objects.get().host})


def told(visitor: Client, **asked: Any) -> Any:
    answer = visitor.get("/admitted.json", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.clause("1.3c")
def test_what_villages_carry_and_what_they_carry_no_more_stand_side_by_side(stage: Stage, visitor: Client) -> None:
    """动态管理，进退有序 (A-20): from the day of its paper on; a draft is nobody's business."""
    with county_context():
        held = admitted(stage, stage.villages(0))
        gone = withdrawn(stage, admitted(stage, stage.villages(1), title="秋收安全提醒"))
        approved(stage, stage.villages(2), title="冬季取暖登记")
        notice = the(Matter.objects.get(pk=gone.pk).withdrawal_document)
    page = visitor.get("/admitted").content.decode()
    assert held.title in page
    assert gone.title not in page
    assert "冬季取暖登记" not in page
    assert f'href="/v/{the(held.document).code}"' in page
    assert "<script" not in page
    page = visitor.get("/admitted", {"state": "removed"}).content.decode()
    assert held.title not in page
    assert gone.title in page
    assert f'href="/v/{notice.code}"' in page
    assert "已退出，村（社区）不再承担" in page


def test_machines_read_the_same(stage: Stage, visitor: Client) -> None:
    """A-20: with codes, dates and numbers; the codes lead to /v."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        paper = the(matter.document)
    answer = told(visitor)
    assert (answer["state"], answer["total"], answer["page"], answer["pages"]) == ("carried", 1, 1, 1)
    assert answer["items"] == [
        {
            "code": matter.code,
            "title": matter.title,
            "department_name": "县水务局",
            "object_type": "work_matter",
            "object_type_label": "工作事项",
            "category": "regular",
            "category_label": "常规类",
            "status": "in_force",
            "status_label": "生效",
            "starts_on": "2026-01-01",
            "ends_on": None,
            "villages": 2,
            "number": paper.number,
            "paper": paper.code,
            "issued_on": "2026-03-02",
            "ending_number": None,
            "ending_paper": None,
            "ended_on": None,
        }
    ]
    assert visitor.get(f"/v/{paper.code}").status_code == 200


def test_no_person_stands_on_the_page(stage: Stage, visitor: Client) -> None:
    """A-20: 不含个人信息; neither who applied, nor who decided, nor whom to call."""
    with county_context():
        admitted(stage, stage.villages(0))
    for path in ("/admitted", "/admitted.json"):
        page = visitor.get(path).content.decode()
        for private in ("演示联系人", "0893-0000000", "演示部门负责人", "演示决定登记员", "常委会"):
            assert private not in page


@pytest.mark.clause("2.1e")
def test_an_urgent_matter_is_shown_as_not_approved_and_then_as_gone(stage: Stage, visitor: Client, at: At) -> None:
    """先进后批 (A-20)"""
    with county_context():
        matter = registered(stage)
    assert [item["status_label"] for item in told(visitor)["items"]] == ["先行进入，待批准"]
    night(at, "2026-03-10")
    assert told(visitor)["items"] == []
    assert [(item["code"], item["status"]) for item in told(visitor, state="removed")["items"]] == [
        (matter.code, "lapsed")
    ]


def test_an_etag_saves_the_rest_until_something_changes(stage: Stage, visitor: Client) -> None:
    """A-20"""
    with county_context():
        matter = admitted(stage, stage.villages(0))
    tag = visitor.get("/admitted.json").headers["ETag"]
    again = visitor.get("/admitted.json", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    with county_context():
        withdrawn(stage, Matter.objects.get(pk=matter.pk))
    changed = visitor.get("/admitted.json", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_long_lists_come_in_pages(stage: Stage, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A-20: the newest first; a page that there is not is not found."""
    monkeypatch.setattr(publishing, "PAGE", 2)
    with county_context():
        matter = admitted(stage, stage.villages(0))
        paper = Document.objects.get()
        for number in range(2, 6):
            copied = Matter(
                code=f"540522-SX-9{number}", department=matter.department, title=f"第{number}项", scope=matter.scope,
                application=matter.application, status="in_force", document=paper, starts_on=matter.starts_on,
            )  # fmt: skip
            copied.record(actor=SYSTEM, reason="批量")
    titles = [item["title"] for page in (1, 2, 3) for item in told(visitor, page=page)["items"]]
    assert titles == ["第5项", "第4项", "第3项", "第2项", matter.title]
    assert told(visitor)["pages"] == 3
    page = visitor.get("/admitted", {"page": 2}).content.decode()
    assert "page=1" in page
    assert "page=3" in page
    assert "2 / 3" in page


@pytest.mark.parametrize(
    "asked", [{"page": "0"}, {"page": "99"}, {"page": "x"}, {"page": "1" * 500}, {"state": "draft"}, {"state": "\0"}]
)
def test_what_there_is_not_is_not_found(stage: Stage, visitor: Client, asked: dict[str, str]) -> None:
    """Bad input is never an error of ours."""
    for path in ("/admitted", "/admitted.json"):
        assert visitor.get(path, asked).status_code == 404


def test_nobody_writes_there_and_a_township_has_no_such_page(stage: Stage, visitor: Client) -> None:
    assert visitor.post("/admitted").status_code in (403, 405)
    elsewhere = Client(headers={"host": stage.townships[0].domains.get(is_primary=True).domain})
    assert "准入事项公开" not in elsewhere.get("/admitted").content.decode()


def test_a_whole_minute_of_asking_is_enough(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.admissions.views.LOOK_UPS", 2)
    answers = [visitor.get("/admitted.json").status_code for _ in range(3)]
    assert answers == [200, 200, 429]
