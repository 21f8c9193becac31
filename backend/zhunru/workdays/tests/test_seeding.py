"""The national calendar, taken over from the library and never against the county's word."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from zhunru.core.actors import SYSTEM
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding, services
from zhunru.workdays.calendar import Calendar
from zhunru.workdays.models import BY_HAND, Day, Year
from zhunru.workdays.schemas import DayIn
from zhunru.workdays.tests.conftest import ADMIN

FESTIVAL = date(2026, 8, 12)


@pytest.mark.usefixtures("seeded")
def test_every_year_from_2020_to_the_library_s_last_is_there_with_its_source() -> None:
    """Rule A-06: the calendar is data, and says where it comes from."""
    assert list(Year.objects.values_list("year", flat=True)) == list(range(2020, 2027))
    assert all("chinesecalendar" in source for source in Day.objects.values_list("source", flat=True))
    day = Day.objects.get(date=date(2026, 2, 14))
    assert (day.working, day.name) == (True, "春节调休上班")
    assert Day.objects.get(date=date(2026, 6, 19)).name == "端午节"
    assert Calendar.load().add(date(2026, 2, 13), 2) == date(2026, 2, 24)


@pytest.mark.usefixtures("seeded")
def test_each_day_keeps_its_history_from_the_first() -> None:
    assert Day.objects.get(date=date(2026, 10, 1)).history.get().actor_name == SYSTEM.name
    assert Day.history.count() == Day.objects.count()


@pytest.mark.usefixtures("seeded")
def test_a_second_run_changes_nothing() -> None:
    days = Day.objects.count()
    report = seeding.seed()
    assert (report.new, report.changed, report.skipped, report.unchanged) == ([], [], [], days)
    assert Day.history.count() == days


@pytest.mark.usefixtures("seeded")
def test_what_somebody_edited_is_never_overwritten() -> None:
    services.set_days(2026, [DayIn(date=FESTIVAL, working=False, name="雪顿节")], actor=ADMIN)
    services.set_days(2026, [DayIn(date=date(2026, 2, 28), working=False, name="藏历新年")], actor=ADMIN)
    services.back_to_rule(2026, [date(2026, 9, 20)], actor=ADMIN)
    report = seeding.seed()
    assert (report.new, report.changed) == ([], [])
    assert len(report.skipped) == 2
    assert not Calendar.load().is_working(FESTIVAL)
    assert not Calendar.load().is_working(date(2026, 2, 28))
    assert not Calendar.load().is_working(date(2026, 9, 20))


@pytest.mark.usefixtures("on_county_side")
def test_a_year_that_the_county_entered_is_left_alone() -> None:
    services.enter_year(2025, source="", note="", confirmed=True, actor=ADMIN)
    report = seeding.seed()
    assert not Day.objects.filter(date__year=2025).exists()
    assert any("2025" in line for line in report.skipped)
    assert Year.objects.get(year=2025).source == BY_HAND


@pytest.mark.usefixtures("seeded")
def test_what_the_library_corrects_is_corrected(monkeypatch: pytest.MonkeyPatch) -> None:
    said = seeding.national_days()
    said.pop(date(2026, 10, 10))
    said[date(2026, 10, 8)] = seeding.Said(False, "国庆节")
    said[date(2026, 10, 7)] = seeding.Said(True, "国庆节调休上班")
    monkeypatch.setattr(seeding, "national_days", lambda: said)
    report = seeding.seed()
    assert (len(report.new), len(report.changed)) == (1, 2)
    calendar = Calendar.load()
    assert [calendar.is_working(date(2026, 10, n)) for n in (7, 8, 10)] == [True, False, False]


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_can_be_run_again() -> None:
    first, second = StringIO(), StringIO()
    call_command("load_calendar", stdout=first)
    call_command("load_calendar", stdout=second)
    assert "新增" in first.getvalue()
    assert "没有变化" in second.getvalue()
    with county_context():
        assert Year.objects.filter(year=2026).exists()
