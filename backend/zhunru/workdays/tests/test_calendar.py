"""Counting by the calendar, without the database."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.workdays.calendar import Calendar, YearMissingError, by_rule
from zhunru.workdays.seeding import national_days

NATIONAL = Calendar(range(2020, 2027), {day: said.working for day, said in national_days().items()})
YEARS = range(2024, 2028)
DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 30))
NUMBERS = st.integers(0, 200)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """The weekday rule with any exceptions, on most days of the week still somebody works."""
    days = draw(st.dictionaries(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.booleans(), max_size=60))
    return Calendar(YEARS, days)


CALENDARS = st.one_of(st.just(Calendar([*NATIONAL.years, 2027], NATIONAL.days)), calendars())


@settings(deadline=None)
@given(CALENDARS, DAYS, NUMBERS)
def test_adding_and_counting_are_each_other_s_inverse(calendar: Calendar, day: date, n: int) -> None:
    """Rule A-06."""
    assert calendar.between(day, calendar.add(day, n)) == n


@settings(deadline=None)
@given(CALENDARS, DAYS, st.integers(1, 200))
def test_a_sum_never_lands_on_a_rest_day(calendar: Calendar, day: date, n: int) -> None:
    """Rule A-06."""
    assert calendar.is_working(calendar.add(day, n))


@settings(deadline=None)
@given(CALENDARS, DAYS, DAYS, NUMBERS)
def test_who_begins_later_is_never_due_earlier(calendar: Calendar, a: date, b: date, n: int) -> None:
    assert calendar.add(min(a, b), n) <= calendar.add(max(a, b), n)


@settings(deadline=None)
@given(CALENDARS, DAYS, NUMBERS)
def test_one_more_working_day_is_always_later(calendar: Calendar, day: date, n: int) -> None:
    assert calendar.add(day, n) < calendar.add(day, n + 1)


@settings(deadline=None)
@given(CALENDARS, DAYS, DAYS, DAYS)
def test_stretches_add_up_and_turn_round(calendar: Calendar, a: date, b: date, c: date) -> None:
    assert calendar.between(a, b) + calendar.between(b, c) == calendar.between(a, c)
    assert calendar.between(a, b) == -calendar.between(b, a)


@settings(deadline=None)
@given(CALENDARS, DAYS, DAYS)
def test_counting_is_as_walking_day_by_day(calendar: Calendar, a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    walked = sum(calendar.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
    assert calendar.between(first, last) == walked


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 14), True),  # Saturday before Spring Festival, made up for
        (date(2026, 2, 16), False),
        (date(2026, 2, 23), False),  # Monday, taken from a Saturday
        (date(2026, 2, 24), True),
        (date(2026, 2, 28), True),  # Saturday
        (date(2026, 9, 20), True),  # Sunday before National Day
        (date(2026, 9, 25), False),  # Mid-Autumn Festival, a Friday
        (date(2026, 10, 1), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),  # Saturday
        (date(2026, 10, 11), False),
    ],
)
def test_holidays_rest_and_make_up_days_work(day: date, *, works: bool) -> None:
    assert NATIONAL.is_working(day) is works


def test_make_up_days_count_around_spring_festival_2026() -> None:
    """Rule A-06: Friday, then the Saturday made up for, nine days of rest, four days, and a Saturday again."""
    friday = date(2026, 2, 13)
    assert [NATIONAL.add(friday, n).day for n in range(1, 8)] == [14, 24, 25, 26, 27, 28, 2]
    assert NATIONAL.between(friday, date(2026, 2, 28)) == 6


def test_make_up_days_count_around_national_day_2026() -> None:
    """Rule A-06."""
    assert NATIONAL.add(date(2026, 9, 18), 1) == date(2026, 9, 20)
    assert NATIONAL.add(date(2026, 9, 30), 3) == date(2026, 10, 10)
    assert NATIONAL.add(date(2026, 9, 30), 4) == date(2026, 10, 12)


def test_of_a_year_that_is_missing_nothing_is_guessed() -> None:
    """Rule A-06."""
    for count in (
        lambda: NATIONAL.is_working(date(2027, 1, 4)),
        lambda: NATIONAL.add(date(2026, 12, 31), 1),
        lambda: NATIONAL.between(date(2026, 12, 31), date(2027, 1, 4)),
    ):
        with pytest.raises(YearMissingError, match="2027年工作日历尚未录入，请联系县系统管理员") as raised:
            count()
        assert (raised.value.code, raised.value.year) == ("calendar_missing", 2027)


def test_a_day_of_a_missing_year_is_not_known_though_it_was_named() -> None:
    """A draft does not count before the year is entered."""
    with pytest.raises(YearMissingError):
        Calendar([2026], {date(2027, 1, 1): False}).is_working(date(2027, 1, 1))


def test_working_days_are_counted_forwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        NATIONAL.add(date(2026, 1, 5), -1)


@settings(deadline=None)
@given(st.dates())
def test_the_rule_is_monday_to_friday(day: date) -> None:
    assert by_rule(day) == (day.strftime("%a") not in ("Sat", "Sun"))
    assert by_rule(day) == by_rule(day + timedelta(days=7) if day.year < 9999 else day)
