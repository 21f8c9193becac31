"""Meetings: a block of applications, their order, and the record of all outcomes in one act (clause 3.1b)."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions.models import Application
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import Staged
from zhunru.admissions.tests.stage import Stage, at_leader, referred
from zhunru.tenancy.context import county_context


@pytest.fixture(scope="module")
def made(staged: Staged) -> tuple[Stage, list[int]]:
    """Two applications before the committee, for every meeting here."""
    with staged() as stage, county_context():
        first = referred(stage, stage.villages(0))
        second = referred(stage, stage.villages(1), title="秋冬防火巡查")
        return stage, [first.pk, second.pk]


@pytest.fixture
def stage(made: tuple[Stage, list[int]], begun: None) -> Stage:
    return made[0]


@pytest.fixture
def two(made: tuple[Stage, list[int]]) -> list[int]:
    return made[1]


def planned(stage: Stage, ids: list[int], body: str = "committee") -> dict[str, Any]:
    held_on = timezone.localdate().isoformat()
    data = {"body": body, "held_on": held_on, "applications": ids}
    found: dict[str, Any] = Desk(stage.actor("clerk")).post("/meetings", data)
    return found


def statuses(ids: list[int]) -> list[str]:
    with county_context():
        return [Application.objects.get(pk=id).status for id in ids]


def test_an_agenda_keeps_the_order_in_which_it_is_sent(stage: Stage, two: list[int]) -> None:
    first, second = two
    meeting = planned(stage, [second, first])
    assert [item["application_id"] for item in meeting["items"]] == [second, first]
    data = {"version": meeting["version"], "held_on": meeting["held_on"], "applications": [first]}
    changed = Desk(stage.actor("clerk")).ask("PATCH", f"/meetings/{meeting['id']}", data).json()
    assert [item["application_id"] for item in changed["items"]] == [first]


def test_a_stale_agenda_is_refused_with_the_version_that_holds(stage: Stage, two: list[int]) -> None:
    ids = two
    meeting = planned(stage, ids)
    data = {"version": meeting["version"] - 1, "held_on": meeting["held_on"], "applications": ids}
    answer = Desk(stage.actor("clerk")).ask("PATCH", f"/meetings/{meeting['id']}", data)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_an_application_stands_on_one_agenda_only(stage: Stage, two: list[int]) -> None:
    ids = two
    planned(stage, ids[:1])
    data = {"body": "committee", "held_on": timezone.localdate().isoformat(), "applications": ids}
    answer = Desk(stage.actor("clerk")).ask("POST", "/meetings", data)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (
        409,
        "on_another_agenda",
        "applications",
    )


@pytest.mark.clause("3.1b")
def test_all_outcomes_of_a_meeting_are_recorded_in_one_act(stage: Stage, two: list[int]) -> None:
    """提请县委常委会会议研究。"""
    first, second = two
    meeting = planned(stage, [first, second])
    items = [
        {"application": first, "outcome": "approve", "conditions": ["不得另建台账"]},
        {"application": second, "outcome": "reject", "reasons": "与清单事项重复"},
    ]
    record = {"number": "常委会〔2026〕9号", "items": items}
    held = Desk(stage.actor("recorder")).post(f"/meetings/{meeting['id']}/record", record)
    assert (held["status"], held["number"]) == ("held", "常委会〔2026〕9号")
    assert [item["outcome"] for item in held["items"]] == ["conditional", "rejected"]
    assert statuses([first, second]) == ["approved", "rejected"]


@pytest.mark.parametrize(
    ("fault", "field", "sentence"),
    [
        ({"outcome": "reject"}, "items.1.reasons", "请填写该议题结果所需的内容"),
        ({"outcome": "defer", "reasons": "再议"}, "items.1.resubmit_on", "请填写该议题结果所需的内容"),
        (
            {"outcome": "defer", "reasons": "再议", "resubmit_on": "2026-01-01"},
            "items.1.resubmit_on",
            "再次提请日期须晚于会议日期",
        ),
        ({"outcome": "merge_into", "reasons": "重复"}, "items.1.matter", "请填写该议题结果所需的内容"),
    ],
)
def test_one_fault_stops_all_and_is_told_at_its_item(
    stage: Stage, two: list[int], fault: dict[str, Any], field: str, sentence: str
) -> None:
    first, second = two
    meeting = planned(stage, [first, second])
    record = {
        "number": "9号",
        "items": [{"application": first, "outcome": "approve"}, {"application": second, **fault}],
    }
    answer = Desk(stage.actor("recorder")).ask("POST", f"/meetings/{meeting['id']}/record", record)
    assert (answer.status_code, answer.json()["field"]) == (409, field)
    assert answer.json()["detail"] == f"“秋冬防火巡查”：{sentence}"
    assert statuses([first, second]) == ["at_committee", "at_committee"]


def test_no_item_is_left_without_an_outcome(stage: Stage, two: list[int]) -> None:
    first, second = two
    meeting = planned(stage, [first, second])
    record = {"number": "9号", "items": [{"application": first, "outcome": "approve"}]}
    answer = Desk(stage.actor("recorder")).ask("POST", f"/meetings/{meeting['id']}/record", record)
    assert (answer.status_code, answer.json()["code"]) == (409, "items_open")
    assert statuses([first]) == ["at_committee"]


def test_who_only_advises_gives_an_opinion_and_the_application_goes_on(stage: Stage) -> None:
    with county_context():
        id = at_leader(stage, stage.villages(0)).pk
    meeting = planned(stage, [id], body="leader")
    assert meeting["items"][0]["deciding"] is False
    record = {"number": "批5号", "items": [{"application": id, "outcome": "endorse", "reasons": "同意提请"}]}
    held = Desk(stage.actor("recorder")).post(f"/meetings/{meeting['id']}/record", record)
    assert held["items"][0]["reasons"] == "同意提请"
    assert statuses([id]) == ["at_committee"]


@pytest.mark.parametrize("name", ["clerk", "head", "leader", "seal", "auditor"])
def test_only_the_recorder_records(stage: Stage, two: list[int], name: str) -> None:
    first, _second = two
    meeting = planned(stage, [first])
    record = {"number": "9号", "items": [{"application": first, "outcome": "approve"}]}
    answer = Desk(stage.actor(name)).ask("POST", f"/meetings/{meeting['id']}/record", record)
    assert answer.status_code == 403


def test_a_meeting_of_tomorrow_has_no_record_yet(stage: Stage, two: list[int]) -> None:
    first, _second = two
    data = {
        "body": "committee",
        "held_on": (timezone.localdate() + timedelta(days=1)).isoformat(),
        "applications": [first],
    }
    meeting = Desk(stage.actor("clerk")).post("/meetings", data)
    record = {"number": "9号", "items": [{"application": first, "outcome": "approve"}]}
    answer = Desk(stage.actor("recorder")).ask("POST", f"/meetings/{meeting['id']}/record", record)
    assert (answer.status_code, answer.json()["code"]) == (409, "future")


def test_departments_see_no_agenda(stage: Stage, two: list[int]) -> None:
    first, _second = two
    meeting = planned(stage, [first])
    desk = Desk(stage.actor("water-head"))
    assert desk.get("/meetings")["total"] == 0
    assert desk.ask("GET", f"/meetings/{meeting['id']}").status_code == 404
