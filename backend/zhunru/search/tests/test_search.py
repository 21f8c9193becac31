"""One search on both hosts: what the actor may read is found, and nothing else."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.stage import LONG_AGO, Stage, admitted, drafted, the, withdrawn
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.tests.clients import client
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.placements.tests.arrivals import arrived
from zhunru.search.api import router
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.usefixtures("calendar")

TIBETAN = "\u0f40\u0f71\u0f72\u0f0b\u0f63\u0f66\u0f0b\u0f51\u0f7c\u0f53"
TITLE = "春灌节水入户宣传"


def asked(actor: Actor, q: str, **more: Any) -> Any:
    answer = client(router, actor).get("", query_params={"q": q, **more})
    assert answer.status_code == 200, answer.content
    return answer.json()


def found(actor: Actor, q: str) -> dict[str, list[str]]:
    """Titles by kind."""
    return {group["code"]: [item["title"] for item in group["items"]] for group in asked(actor, q)}


def published(kind: ListKind, title: str, **values: Any) -> Entry:
    """An entry in force, in an edition of its own."""
    edition: Edition = drafting.start(kind, actor=SYSTEM)
    entry = drafting.add_entry(
        edition, {"legal_basis": "《演示法》第一条", **values, "title": title}, reason="列入", actor=SYSTEM
    )
    day = date(LONG_AGO.year, 1, edition.number or edition.pk % 28 + 1)
    publishing.take_over(edition, document_number="演示", published_on=day, effective_on=day, actor=SYSTEM)
    return entry


@pytest.mark.clause("2.2a")
def test_the_county_finds_entries_matters_and_papers_by_two_characters(stage: Stage) -> None:
    """三张清单, what was admitted and its papers are one question."""
    with county_context():
        entry = published(ListKind.STATUTORY, "节水灌溉知识普及")
        matter = admitted(stage, stage.villages(0))
        groups = asked(stage.actor("clerk"), "节水")
        assert [group["code"] for group in groups] == ["entries", "matters", "papers"]
        entries, matters, papers = groups
        assert entries["items"] == [
            {
                "id": entry.pk, "path": f"/lists/{entry.pk}", "code": entry.code, "title": entry.title, "whose": "",
                "state": "依法履职事项清单",
            }
        ]  # fmt: skip
        assert matters["items"] == [
            {
                "id": matter.pk, "path": f"/matters/{matter.pk}", "code": matter.code, "title": TITLE,
                "whose": "县水务局", "state": "生效",
            }
        ]  # fmt: skip
        assert [item["path"] for item in papers["items"]] == [f"/documents/{the(matter.document).pk}"]
        assert (matters["label"], matters["count"]) == ("准入事项", 1)


def test_pinyin_initials_and_tibetan_find_an_entry_however_they_are_typed(stage: Stage) -> None:
    with county_context():
        entry = published(ListKind.NEGATIVE, "不得签订责任状", title_bo=TIBETAN)
        clerk = stage.actor("clerk")
        decomposed = TIBETAN.replace("\u0f71\u0f72", "\u0f73")
        swapped = TIBETAN.replace("\u0f71\u0f72", "\u0f72\u0f71")
        for typed in ("qdzrz", "QDZRZ", TIBETAN[:4], decomposed, swapped, "责任 签订", entry.code.lower()):
            assert found(clerk, typed) == {"entries": ["不得签订责任状"]}, typed
        assert found(clerk, "责任 扶贫") == {}


def test_codes_and_numbers_are_found_by_their_beginning_and_come_first(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        paper = the(matter.document)
        clerk = stage.actor("clerk")
        assert found(clerk, matter.code[:9]) == {"matters": [TITLE]}
        assert found(clerk, matter.code[1:9]) == {}
        assert found(clerk, paper.number[:8])["papers"] == [paper.title]
        code = paper.code.lower()
        assert found(clerk, f"{code[:4]}-{code[4:8]}") == {"papers": [paper.title]}


def test_entries_of_drafts_and_of_editions_that_are_over_are_not_in_force(stage: Stage) -> None:
    with county_context():
        entry = published(ListKind.NEGATIVE, "不得摊派报刊")
        edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
        drafting.add_entry(
            edition, {"title": "不得摊派会费", "legal_basis": "《演示法》第二条"}, reason="新增", actor=SYSTEM
        )
        groups = asked(stage.actor("head"), "摊派")
        assert [(item["id"], item["title"]) for item in groups[0]["items"]] == [(entry.pk, "不得摊派报刊")]
        assert groups[0]["count"] == 1


@pytest.mark.clause("1.3c")
def test_everybody_finds_only_what_they_may_read(stage: Stage) -> None:
    """A department its own matters, an administrator none; a draft nobody by this way."""
    with county_context():
        admitted(stage, stage.villages(0))
        drafted(stage, stage.villages(0), title="秋收节水提醒")
        assert "matters" in found(stage.actor("water-head"), "节水")
        assert "matters" not in found(stage.actor("farming-head"), "节水")
        assert found(stage.actor("admin"), "节水") == {}
        assert found(stage.actor("leader"), "秋收") == {}


def test_what_has_left_the_villages_is_found_with_its_state(stage: Stage) -> None:
    with county_context():
        gone = withdrawn(stage, admitted(stage, stage.villages(0)))
        groups = {group["code"]: group for group in asked(stage.actor("auditor"), "节水")}
        assert groups["matters"]["items"][0]["state"] == gone.get_status_display()
        assert groups["papers"]["count"] == len(groups["papers"]["items"]) > 1


def test_at_most_as_many_as_asked_with_the_count_of_all(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        _more(matter, 12)
        for limit, shown in (({}, 10), ({"limit": 3}, 3), ({"limit": 50}, 13)):
            (group,) = [one for one in asked(stage.actor("clerk"), "节水", **limit) if one["code"] == "matters"]
            assert (len(group["items"]), group["count"]) == (shown, 13)
        assert client(router, stage.actor("clerk")).get("?q=节水&limit=51").status_code == 422


def _more(matter: Matter, count: int) -> None:
    for number in range(count):
        twin = Matter.objects.get(pk=matter.pk)
        twin.pk, twin.code, twin.title = None, f"540522-SX-9{number:03}", f"第{number}次节水检查"
        twin._state.adding = True
        twin.record(actor=SYSTEM, reason="批量")


def test_a_search_is_one_statement_for_each_kind_and_none_when_it_is_too_short(stage: Stage) -> None:
    with county_context():
        clerk = stage.actor("clerk")
        with CaptureQueriesContext(connection) as seen:
            assert asked(clerk, "节水") == []
        assert len([query for query in seen.captured_queries if "SELECT" in query["sql"]]) == 3
        with CaptureQueriesContext(connection) as seen:
            for short in ("", " ", "节", "\u200b"):
                assert asked(clerk, short) == []
        assert not [query for query in seen.captured_queries if "lists_entry" in query["sql"]]


def test_signs_of_sql_are_signs_like_any_other(stage: Stage) -> None:
    with county_context():
        admitted(stage, stage.villages(0))
        for typed in ("%%", "__", "' or 1=1 --", "\\\\"):
            assert found(stage.actor("clerk"), typed) == {}
        for bad in ("\0\0", "x" * 201):
            assert client(router, stage.actor("clerk")).get("", query_params={"q": bad}).status_code == 422


@pytest.mark.clause("2.1c")
def test_a_township_finds_what_its_own_villages_carry_and_a_village_its_own(stage: Stage) -> None:
    """Placements instead of matters; papers that cover it; the lists, as everybody."""
    matter = arrived(stage, 0)
    with county_context():
        published(ListKind.STATUTORY, "节水灌溉知识普及")
    here, elsewhere = stage.townships[0], stage.townships[1]
    for actor, count in (
        (stage.township_officer(here), len(stage.villages(0))),
        (stage.village_officer(stage.villages(0)[0]), 1),
    ):
        with township_context(here):
            groups = {group["code"]: group for group in asked(actor, "节水")}
            assert list(groups) == ["entries", "placements", "papers"]
            assert groups["placements"]["count"] == count
            first = groups["placements"]["items"][0]
            assert (first["code"], first["path"]) == (matter.code, f"/placements/{first['id']}")
    with township_context(elsewhere):
        assert list(found(stage.township_officer(elsewhere), "节水")) == ["entries"]
