"""What a township may do with the calendar and the clocks: count by the one, know nothing of the others."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from zhunru.core.actors import SYSTEM
from zhunru.workdays import clocks, seeding
from zhunru.workdays.models import Clock, Day, Feed, Pause, Told, Year

InCounty = Callable[[], AbstractContextManager[None]]
InTownship = Callable[[Any], AbstractContextManager[None]]


@pytest.fixture
def township(in_county: InCounty, townships: list[Any]) -> Any:
    with in_county():
        seeding.seed()
    return townships[0]


def test_a_township_counts_by_the_county_s_calendar(township: Any, in_township: InTownship) -> None:
    """Rule A-06: one calendar for all."""
    with in_township(township):
        assert clocks.due(date(2026, 9, 30), 3) == date(2026, 10, 10)
        assert clocks.due(date(2026, 12, 31), 1) is None
        assert Day.history.exists()


@pytest.mark.parametrize(
    "write",
    [
        lambda: Year(year=2027).record(actor=SYSTEM, reason="越权"),
        lambda: Day(date=date(2027, 1, 1), working=False, name="元旦").record(actor=SYSTEM, reason="越权"),
        lambda: Day.objects.get(date=date(2026, 10, 1)).record(actor=SYSTEM, reason="越权"),
    ],
)
def test_a_township_writes_nothing_into_the_calendar(
    township: Any, in_township: InTownship, write: Callable[[], None]
) -> None:
    with in_township(township), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        write()


@pytest.mark.parametrize("model", [Clock, Pause, Told, Feed])
def test_a_township_sees_no_clock_and_no_feed(township: Any, in_township: InTownship, model: Any) -> None:
    with in_township(township), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        model.objects.count()


def test_nobody_deletes_a_clock_or_a_pause_or_changes_what_was_told(township: Any, in_county: InCounty) -> None:
    for model in (Clock, Pause, Told, Feed):
        with in_county(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            model.objects.all()._raw_delete("default")
    with in_county(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Told.objects.update(told_on=date(2026, 1, 1))
