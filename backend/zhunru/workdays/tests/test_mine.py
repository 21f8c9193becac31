"""One's own clocks: whose they are, and how they are shown."""

from datetime import date
from typing import Any

import pytest

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.workdays import api, clocks, outputs
from zhunru.workdays.api import router
from zhunru.workdays.names import UNSTOPPED, ClockName, label
from zhunru.workdays.tests.conftest import CLERK

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "localdate", lambda: TODAY)


@pytest.fixture
def other(case: Organisation) -> Organisation:
    made = Organisation(name="县另一局", short_name="另一局", kind="department")
    made.record(actor=SYSTEM, reason="测试")
    return made


def start(case: Organisation, name: str, limit: int, **more: Any) -> None:
    clocks.start(case, name, limit=limit, on=more.pop("on", MONDAY), title="演示事项", **more)


def department(organisation: Organisation, role: Role = Role.DEPARTMENT_CLERK) -> Actor:
    return Actor(user_id=9, name="演示", role=role, realm=COUNTY, organisation_id=organisation.pk)


def names(actor: Actor) -> list[str]:
    return [item["name"] for item in client(router, actor).get("/clocks/mine").json()["items"]]


def test_a_role_sees_its_own_running_clocks_the_earliest_first(case: Organisation) -> None:
    """Rule A-07: who must act sees by when."""
    start(case, "total", 15, role=Role.SOCIAL_WORK_HEAD)
    start(case, "second_review", 4, role=Role.SOCIAL_WORK_CLERK)
    start(case, "form_check", 2, role=Role.SOCIAL_WORK_CLERK)
    start(case, "issue", 1, role=Role.SOCIAL_WORK_CLERK)
    start(case, "far", 15, role=Role.SOCIAL_WORK_CLERK, on=date(2026, 12, 21))
    start(case, "nobodys", 2)
    clocks.stop(case, "issue", on=MONDAY)
    assert names(CLERK) == ["form_check", "second_review", "far"]


@pytest.mark.parametrize("role", [Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD])
def test_a_department_s_people_see_their_department_s_clocks_and_no_other_s(
    case: Organisation, other: Organisation, role: Role
) -> None:
    start(case, "correction", 10, role=Role.DEPARTMENT_CLERK, organisation_id=case.pk)
    start(case, "urgent_application", 5, role=Role.DEPARTMENT_HEAD, organisation_id=case.pk)
    start(case, "refusal_reply", 3, organisation_id=case.pk)
    start(case, "form_check", 2, role=Role.SOCIAL_WORK_CLERK, organisation_id=case.pk)
    start(other, "correction", 10, role=Role.DEPARTMENT_CLERK, organisation_id=other.pk)
    assert names(department(case, role)) == ["refusal_reply", "urgent_application", "correction"]
    assert names(department(other, role)) == ["correction"]
    assert names(Actor(user_id=8, name="演示", role=Role.AUDITOR, realm=COUNTY)) == []


def test_a_clock_is_shown_with_its_limit_what_is_left_and_its_pauses(case: Organisation) -> None:
    """Rule A-06: limit, days left and every stop, shown wherever the clock is."""
    start(case, "total", 15, role=Role.SOCIAL_WORK_CLERK)
    clocks.pause(case, "correction", on=date(2026, 11, 17))
    clocks.resume(case, on=date(2026, 11, 19))
    answer = client(router, CLERK).get("/clocks/mine").json()
    assert answer["total"] == 1
    item = answer["items"][0]
    assert item.pop("id")
    assert item == {
        "subject": "accounts.organisation",
        "subject_id": case.pk,
        "name": "total",
        "label": "办理总时限",
        "title": "演示事项",
        "started_on": "2026-11-16",
        "limit": 15,
        "unit": "working",
        "unit_label": "工作日",
        "due_on": "2026-12-09",
        "left": 13,
        "overdue": False,
        "paused": False,
        "warning": None,
        "met_on": None,
        "role": "social_work_clerk",
        "role_label": "社会工作部经办员",
        "organisation_id": None,
        "pauses": [
            {"reason": "correction", "label": "等待补正", "from_on": "2026-11-17", "to_on": "2026-11-19"}
        ],
    }  # fmt: skip


def test_an_overdue_a_paused_and_an_undatable_clock_say_so(case: Organisation, other: Organisation) -> None:
    """Rule A-06: a clock of a missing year is shown loudly."""
    start(case, "form_check", 2)
    start(case, "total", 15, on=date(2026, 12, 21))
    start(other, "total", 15)
    clocks.pause(other, "committee", on=date(2026, 11, 17))
    overdue, undated = outputs.of(case, TODAY)
    assert (overdue.overdue, overdue.left) == (True, -2)
    assert undated.warning == "到期日无法计算：2027年工作日历尚未录入，请联系县系统管理员"
    assert (undated.due_on, undated.left, undated.paused) == (None, None, False)
    (paused,) = outputs.of(other, TODAY)
    assert (paused.due_on, paused.left, paused.paused, paused.warning) == (None, 15, True, None)


def test_a_met_clock_is_shown_with_the_stops_it_had_and_whether_it_was_late(case: Organisation) -> None:
    start(case, "form_check", 2)
    clocks.stop(case, "form_check", on=date(2026, 11, 19))
    clocks.pause(case, "committee", on=TODAY)
    (met,) = outputs.of(case, date(2027, 6, 1))
    assert (met.overdue, met.left, met.met_on, met.pauses, met.paused) == (True, None, date(2026, 11, 19), [], False)


def test_a_clock_that_no_pause_stops_shows_none(case: Organisation) -> None:
    start(case, ClockName.CORRECTION, 10)
    clocks.pause(case, "correction", on=MONDAY)
    assert [(clock.pauses, clock.paused) for clock in outputs.of(case, TODAY)] == [([], False)]


def test_a_hundred_clocks_cost_as_many_queries_as_one(case: Organisation, django_assert_max_num_queries: Any) -> None:
    for number in range(20):
        start(case, f"step_{number}", 5)
    rows = clocks.of(case)
    with django_assert_max_num_queries(3):
        assert len(outputs.clocks(rows, TODAY)) == 20


def test_the_list_is_cut_on_the_server(case: Organisation) -> None:
    for number in range(5):
        start(case, f"step_{number}", 5 + number, role=Role.SOCIAL_WORK_CLERK)
    answer = client(router, CLERK).get("/clocks/mine?limit=2&offset=1").json()
    assert ([item["name"] for item in answer["items"]], answer["total"]) == (["step_1", "step_2"], 5)
    assert client(router, CLERK).get("/clocks/mine?limit=201").status_code == 422


def test_a_clock_s_name_has_a_label_or_stands_for_itself() -> None:
    assert label("urgent_decision") == "紧急事项决定"
    assert label("of_its_own") == "of_its_own"
    assert set(ClockName) >= UNSTOPPED
