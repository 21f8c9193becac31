"""The register over HTTP: who sees which papers, and how a file is handed out."""

from typing import Any
from urllib.parse import quote

import pytest

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import CLERK, client
from zhunru.documents import kinds, services, storage
from zhunru.documents.api import router
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.samples import TODAY, WHOLE_COUNTY, approval, withdrawal
from zhunru.tenancy.context import township_context


def township_actor(code: str, role: Role = Role.TOWNSHIP_OFFICER) -> Actor:
    return Actor(user_id=3, name="演示乡镇工作人员", role=role, realm=f"t_{code}")


@pytest.fixture
def papers(office: Organisation, seal: Seal, keeper: Actor) -> list[Document]:
    """For the first township, for the second, and a withdrawal for both."""
    made = [
        services.issue(
            kinds.APPROVAL,
            approval(scope=[scope], matter_title=f"{scope.name}巡护"),
            actor=keeper,
            today=TODAY,
            organisation=office,
            host="gongga.localhost",
        )
        for scope in WHOLE_COUNTY[:2]
    ]
    ending = withdrawal(scope=WHOLE_COUNTY[:2], whole_county=False)
    paper = services.issue(
        kinds.WITHDRAWAL, ending, actor=keeper, today=TODAY, organisation=office, host="gongga.localhost"
    )
    return [services.end(made[0], by=paper, actor=keeper), made[1], paper]


def numbers(answer: Any) -> list[str]:
    return sorted(row["number"] for row in answer.json()["items"])


def test_the_county_sees_every_paper(papers: list[Document]) -> None:
    answer = client(router, CLERK).get("")
    assert numbers(answer) == sorted(p.number for p in papers)
    assert answer.json()["total"] == 3
    row = next(r for r in answer.json()["items"] if r["id"] == papers[0].pk)
    assert (row["kind_label"], row["status_label"]) == ("准入通知", "已撤销")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=withdrawal", ["演社工撤〔2026〕1号"]),
        ("status=withdrawn", ["演社工准〔2026〕1号"]),
        ("q=甲竹林", ["演社工准〔2026〕2号"]),
        ("q=〔2026〕2号", ["演社工准〔2026〕2号"]),
        ("q=%25", []),
    ],
)
def test_the_list_is_filtered_and_searched(query: str, found: list[str], papers: list[Document]) -> None:
    assert numbers(client(router, CLERK).get(f"?{query}")) == found


def test_a_paper_tells_what_it_is_and_what_ended_it(papers: list[Document]) -> None:
    found = client(router, CLERK).get(f"/{papers[0].pk}").json()
    assert found["ended_by"] == {"id": papers[2].pk, "number": papers[2].number}
    assert (found["status"], found["standing_label"], found["admits"]) == ("withdrawn", "已撤销", True)
    assert found["matter_code"] == "540522-CG-0001"
    assert found["scope"][0]["villages"] == WHOLE_COUNTY[0].villages
    assert found["specimen"] is True


def test_a_township_sees_the_papers_that_cover_it_and_no_others(papers: list[Document]) -> None:
    """Under the township's own database role."""
    with township_context("t_540522100"):
        mine = client(router, township_actor("540522100"))
        assert numbers(mine.get("")) == sorted([papers[2].number, papers[0].number])
        assert mine.get(f"/{papers[0].pk}").json()["number"] == papers[0].number
        assert mine.get(f"/{papers[0].pk}/history").json()[0]["reason"].endswith("撤销")
        for path in ("", "/file", "/history"):
            assert mine.get(f"/{papers[1].pk}{path}").status_code == 404


def test_administrators_of_accounts_see_no_papers(papers: list[Document]) -> None:
    admin = Actor(user_id=4, name="演示管理员", role=Role.COUNTY_ADMIN, realm=COUNTY)
    assert client(router, admin).get("").json() == {"items": [], "total": 0}
    assert client(router, admin).get(f"/{papers[0].pk}/file").status_code == 404


def test_the_file_is_shown_in_place_under_its_number(papers: list[Document]) -> None:
    answer = client(router, CLERK).get(f"/{papers[0].pk}/file")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == f"inline; filename*=utf-8''{quote('演社工准〔2026〕1号.pdf', safe='')}"
    assert answer.content == storage.paper_path(papers[0].sha256).read_bytes()


def test_a_file_that_is_gone_is_a_clear_answer(papers: list[Document]) -> None:
    storage.paper_path(papers[0].sha256).unlink()
    answer = client(router, CLERK).get(f"/{papers[0].pk}/file")
    assert (answer.status_code, answer.json()["code"]) == (409, "file_missing")


def test_a_papers_history_names_who_sealed_it(papers: list[Document], keeper: Actor) -> None:
    ended, issued = client(router, CLERK).get(f"/{papers[0].pk}/history").json()
    assert issued["by"] == keeper.name
    assert issued["reason"] == "印发"
    assert {c["field"] for c in ended["changes"]} == {"status", "ended_on", "ended_by"}
