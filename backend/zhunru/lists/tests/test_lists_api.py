from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhunru.core.tests.clients import CLERK, VILLAGE_OFFICER, client
from zhunru.lists import schemas
from zhunru.lists.api import county_router, router
from zhunru.lists.models import Edition, Entry
from zhunru.lists.tests.conftest import Take, edit

pytestmark = pytest.mark.usefixtures("on_county_side")


def titles(query: str) -> list[str]:
    return [row["title"] for row in client(router, CLERK).get(f"/entries{query}").json()["items"]]


@pytest.mark.clause("2.2a")
def test_the_three_lists_are_told_with_edition_count_and_what_they_are(take: Take) -> None:
    take(note="由国家法律逐条整理")
    lists = client(router, CLERK).get("/lists").json()
    assert [(one["kind"], one["label"], one["entry_count"]) for one in lists] == [
        ("statutory", "依法履职事项清单", 53),
        ("assist", "协助办理事项清单", 40),
        ("negative", "工作负面事项清单", 19),
    ]
    assert lists[0]["edition"] | {"id": 0} == {
        "id": 0,
        "kind": "statutory",
        "number": 1,
        "status": "published",
        "status_label": "已公布",
        "effective_on": "2026-01-01",
        "ends_on": None,
        "note": "由国家法律逐条整理",
        "document_number": "第 1 版",
    }
    assert (lists[0]["scheduled"], lists[0]["underway"]) == (None, None)
    assert "民政部门" in lists[0]["departments"]


def test_a_list_without_an_edition_in_force_says_so(take: Take) -> None:
    take(effective_on=date(9999, 1, 1))
    lists = client(router, CLERK).get("/lists").json()
    assert [(one["edition"], one["entry_count"]) for one in lists] == [(None, 0)] * 3
    assert [one["scheduled"]["effective_on"] for one in lists] == ["9999-01-01"] * 3
    assert client(router, CLERK).get("/entries").json() == {"items": [], "total": 0}


@pytest.mark.clause("3.2a")
def test_only_the_latest_edition_that_has_taken_effect_is_shown(take: Take, folder: Path) -> None:
    take(effective_on=date(2020, 1, 1))
    edit(folder / "negative.csv", {"不得对村(社区)实施行政命令、将其作为行政延伸": "不得以行政命令要求村(社区)"})
    take(folder, number=2, effective_on=date(2021, 1, 1))
    take(number=3, effective_on=date(9999, 1, 1))
    lists = client(router, CLERK).get("/lists").json()
    assert [(one["edition"]["number"], one["entry_count"]) for one in lists] == [(2, 53), (2, 40), (2, 19)]
    assert titles("?q=行政命令") == ["不得以行政命令要求村(社区)"]


def test_a_list_of_a_day_tells_of_each_entry_and_of_the_edition_what_their_own_addresses_tell(take: Take) -> None:
    """Rule L-08: hundreds of rows go to JSON by a shorter way, which must say the same."""
    take()
    told = client(router, CLERK).get("/lists/assist/on/2026-06-01").json()
    assert set(told) == set(schemas.EditionWithEntries.model_fields)
    assert told["edition"] == client(router, CLERK).get(f"/editions/{told['edition']['id']}").json()
    for entry in (told["entries"][0], told["entries"][10], told["entries"][-1]):
        assert entry == client(county_router, CLERK).get(f"/entries/{entry['id']}").json()
    assert len(told["entries"]) == told["edition"]["entry_count"] == 40


def test_entries_come_in_pages_in_the_order_of_their_list(take: Take) -> None:
    take()
    page = client(router, CLERK).get("/entries?list=assist&limit=3&offset=38").json()
    assert page["total"] == 40
    assert [(row["code"], row["seq"]) for row in page["items"]] == [("A-039", 39), ("A-040", 40)]
    assert page["items"][0]["kind_label"] == "协助办理事项清单"


def test_two_characters_are_enough_to_find_an_entry_by_title_duty_or_law(take: Take) -> None:
    take()
    assert titles("?q=湿地") == ["协助做好湿地保护相关工作"]
    assert titles("?q=撤换") == ["不得指定、委派或者撤换村民委员会成员"]
    assert titles("?q=种植用途") == ["发现违反耕地种植用途管控要求行为及时报告"]
    assert titles("?q=志愿 消防队") == ["建立志愿消防队等消防组织，开展群众性自防自救工作"]
    assert titles("?q=n-019") == ["行政强制措施权不得委托"]
    assert titles("?q=%25") == []


def test_entries_are_filtered_by_list_and_department(take: Take) -> None:
    take()
    assert titles("?list=assist&department=民政部门") == [
        "协助做好社会救助工作",
        "受委托代为提出社会救助申请",
        "为捐赠款物分配送达、信息统计提供帮助",
    ]
    assert titles("?list=negative&department=民政部门") == []
    assert client(router, CLERK).get("/entries?list=other").status_code == 422


@pytest.mark.clause("1.3b")
def test_an_entry_is_told_with_its_legal_bases_version_and_edition(take: Take) -> None:
    take()
    entry = Entry.objects.get(code="A-011")
    told = client(county_router, CLERK).get(f"/entries/{entry.pk}").json()
    assert told["bases"][0] | {"id": 0} == {
        "id": 0,
        "document": "中华人民共和国湿地保护法",
        "document_number": "",
        "article": "第四条",
        "version": "2021-12-24",
        "valid_from": None,
        "quotation": "",
        "ended_on": None,
        "successor_id": None,
    }
    assert (told["edition_id"], told["completeness"]) == (entry.edition_id, "verified")
    assert client(county_router, CLERK).get("/entries/0").status_code == 404
    assert client(county_router, CLERK).get(f"/entries/{10**30}").status_code == 404


@pytest.mark.clause("3.2b")
def test_the_history_of_an_entry_and_of_an_edition_tells_who_and_why(take: Take) -> None:
    take()
    entry, edition = Entry.objects.get(code="A-011"), Edition.objects.get(kind="assist")
    imported = ("系统", "导入 statutory.csv、assist.csv、negative.csv")
    for asked, path, reasons in (
        (router, f"/entries/{entry.pk}/history", [imported]),
        (county_router, f"/editions/{edition.pk}/history", [("系统", "登记此前已公布的清单"), imported]),
    ):
        told: list[dict[str, Any]] = client(asked, CLERK).get(path).json()
        assert [(one["by"], one["reason"]) for one in told] == reasons


def test_legal_bases_can_be_searched_to_be_picked(take: Take) -> None:
    take()
    page = client(county_router, CLERK).get("/legal-bases?q=组织法 第九条").json()
    assert page["total"] == 1
    assert page["items"][0] | {"id": 0} == {
        "id": 0,
        "document": "中华人民共和国村民委员会组织法",
        "document_number": "",
        "article": "第九条",
        "version": "2018-12-29",
        "ended_on": None,
        "successor_id": None,
        "entry_count": 6,
    }


@pytest.mark.clause("2.2a")
def test_a_village_officer_reads_the_same_lists_on_the_townships_host(
    take: Take, in_county: Callable[[], AbstractContextManager[None]], townships: list[Any]
) -> None:
    take()
    assert client(router, VILLAGE_OFFICER).get("/entries").json()["total"] == 112
