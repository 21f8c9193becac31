"""What a list says to whom on which day (rules L-07 and L-08, clause 4.1)."""

from datetime import date
from typing import Any

import pytest

from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.core.tests.clients import CLERK, client
from zhunru.divisions.models import Village
from zhunru.lists import queries
from zhunru.lists.api import county_router, router
from zhunru.lists.services import drafting
from zhunru.lists.tests.ways import (
    FIRST,
    SECOND,
    A,
    N,
    S,
    added,
    drafted,
    entry_of,
    in_force,
    taken_over,
)
from zhunru.tenancy.context import township_context

pytestmark = pytest.mark.usefixtures("on_county_side")


# --- L-07 ---


@pytest.mark.clause("2.2a")
def test_each_of_the_four_kinds_of_village_sees_what_applies_to_it() -> None:
    """Rule L-07."""
    draft = drafted(S, "人人皆有")
    for kind in Village.Kind.values:
        added(draft, f"只属{kind}", applies_to=[kind])
    added(draft, "城乡社区", applies_to=["community", "rural_community"])
    taken_over(draft, FIRST)
    seen = {
        kind: {entry.title for entry in queries.list_on(S, SECOND, village_kind=kind)["entries"]}
        for kind in Village.Kind.values
    }
    common = {"人人皆有"}
    assert seen == {
        "village": common | {"只属village"},
        "community": common | {"只属community", "城乡社区"},
        "rural_community": common | {"只属rural_community", "城乡社区"},
        "pastoral": common | {"只属pastoral"},
    }
    assert len(queries.list_on(S, SECOND)["entries"]) == 6


@pytest.mark.clause("2.2a")
def test_a_village_sees_what_it_owes_assists_in_and_may_not_be_asked(stage: Stage) -> None:
    """Rules L-07 and L-08: on any day, in three groups with the edition of each."""
    for kind, title in ((S, "调解民间纠纷"), (A, "协助人口普查"), (N, "招商引资")):
        draft = drafted(kind, title)
        added(draft, f"{title}（社区）", applies_to=["community"])
        taken_over(draft, FIRST)
    in_force(N, "协税护税", on=SECOND)
    community, village = stage.villages(0)
    assert (community.kind, village.kind) == ("community", "village")
    officer = stage.village_officer(village)
    with township_context(stage.townships[0]):
        told = {
            (place.kind, day): client(router, officer).get(f"/lists/duties/{place.code}/{day}").json()
            for place in (community, village)
            for day in (FIRST, SECOND)
        }
        assert client(router, officer).get(f"/lists/duties/000000000000/{FIRST}").status_code == 404
    titles = {key: [[e["title"] for e in group["entries"]] for group in groups] for key, groups in told.items()}
    assert titles["village", FIRST] == [["调解民间纠纷"], ["协助人口普查"], ["招商引资"]]
    assert titles["village", SECOND] == [["调解民间纠纷"], ["协助人口普查"], ["招商引资", "协税护税"]]
    assert [len(group) for group in titles["community", SECOND]] == [2, 2, 3]
    assert [group["edition"]["number"] for group in told["village", SECOND]] == [1, 1, 2]


# --- L-08 ---


@pytest.mark.clause("3.2a")
def test_a_list_is_read_as_of_any_day() -> None:
    """Rule L-08: what held on a day is told the same ever after, by the edition that held."""
    first = in_force(N, "招商引资", on=FIRST)
    second = drafted(N, "协税护税")
    drafting.change_entry(entry_of(second, "招商引资"), {"title": "招商引资任务"}, reason="更正", actor=SYSTEM)
    taken_over(second, SECOND)
    drafted(N, "尚未公布")
    expected = {
        date(2024, 12, 31): (None, []),
        FIRST: (1, ["招商引资"]),
        date(2025, 12, 31): (1, ["招商引资"]),
        SECOND: (2, ["招商引资任务", "协税护税"]),
        date(9999, 12, 31): (2, ["招商引资任务", "协税护税"]),
    }
    for day, (number, titles) in expected.items():
        told = client(router, CLERK).get(f"/lists/negative/on/{day}").json()
        assert (told["edition"] and told["edition"]["number"], [e["title"] for e in told["entries"]]) == (
            number,
            titles,
        )
    assert client(router, CLERK).get("/lists/negative/on/2025-02-30").status_code == 422
    assert client(router, CLERK).get("/lists/others/on/2025-02-01").status_code == 422
    old = client(county_router, CLERK).get(f"/entries/{first.entries.get().pk}").json()
    assert old["title"] == "招商引资"


# --- clause 4.1 ---


@pytest.mark.clause("4.1")
def test_a_departments_duties_are_compared_over_time(stage: Stage) -> None:
    """Side by side over the editions in force between two days; whether it leads or supports."""
    draft = drafted(S)
    added(draft, "防汛", lead_department="水务部门", village_duty="报告险情")
    added(draft, "春灌", lead_department="农业农村部门", supporting_departments="水务部门、气象部门")
    added(draft, "扫盲", lead_department="教育部门")
    taken_over(draft, FIRST)
    draft = drafted(S)
    drafting.change_entry(entry_of(draft, "防汛"), {"village_duty": "报告险情，转移群众"}, reason="修订", actor=SYSTEM)
    taken_over(draft, SECOND)

    def read(since: str, until: str) -> Any:
        path = f"/lists/departments/duties?department=水务部门&since={since}&until={until}"
        return client(county_router, stage.actor("leader")).get(path).json()

    told = read("2025-06-01", "2026-06-01")
    assert [one["number"] for one in told["editions"]] == [1, 2]
    first, second = (str(one["id"]) for one in told["editions"])
    assert {row["title"]: row["duties"] for row in told["rows"]} == {
        "防汛": {first: "报告险情", second: "报告险情，转移群众"},
        "春灌": {first: "春灌", second: "春灌"},
    }
    assert [one["number"] for one in read("2025-01-01", "2025-12-31")["editions"]] == [1]
    assert read("2020-01-01", "2020-12-31")["rows"] == []
    first_of_days = "/lists/departments/duties?department=水务部门&until=0001-01-01"
    assert client(county_router, stage.actor("leader")).get(first_of_days).json()["since"] == "0001-01-01"
