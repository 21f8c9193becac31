"""The calendar through its routes: read by everybody, kept by the administrator."""

from datetime import date
from typing import Any

import pytest

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import COUNTY_ROLES, Role
from zhunru.core.tests.clients import client
from zhunru.workdays import api, clocks
from zhunru.workdays.api import router
from zhunru.workdays.models import BY_HAND, Day, Year
from zhunru.workdays.tests.conftest import ADMIN, CLERK

FESTIVAL = {"date": "2026-08-12", "working": False, "name": "雪顿节"}

pytestmark = pytest.mark.usefixtures("seeded")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "localdate", lambda: date(2026, 11, 22))


def as_role(role: Role) -> Any:
    return client(router, Actor(user_id=3, name="演示", role=role, realm=COUNTY))


def day_of(calendar: Any, on: str) -> dict[str, Any]:
    found: dict[str, Any] = next(day for month in calendar["months"] for day in month["days"] if day["date"] == on)
    return found


@pytest.mark.parametrize("role", sorted(COUNTY_ROLES))
def test_every_role_of_the_county_reads_the_calendar(role: Role) -> None:
    calendar = as_role(role).get("/calendar/2026").json()
    assert (calendar["entered"], calendar["warning"]) == (True, None)
    assert "chinesecalendar" in calendar["source"]
    assert [len(month["days"]) for month in calendar["months"]] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert sum(month["working_days"] for month in calendar["months"]) == 248
    made_up = day_of(calendar, "2026-02-14")
    assert (made_up["working"], made_up["name"], made_up["exceptional"]) == (True, "春节调休上班", True)
    sunday = day_of(calendar, "2026-02-15")
    assert (sunday["working"], sunday["name"], sunday["exceptional"]) == (False, "春节", False)


def test_a_year_that_is_missing_is_shown_as_a_draft_with_a_warning() -> None:
    """Rule A-06: nobody takes it for a calendar."""
    calendar = client(router, CLERK).get("/calendar/2027").json()
    assert calendar["entered"] is False
    assert calendar["warning"] == "2027年工作日历尚未录入，请联系县系统管理员"


@pytest.mark.parametrize("year", ["1999", "2101", "99999999999999999999"])
def test_a_year_out_of_reach_is_refused(year: str) -> None:
    answer = client(router, CLERK).get(f"/calendar/{year}")
    assert answer.status_code == 422


def test_the_county_adds_its_own_festival_and_every_deadline_follows(case: Organisation) -> None:
    """Rule A-06: the county's own holidays, 藏历新年 and 雪顿节."""
    clocks.start(case, "total", limit=3, on=date(2026, 8, 10), title="事项")
    answer = client(router, ADMIN).put("/calendar/2026/days", json={"days": [FESTIVAL], "reason": "县政府通知"})
    assert answer.status_code == 200
    assert day_of(answer.json(), "2026-08-12") == {**FESTIVAL, "source": BY_HAND, "exceptional": True}
    assert clocks.of(case)[0].due_on == date(2026, 8, 14)
    answer = client(router, ADMIN).post("/calendar/2026/back-to-rule", json={"dates": ["2026-08-12"]})
    assert day_of(answer.json(), "2026-08-12")["exceptional"] is False
    assert clocks.of(case)[0].due_on == date(2026, 8, 13)


def test_every_change_is_in_the_history_with_its_day_and_reason() -> None:
    admin = client(router, ADMIN)
    admin.put("/calendar/2026/days", json={"days": [FESTIVAL], "reason": "县政府通知"})
    admin.put("/calendar/2026/days", json={"days": [FESTIVAL], "reason": "再来一次"})
    admin.post("/calendar/2026/back-to-rule", json={"dates": ["2026-08-12"]})
    told = client(router, CLERK).get("/calendar/2026/history").json()
    assert [(entry["by"], entry["reason"]) for entry in told[:2]] == [
        ("演示管理员", "2026-08-12 恢复周一至周五上班的惯例"),
        ("演示管理员", "2026-08-12 县政府通知"),
    ]
    assert [entry["by"] for entry in told[2:]] == ["系统"]
    assert {change["field"] for change in told[0]["changes"]} == {"working", "name"}
    assert client(router, CLERK).get("/calendar/2027/history").json() == []


