"""Editing the calendar: each act leaves its history and has every running clock counted anew."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zhunru.core.actors import Actor
from zhunru.workdays import clocks, queries, rules
from zhunru.workdays.calendar import by_rule
from zhunru.workdays.models import BY_HAND, Day, Year
from zhunru.workdays.schemas import DayIn


@transaction.atomic
def set_days(year: int, days: list[DayIn], *, actor: Actor, reason: str = "") -> int:
    """Say of these days of `year` what they are; the others stay as they are. Returns how many have changed."""
    rules.edits_calendar(actor)
    rules.days_fit(year, days)
    return _write(days, actor, reason or _("录入工作日历"))


@transaction.atomic
def back_to_rule(year: int, dates: Iterable[date], *, actor: Actor, reason: str = "") -> int:
    """Let Monday to Friday decide again about these days; returns how many have changed."""
    rules.edits_calendar(actor)
    days = [DayIn(date=each, working=by_rule(each)) for each in dates]
    rules.days_fit(year, days)
    return _write(days, actor, reason or _("恢复周一至周五上班的惯例"))


@transaction.atomic
def enter_year(year: int, *, source: str, note: str, confirmed: bool, actor: Actor) -> Year:
    """From now on days of `year` are counted."""
    rules.edits_calendar(actor)
    has_named_day = queries.days_of(year).exclude(name="").exists()
    rules.can_be_entered(year, has_named_day=has_named_day, confirmed=confirmed)
    made = Year(year=year, source=source or BY_HAND, note=note)
    made.record(actor=actor, reason=_("录入年度工作日历"))
    clocks.recompute()
    return made


def _write(days: list[DayIn], actor: Actor, reason: str | Promise) -> int:
    held = {day.date: day for day in Day.objects.select_for_update().filter(date__in=[day.date for day in days])}
    changed = [row for day in days if (row := _changed(held.get(day.date), day))]
    for row in changed:
        row.record(actor=actor, reason=format_lazy("{} {}", row.date, reason))
    if changed:
        clocks.recompute()
    return len(changed)


def _changed(row: Day | None, day: DayIn) -> Day | None:
    """The row to be saved; None where it says so already."""
    if row is None:
        if day.working == by_rule(day.date) and not day.name:
            return None
        return Day(date=day.date, working=day.working, name=day.name, source=BY_HAND)
    if (row.working, row.name) == (day.working, day.name):
        return None
    row.working, row.name, row.source = day.working, day.name, BY_HAND
    return row
