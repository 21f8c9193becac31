"""Clocks of a case: starting, stopping, pausing, and what the calendar does to them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.accounts.models import Organisation
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.workdays import clocks
from zhunru.workdays.calendar import Calendar
from zhunru.workdays.models import Clock, Day, Pause, Year
from zhunru.workdays.names import ClockName

MONDAY = date(2026, 11, 16)


def start(case: Organisation, name: str = "total", limit: int = 15, on: date = MONDAY, **more: Any) -> Clock:
    return clocks.start(case, name, limit=limit, on=on, title="演示事项", **more)


def due(case: Organisation, name: str = "total") -> date | None:
    return next(clock.due_on for clock in clocks.of(case) if clock.name == name)


def test_a_clock_is_due_its_limit_in_working_days_after_the_day_it_began(case: Organisation) -> None:
    """Rule A-07: 15 working days in all."""
    clock = start(case, role=Role.SOCIAL_WORK_HEAD, organisation_id=case.pk)
    assert (clock.subject, clock.subject_id) == ("accounts.organisation", case.pk)
    assert clock.due_on == date(2026, 12, 7)
    assert clocks.left(clock, date(2026, 12, 1)) == 4
    assert clocks.left(clock, date(2026, 12, 9)) == -2


def test_a_clock_that_runs_is_not_started_again(case: Organisation) -> None:
    first = start(case)
    assert start(case, limit=3, on=date(2026, 11, 18)) == first
    assert [clock.limit for clock in clocks.of(case)] == [15]


def test_what_is_met_stays_on_record_and_may_begin_anew(case: Organisation) -> None:
    start(case, "form_check", 2)
    clocks.stop(case, "form_check", on=date(2026, 11, 17))
    clocks.stop(case, "form_check", on=date(2026, 11, 20))
    start(case, "form_check", 2, on=date(2026, 11, 23))
    assert [(clock.started_on, clock.met_on) for clock in clocks.of(case)] == [
        (MONDAY, date(2026, 11, 17)),
        (date(2026, 11, 23), None),
    ]


def test_a_pause_moves_the_due_date_by_its_working_days(case: Organisation) -> None:
    """Rule A-06: the clock stops while it waits for correction, and the history of stops is kept."""
    start(case, "total", 5)
    assert due(case) == date(2026, 11, 23)
    clocks.pause(case, Pause.Reason.CORRECTION, on=date(2026, 11, 18))
    assert due(case) is None
    clocks.resume(case, on=date(2026, 11, 20))
    assert due(case) == date(2026, 11, 25)
    assert [(each.reason, each.from_on, each.to_on) for each in clocks.pauses_of(case)] == [
        ("correction", date(2026, 11, 18), date(2026, 11, 20))
    ]


def test_a_paused_clock_tells_what_it_has_left(case: Organisation) -> None:
    start(case, "total", 5)
    clocks.pause(case, "correction", on=date(2026, 11, 18))
    assert clocks.left(clocks.of(case)[0], date(2026, 12, 31)) == 4


def test_what_is_waited_for_runs_on_while_the_case_is_paused(case: Organisation) -> None:
    start(case, ClockName.TOTAL)
    clocks.pause(case, "correction", on=date(2026, 11, 18))
    start(case, ClockName.CORRECTION, 10, on=date(2026, 11, 18))
    assert due(case, "correction") == date(2026, 12, 2)
    start(case, "of_its_own", 10, on=date(2026, 11, 18), pausable=False)
    assert due(case, "of_its_own") == date(2026, 12, 2)


def test_a_second_pause_follows_the_first_without_a_gap(case: Organisation) -> None:
    start(case)
    first = clocks.pause(case, "correction", on=date(2026, 11, 17))
    assert clocks.pause(case, "correction", on=date(2026, 11, 18)) == first
    clocks.pause(case, "committee", on=date(2026, 11, 19))
    assert [(each.reason, each.to_on) for each in clocks.pauses_of(case)] == [
        ("correction", date(2026, 11, 19)),
        ("committee", None),
    ]


def test_resuming_what_is_not_paused_changes_nothing(case: Organisation) -> None:
    start(case)
    clocks.resume(case, on=date(2026, 11, 18))
    assert due(case) == date(2026, 12, 7)
    assert clocks.pauses_of(case) == []


def test_a_pause_touches_its_own_case_only(case: Organisation) -> None:
    other = Organisation(name="县另一局", short_name="另一局", kind="department")
    other.record(actor=SYSTEM, reason="测试")
    start(case)
    start(other)
    clocks.pause(case, "suspension", on=MONDAY)
    assert (due(case), due(other)) == (None, date(2026, 12, 7))


def test_the_end_of_a_case_ends_its_clocks_and_its_pause(case: Organisation) -> None:
    start(case)
    start(case, "form_check", 2)
    clocks.pause(case, "correction", on=date(2026, 11, 17))
    clocks.stop_all(case, on=date(2026, 11, 19))
    assert {clock.met_on for clock in clocks.of(case)} == {date(2026, 11, 19)}
    assert [each.to_on for each in clocks.pauses_of(case)] == [date(2026, 11, 19)]
    start(case, "form_check", 2, on=date(2026, 11, 23))
    assert list(clocks.running(case).values_list("name", flat=True)) == ["form_check"]


def test_a_clock_that_reaches_into_a_missing_year_runs_without_a_due_date(case: Organisation) -> None:
    """Rule A-06: nothing is guessed, and nobody meets an error."""
    clock = start(case, on=date(2026, 12, 21))
    assert clock.due_on is None
    assert clocks.left(clock, date(2026, 12, 22)) is None
    assert clocks.due(date(2026, 12, 21), 15) is None
    assert clocks.due(date(2026, 12, 21), 5) == date(2026, 12, 28)


def test_recomputing_gives_every_running_clock_its_date_and_tells_so(case: Organisation) -> None:
    """Rule A-06: deadlines follow the calendar of the county when it changes."""
    start(case, on=date(2026, 12, 21))
    start(case, "form_check", 2)
    start(case, "issue", 2)
    clocks.stop(case, "issue", on=MONDAY)
    Year(year=2027).record(actor=SYSTEM, reason="测试")
    Day(date=date(2027, 1, 1), working=False, name="元旦").record(actor=SYSTEM, reason="测试")
    Day(date=date(2026, 11, 18), working=False, name="演示节").record(actor=SYSTEM, reason="测试")
    told: list[Any] = []
    clocks.calendar_changed.connect(lambda sender, **_more: told.append(sender), weak=False, dispatch_uid="test")
    try:
        assert clocks.recompute() == 2
    finally:
        clocks.calendar_changed.disconnect(dispatch_uid="test")
    assert due(case) == date(2027, 1, 12)
    assert due(case, "form_check") == date(2026, 11, 19)
    assert due(case, "issue") == date(2026, 11, 18), "what is met stays as it was"
    assert told == [Calendar]
    assert clocks.recompute() == 0


def test_many_clocks_are_recomputed_in_a_few_statements(case: Organisation, django_assert_max_num_queries: Any) -> None:
    rows = [
        Clock(subject="a.case", subject_id=n, name="total", title="事项", started_on=MONDAY, limit=5)
        for n in range(300)
    ]
    Clock.objects.bulk_create(rows)
    with django_assert_max_num_queries(11):  # three of them by those who keep other days
        assert clocks.recompute() == 300


def test_a_list_is_dated_by_the_earliest_running_clock_of_each_row(case: Organisation) -> None:
    other = Organisation(name="县另一局", short_name="另一局", kind="department")
    other.record(actor=SYSTEM, reason="测试")
    start(case)
    start(case, "form_check", 2)
    start(case, "leader", 1)
    clocks.stop(case, "leader", on=MONDAY)
    dated = clocks.with_due(Organisation.objects.order_by("id"))
    assert {row.pk: row.due_on for row in dated} == {case.pk: date(2026, 11, 18), other.pk: None}
    assert clocks.with_due(Organisation.objects.all(), "accounts.user").filter(due_on__isnull=False).count() == 0
    assert dated.order_by("due_on").filter(due_on__lt=date(2026, 12, 1)).get() == case


@pytest.mark.clause("2.1e")
def test_an_urgent_matter_s_terms_count_make_up_days_and_no_holidays(case: Organisation) -> None:
    """紧急工作先进后批 (rules A-06, A-24): entered on 18 September 2026, before the make-up Sunday and two holidays."""
    entered = date(2026, 9, 18)
    start(case, ClockName.URGENT_APPLICATION, 5, on=entered)
    start(case, ClockName.URGENT_END, 30, on=entered, unit=Clock.Unit.CALENDAR)
    assert due(case, "urgent_application") == date(2026, 9, 24)
    applied = date(2026, 9, 24)
    clocks.stop(case, ClockName.URGENT_APPLICATION, on=applied)
    start(case, ClockName.URGENT_DECISION, 10, on=applied)
    assert due(case, "urgent_decision") == date(2026, 10, 15)
    assert due(case, "urgent_end") == date(2026, 10, 18)


@pytest.mark.clause("2.1e")
def test_no_pause_stretches_the_terms_of_an_urgent_matter(case: Organisation) -> None:
    """紧急工作先进后批: the villages bear it already."""
    start(case, ClockName.URGENT_DECISION, 10)
    start(case, ClockName.URGENT_END, 30, unit="calendar")
    clocks.pause(case, "correction", on=date(2026, 11, 17))
    assert due(case, "urgent_decision") == date(2026, 11, 30)
    assert due(case, "urgent_end") == date(2026, 12, 16)


def test_whoever_touches_a_clock_shares_the_lock_that_recomputing_holds_alone(case: Organisation) -> None:
    """A clock started while the calendar changes is counted by the new one."""

    def held() -> set[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND objid = %s",
                [clocks.CALENDAR_LOCK],
            )
            return {mode for (mode,) in cursor.fetchall()}

    assert held() == {"ExclusiveLock"}, "seeding has recomputed in this test's transaction"
    start(case)
    assert held() == {"ExclusiveLock", "ShareLock"}


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"limit": 0}, "clock_has_a_limit"),
        ({"limit": 4000}, "clock_has_a_limit"),
        ({"unit": "hours"}, "clock_counts_days"),
        ({"due_on": MONDAY}, "clock_is_due_after_it_started"),
        ({"due_on": date(2026, 11, 13)}, "clock_is_due_after_it_started"),
    ],
)
def test_the_database_refuses_a_clock_that_cannot_be(
    case: Organisation, values: dict[str, Any], constraint: str
) -> None:
    given = {"subject": "a.case", "subject_id": 1, "name": "total", "title": "", "started_on": MONDAY, "limit": 5}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Clock.objects.create(**{**given, **values})


def test_the_database_lets_one_clock_of_a_name_run_and_one_pause_be_open(case: Organisation) -> None:
    clock = start(case)
    clock.pk = None
    with pytest.raises(IntegrityError, match="one_running_clock"), transaction.atomic():
        clock.save()
    open_pause = {"subject": clock.subject, "subject_id": clock.subject_id, "reason": "correction"}
    Pause.objects.create(**open_pause, from_on=MONDAY)
    with pytest.raises(IntegrityError, match="one_open_pause"), transaction.atomic():
        Pause.objects.create(**open_pause, from_on=MONDAY)


def test_the_database_refuses_a_pause_that_ends_before_it_begins_or_has_no_reason(case: Organisation) -> None:
    given = {"subject": "a.case", "subject_id": 1, "reason": "correction", "from_on": MONDAY}
    with pytest.raises(IntegrityError, match="pause_ends_after_it_begins"), transaction.atomic():
        Pause.objects.create(**{**given, "to_on": date(2026, 11, 15)})
    with pytest.raises(IntegrityError, match="pause_has_a_reason"), transaction.atomic():
        Pause.objects.create(**{**given, "reason": "lunch"})


def test_the_database_refuses_a_day_off_the_rule_without_a_name_and_a_year_far_away(case: Organisation) -> None:
    with pytest.raises(IntegrityError, match="day_off_the_rule_has_a_name"), transaction.atomic():
        Day(date=date(2027, 3, 1), working=False).record(actor=SYSTEM, reason="测试")
    with pytest.raises(IntegrityError, match="calendar_year_is_near"), transaction.atomic():
        Year(year=1900).record(actor=SYSTEM, reason="测试")
    Day(date=date(2027, 3, 1), working=True).record(actor=SYSTEM, reason="测试")