@pytest.mark.parametrize("role", sorted(COUNTY_ROLES - {Role.COUNTY_ADMIN}))
def test_nobody_else_edits_the_calendar(role: Role) -> None:
    someone = as_role(role)
    for answer in (
        someone.put("/calendar/2026/days", json={"days": [FESTIVAL]}),
        someone.post("/calendar/2026/back-to-rule", json={"dates": ["2026-10-01"]}),
        someone.post("/calendar/2027/enter", json={"confirmed": True}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "role")
    assert not Day.objects.filter(source=BY_HAND).exists()


def test_every_fault_is_told_at_its_row() -> None:
    days = [
        {**FESTIVAL},
        {"date": "2025-08-12", "working": False, "name": "雪顿节"},
        {**FESTIVAL, "working": True},
        {"date": "2026-08-13", "working": False},
    ]
    answer = client(router, ADMIN).put("/calendar/2026/days", json={"days": days})
    assert answer.status_code == 422
    assert {error["field"]: error["detail"] for error in answer.json()["errors"]} == {
        "days.1.date": "不是2026年的日期",
        "days.2.date": "同一天只能填写一次",
        "days.3.name": "与周一至周五上班的惯例不同的日子，请填写名称，如“雪顿节”“国庆节调休上班”",
    }
    assert not Day.objects.filter(source=BY_HAND).exists()


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ([], "days"),
        ([FESTIVAL] * 367, "days"),
        ([FESTIVAL, {**FESTIVAL, "date": "明天"}], "days.1.date"),
        ([{**FESTIVAL, "name": "长" * 51}], "days.0.name"),
        ([{**FESTIVAL, "name": "\x00"}], "days.0.name"),
        ([{**FESTIVAL, "working": None}], "days.0.working"),
        ([{**FESTIVAL, "workng": True}], "days.0.workng"),
    ],
)
def test_what_is_no_day_is_refused_at_its_field(days: Any, field: str) -> None:
    answer = client(router, ADMIN).put("/calendar/2026/days", json={"days": days})
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])


def test_dates_of_another_year_do_not_go_back_to_the_rule() -> None:
    answer = client(router, ADMIN).post("/calendar/2026/back-to-rule", json={"dates": ["2026-10-01", "2025-10-01"]})
    assert [error["field"] for error in answer.json()["errors"]] == ["days.1.date"]


def test_entering_a_year_dates_the_clocks_that_waited_for_it(case: Organisation) -> None:
    """Rule A-06: a clock of an unknown year is dated as soon as the year is known."""
    clocks.start(case, "total", limit=15, on=date(2026, 12, 21), title="事项")
    admin = client(router, ADMIN)
    assert admin.get("/calendar/warnings").json() == {
        "years": [{"year": 2027, "message": "2027年工作日历尚未录入，请联系县系统管理员"}],
        "undated": 1,
    }
    admin.put("/calendar/2027/days", json={"days": [{"date": "2027-01-01", "working": False, "name": "元旦"}]})
    assert clocks.of(case)[0].due_on is None, "a draft does not count"
    answer = admin.post("/calendar/2027/enter", json={"source": "国办发明电〔2026〕1号", "note": "照文录入"})
    assert (answer.json()["entered"], answer.json()["source"]) == (True, "国办发明电〔2026〕1号")
    assert clocks.of(case)[0].due_on == date(2027, 1, 12)
    assert admin.get("/calendar/warnings").json() == {"years": [], "undated": 0}


def test_a_year_of_nothing_but_mondays_to_fridays_must_be_confirmed() -> None:
    admin = client(router, ADMIN)
    answer = admin.post("/calendar/2028/enter", json={})
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (409, "no_named_day", "confirmed")
    assert not Year.objects.filter(year=2028).exists()
    assert admin.post("/calendar/2028/enter", json={"confirmed": True}).json()["entered"] is True
    again = admin.post("/calendar/2028/enter", json={"confirmed": True})
    assert (again.status_code, again.json()["code"]) == (409, "entered")


@pytest.mark.parametrize("role", sorted(COUNTY_ROLES))
def test_missing_years_are_told_to_those_who_can_do_something_about_it(role: Role) -> None:
    told = as_role(role).get("/calendar/warnings").json()["years"]
    assert bool(told) == (role in {Role.COUNTY_ADMIN, Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD})


def test_a_paused_clock_does_not_count_as_waiting_for_a_year(case: Organisation) -> None:
    clocks.start(case, "total", limit=15, on=date(2026, 11, 16), title="事项")
    clocks.pause(case, "correction", on=date(2026, 11, 17))
    assert client(router, ADMIN).get("/calendar/warnings").json()["undated"] == 0
