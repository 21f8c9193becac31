"""Due dates under pauses, without the database."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from zhunru.workdays.calendar import Calendar, YearMissingError
from zhunru.workdays.counting import Term
from zhunru.workdays.models import Clock, Pause

CALENDAR = Calendar(range(2024, 2029), {date(2026, 10, n): False for n in range(1, 8)})
DAYS = st.dates(date(2025, 1, 1), date(2026, 6, 30))
LIMITS = st.integers(1, 40)


def pause(from_on: date, to_on: date | None) -> Pause:
    return Pause(from_on=from_on, to_on=to_on)


@st.composite
def pauses(draw: st.DrawFn) -> list[Pause]:
    spans = draw(st.lists(st.tuples(DAYS, st.integers(0, 30)), max_size=4))
    return [pause(day, day + timedelta(days=n)) for day, n in spans]


@settings(deadline=None)
@given(DAYS, LIMITS, pauses())
def test_pauses_are_as_if_nobody_worked_on_their_days(started_on: date, limit: int, spans: list[Pause]) -> None:
    """Rule A-06: the clock stops while it waits, and no day is counted twice or lost."""
    rest = {
        span.from_on + timedelta(days=n): False
        for span in spans
        if span.to_on
        for n in range((span.to_on - span.from_on).days)
    }
    without = Calendar(CALENDAR.years, {**CALENDAR.days, **rest})
    assert Term(started_on, limit, pauses=spans).due_on(CALENDAR) == without.add(started_on, limit)


@settings(deadline=None)
@given(DAYS, LIMITS, pauses())
def test_a_clock_without_pauses_is_due_by_the_calendar(started_on: date, limit: int, spans: list[Pause]) -> None:
    """Rule A-07; a clock that cannot be paused counts on."""
    clock = Clock(started_on=started_on, limit=limit, pausable=False)
    assert Term.of(clock, spans).due_on(CALENDAR) == CALENDAR.add(started_on, limit)


@settings(deadline=None)
@given(DAYS, LIMITS, pauses())
def test_each_pause_only_ever_gives_more_time(started_on: date, limit: int, spans: list[Pause]) -> None:
    dates = [Term(started_on, limit, pauses=spans[:n]).due_on(CALENDAR) for n in range(len(spans) + 1)]
    assert dates == sorted(dates, key=lambda each: each or date.max)


@settings(deadline=None)
@given(DAYS, LIMITS, st.integers(0, 60))
def test_in_an_open_pause_nothing_is_due_and_what_was_left_stays(started_on: date, limit: int, after: int) -> None:
    """Rule A-06: limit and days left are shown at any time."""
    stops = started_on + timedelta(days=after)
    term = Term(started_on, limit, pauses=[pause(stops, None)])
    used = CALENDAR.between(started_on, stops - timedelta(days=1)) if after else 0
    assume(used < limit)
    assert term.due_on(CALENDAR) is None
    assert term.left(None, stops + timedelta(days=90), CALENDAR) == limit - used


def test_the_day_of_the_pause_stands_still_and_the_day_of_resuming_runs_again() -> None:
    monday, wednesday = date(2026, 11, 16), date(2026, 11, 18)
    assert Term(monday, 2).due_on(CALENDAR) == wednesday
    assert Term(monday, 2, pauses=[pause(wednesday, date(2026, 11, 25))]).due_on(CALENDAR) == date(2026, 11, 25)
    assert Term(monday, 2, pauses=[pause(wednesday, wednesday)]).due_on(CALENDAR) == wednesday


def test_a_term_that_had_run_out_before_stays_overdue_in_the_pause() -> None:
    term = Term(date(2026, 11, 2), 2, pauses=[pause(date(2026, 11, 10), None)])
    assert term.due_on(CALENDAR) == date(2026, 11, 4)


def test_plain_days_count_week_ends_and_holidays() -> None:
    term = Term(date(2026, 9, 20), 30, every_day=True)
    assert term.due_on(CALENDAR) == date(2026, 10, 20)
    assert term.left(date(2026, 10, 20), date(2026, 10, 3), CALENDAR) == 17
    assert Term(date(2029, 5, 1), 3, every_day=True).due_on(CALENDAR) == date(2029, 5, 4), "no calendar is needed"


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 18), 2),
        (date(2026, 11, 19), 1),
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), -1),  # a Saturday: nobody works, but the term is over
        (date(2026, 11, 23), -1),
        (date(2026, 11, 24), -2),
    ],
)
def test_days_left_end_at_nought_on_the_due_day(today: date, left: int) -> None:
    friday = date(2026, 11, 20)
    assert Term(date(2026, 11, 2), 14).left(friday, today, CALENDAR) == left


def test_a_term_that_reaches_into_a_missing_year_has_no_due_date() -> None:
    with pytest.raises(YearMissingError):
        Term(date(2028, 12, 28), 10).due_on(CALENDAR)
    assert Term(date(2028, 12, 28), 10).left(None, date(2028, 12, 29), CALENDAR) is None
