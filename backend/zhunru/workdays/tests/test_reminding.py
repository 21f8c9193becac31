"""Reminders before and after a clock is due."""

from datetime import date, timedelta

import pytest

from zhunru.accounts.models import Organisation
from zhunru.workdays import clocks, reminding, services
from zhunru.workdays.clocks import Reminder
from zhunru.workdays.models import Clock, Told, Year
from zhunru.workdays.schemas import DayIn
from zhunru.workdays.tests.conftest import ADMIN

MONDAY = date(2026, 11, 16)
"""Ten working days later it is Monday, 30 November."""


def start(case: Organisation, limit: int = 10, name: str = "second_review", unit: str = "working") -> Clock:
    return clocks.start(case, name, limit=limit, on=MONDAY, title="演示事项", unit=unit)


def told_on(today: date) -> list[tuple[str, str, int | None]]:
    told: list[Reminder] = []
    assert clocks.remind(today, told.append) == len(told)
    return [(each.clock.name, each.stage, each.left) for each in told]


def told_until(last: date) -> dict[date, list[tuple[str, str, int | None]]]:
    days = [MONDAY + timedelta(days=n) for n in range((last - MONDAY).days + 1)]
    return {day: told for day in days if (told := told_on(day))}


def test_a_clock_is_told_of_three_days_before_one_day_before_and_once_it_is_over(case: Organisation) -> None:
    """Rule A-06: working days, so Wednesday and Friday before a Monday."""
    start(case)
    assert told_until(date(2026, 12, 31)) == {
        date(2026, 11, 25): [("second_review", "soon", 3)],
        date(2026, 11, 27): [("second_review", "next", 1)],
        date(2026, 12, 1): [("second_review", "overdue", -1)],
    }


def test_plain_days_are_counted_plainly(case: Organisation) -> None:
    start(case, 30, "urgent_end", "calendar")
    assert list(told_until(date(2026, 12, 31))) == [date(2026, 12, 13), date(2026, 12, 15), date(2026, 12, 17)]


@pytest.mark.parametrize(
    ("limit", "stages"),
    [(1, ["overdue"]), (2, ["next", "overdue"]), (3, ["next", "overdue"]), (4, ["soon", "next", "overdue"])],
)
def test_a_short_limit_is_not_told_of_as_soon_as_it_begins(case: Organisation, limit: int, stages: list[str]) -> None:
    start(case, limit)
    told = told_until(date(2026, 12, 1))
    assert [stage for day in told.values() for _name, stage, _left in day] == stages


def test_telling_that_was_cut_short_goes_on_where_it_stopped(
    case: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminding, "BATCH", 2)
    for number in range(5):
        start(case, name=f"step_{number}")
    told: list[str] = []

    def tell(reminder: Reminder) -> None:
        if len(told) == 2:
            raise KeyboardInterrupt
        told.append(reminder.clock.name)

    today = date(2026, 11, 25)
    with pytest.raises(KeyboardInterrupt):
        clocks.remind(today, tell)
    assert Told.objects.count() == 2, "what was not told is not noted"
    assert clocks.remind(today, lambda reminder: told.append(reminder.clock.name)) == 3
    assert sorted(told) == [f"step_{number}" for number in range(5)]
    assert clocks.remind(today, lambda _reminder: pytest.fail("told twice")) == 0


def test_two_sweeps_at_a_time_tell_nothing_twice(case: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    start(case)
    today = date(2026, 11, 25)
    seen_by_both = clocks.reminders(today)
    assert clocks.remind(today, lambda _reminder: None) == 1
    monkeypatch.setattr(reminding, "reminders", lambda _today: seen_by_both)
    assert clocks.remind(today, lambda _reminder: pytest.fail("told twice")) == 0


def test_after_a_night_without_a_sweep_only_the_most_urgent_is_told(case: Organisation) -> None:
    start(case)
    assert told_on(date(2026, 11, 30)) == [("second_review", "next", 0)]
    assert told_on(date(2026, 12, 7)) == [("second_review", "overdue", -5)]


def test_a_clock_that_is_met_paused_or_not_to_be_dated_is_not_told_of(case: Organisation) -> None:
    start(case, name="met")
    clocks.stop(case, "met", on=MONDAY)
    start(case)
    clocks.pause(case, "correction", on=date(2026, 11, 17))
    clocks.start(case, "correction", limit=15, on=date(2026, 12, 28), title="事项")
    assert told_until(date(2026, 12, 31)) == {}


def test_a_new_due_date_is_told_of_anew(case: Organisation) -> None:
    """Rule A-06: deadlines are recomputed when the calendar changes, and people learn of it."""
    start(case)
    assert told_on(date(2026, 11, 27)) == [("second_review", "next", 1)]
    holidays = [DayIn(date=date(2026, 11, day), working=False, name="演示节") for day in (26, 30)]
    services.set_days(2026, holidays, actor=ADMIN)
    assert told_on(date(2026, 11, 27)) == [("second_review", "soon", 2)]
    assert told_on(date(2026, 11, 27)) == []


def test_what_is_over_is_told_although_today_s_year_is_missing(case: Organisation) -> None:
    start(case)
    assert not Year.objects.filter(year=2027).exists()
    (reminder,) = clocks.reminders(date(2027, 1, 4))
    assert (reminder.stage, reminder.left) == ("overdue", None)
    assert reminder.text == "复审：2026-11-30 到期，已超期"


def test_a_reminder_says_when_in_words(case: Organisation) -> None:
    start(case)
    assert [clocks.reminders(day)[0].text for day in (date(2026, 11, 25), date(2026, 11, 30), date(2026, 12, 2))] == [
        "复审：还有 3 个工作日到期（2026-11-30）",
        "复审：今天到期",
        "复审：2026-11-30 到期，已超期",
    ]
