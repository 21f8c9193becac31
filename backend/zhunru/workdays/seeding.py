"""The national holidays and make-up working days, taken over from the library that keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from chinese_calendar import Holiday, constants
from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.history import create_many
from zhunru.core.tables import Report
from zhunru.workdays import clocks
from zhunru.workdays.calendar import by_rule
from zhunru.workdays.models import Day, Year

FIRST = 2020
LIBRARY = "chinesecalendar"


@dataclass(frozen=True)
class Said:
    """What the library says of a day."""

    working: bool
    name: str


@transaction.atomic
def seed(*, actor: Actor = SYSTEM) -> Report:
    """Bring every year the library knows, from 2020 on, to what it says; a second run changes nothing.

    A year that somebody entered, and a day that somebody edited, are left as they are.
    """
    report, source = Report(), _source()
    wanted = national_days()
    years = _take_years(sorted({day.year for day in wanted}), source, actor, report)
    _take_days({day: said for day, said in wanted.items() if day.year in years}, years, source, actor, report)
    if report.new or report.changed:
        clocks.recompute()
    return report


def national_days() -> dict[date, Said]:
    """Every holiday (its week-end days too) and make-up working day by date."""
    rest = {day: Said(False, _holiday(name)) for day, name in constants.holidays.items()}
    work = {day: Said(True, f"{_holiday(name)}调休上班") for day, name in constants.workdays.items()}
    return {day: said for day, said in sorted((rest | work).items()) if day.year >= FIRST}


def _holiday(name: str) -> str:
    """By its full name; the library says 清明, 端午, 中秋."""
    chinese: str = Holiday(name).chinese
    return f"{chinese}节" if chinese in {"清明", "端午", "中秋"} else chinese


def _source() -> str:
    return f"国务院办公厅节假日安排，取自 {LIBRARY} {version(LIBRARY)}"


def _is_seeded(row: Year | Day) -> bool:
    return LIBRARY in row.source


def _take_years(numbers: list[int], source: str, actor: Actor, report: Report) -> set[int]:
    """The years that are the library's to fill."""
    held = {row.year: row for row in Year.objects.filter(year__in=numbers)}
    for number in numbers:
        if number not in held:
            held[number] = Year(year=number, source=source)
            held[number].record(actor=actor, reason=source)
            report.new.append(str(number))
        elif not _is_seeded(held[number]):
            report.skipped.append(_("%(year)s年由县里录入，未作改动") % {"year": number})
    return {number for number, row in held.items() if _is_seeded(row)}


def _take_days(wanted: Mapping[date, Said], years: set[int], source: str, actor: Actor, report: Report) -> None:
    held = {row.date: row for row in Day.objects.select_for_update().filter(date__year__in=years)}
    new = [
        Day(date=day, working=said.working, name=said.name, source=source)
        for day, said in wanted.items()
        if day not in held
    ]
    create_many(Day, new, actor=actor, reason=source)
    report.new.extend(map(str, new))
    for day, row in held.items():
        if day in wanted or _is_seeded(row):
            _take_day(row, wanted.get(day, Said(by_rule(day), "")), source, actor, report)


def _take_day(row: Day, said: Said, source: str, actor: Actor, report: Report) -> None:
    if (row.working, row.name) == (said.working, said.name):
        report.unchanged += 1
    elif _is_seeded(row):
        row.working, row.name, row.source = said.working, said.name, source
        row.record(actor=actor, reason=source)
        report.changed.append(str(row))
    else:
        report.skipped.append(_("%(day)s 由县里改过，未作改动") % {"day": row.date})
