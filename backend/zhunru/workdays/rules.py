"""Who may edit the calendar, and what a day in it must be."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from ninja.errors import ValidationError

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.workdays.calendar import by_rule
from zhunru.workdays.models import Year
from zhunru.workdays.schemas import DayIn


def edits_calendar(actor: Actor) -> None:
    """The county's administrator keeps the calendar; everybody else reads it."""
    if not actor.has_role(Role.COUNTY_ADMIN):
        raise NotAllowedError("role", _("只有县系统管理员可以维护工作日历"))


def days_fit(year: int, days: list[DayIn]) -> None:
    """Every fault is told at its row (422)."""
    faults = list(_faults(year, days))
    if faults:
        raise ValidationError(faults)


def _faults(year: int, days: list[DayIn]) -> Iterator[dict[str, Any]]:
    seen = set()
    for number, day in enumerate(days):
        if day.date.year != year:
            yield _fault(number, "date", _("不是%(year)s年的日期") % {"year": year})
        if day.date in seen:
            yield _fault(number, "date", _("同一天只能填写一次"))
        if day.working != by_rule(day.date) and not day.name:
            yield _fault(number, "name", _("与周一至周五上班的惯例不同的日子，请填写名称，如“雪顿节”“国庆节调休上班”"))
        seen.add(day.date)


def _fault(number: int, field: str, sentence: str) -> dict[str, Any]:
    return {"loc": ("body", "data", "days", number, field), "type": "said", "ctx": {"detail": sentence}}


def can_be_entered(year: int, *, has_named_day: bool, confirmed: bool) -> None:
    """A year of nothing but Mondays to Fridays is no calendar, unless somebody says that it is."""
    if Year.objects.filter(year=year).exists():
        raise DomainError("entered", _("%(year)s年工作日历已经录入") % {"year": year})
    if not has_named_day and not confirmed:
        sentence = _("%(year)s年还没有录入任何节假日或调休，请先录入；确实没有的，请确认后再提交")
        raise DomainError("no_named_day", sentence % {"year": year}, field="confirmed")
