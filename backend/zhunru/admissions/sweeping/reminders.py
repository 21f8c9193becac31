"""Clocks that run out, answers that stay out, a calendar that is missing: told by day, each once."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from zhunru.admissions import deadlines, telling
from zhunru.admissions.announcing import is_first
from zhunru.admissions.models import RefusalCase
from zhunru.admissions.sweeping.rows import Tally, alone, each
from zhunru.core.actors import COUNTY
from zhunru.divisions.models import County
from zhunru.notices import services as notices
from zhunru.workdays import clocks, queries
from zhunru.workdays.calendar import YearMissingError
from zhunru.workdays.models import Clock, Told
from zhunru.workdays.names import ClockName

PAGES = {
    "admissions.application": "applications",
    "admissions.matter": "matters",
    "admissions.refusalcase": "refusals",
    "lists.entry": "lists",
}
AHEAD = timedelta(days=60)
"""So long before a year begins its calendar must be there."""


def remind(today: date) -> Tally:
    """Rules A-06, A-07: before a term ends and when it has ended; each stage of each due date once."""
    return Tally(done=clocks.remind(today, _tell))


def _tell(reminder: clocks.Reminder) -> None:
    """Whoever must act: a department its own clocks, the office the others."""
    clock = reminder.clock
    if clock.name == ClockName.REFUSAL_REPLY and reminder.stage == Told.Stage.OVERDUE:
        return  # told of as what it is, to the office as well
    said: dict[str, Any] = {
        "effect": "due",
        "title": _("“%(title)s”%(text)s") % {"title": clock.title, "text": reminder.text},
        "page": PAGES.get(clock.subject, ""),
        "object_id": clock.subject_id if clock.subject in PAGES else None,
    }
    if clock.organisation_id:
        notices.tell_department(clock.organisation_id, **said)
    else:
        telling.tell_office(**said)


def time_refusals(_today: date) -> Tally:
    """Cases that townships have opened since: the department's clock runs from the day of the refusal."""
    label = RefusalCase._meta.label_lower
    timed = Clock.objects.filter(subject=label, name=ClockName.REFUSAL_REPLY, met_on=None).values("subject_id")

    def act(case: RefusalCase) -> bool:
        deadlines.keep_time_of_refusal(case)
        return True

    return each(RefusalCase.objects.filter(status=RefusalCase.Status.FILED).exclude(pk__in=timed), act)


def tell_of_refusals(today: date) -> Tally:
    """A department has some working days to answer a refusal; then the office may rule (clause 1.3a).

    Never a word of which village refused: the refusal may be one that does not name it.
    """

    def act(case: RefusalCase) -> bool:
        if not is_first(case, f"unanswered:{case.due_on}", today):
            return False
        said: dict[str, Any] = {"effect": "due", "page": "refusals", "object_id": case.pk, "text": case.demand}
        words = {"on": case.due_on, "department": case.department.name}
        notices.tell_department(case.department_id, title=_("拒绝事项逾期未答复（应于 %(on)s 前答复）") % words, **said)
        telling.tell_office(
            title=_("%(department)s对拒绝事项逾期未答复，可以裁定（应于 %(on)s 前答复）") % words, **said
        )
        return True

    return each(RefusalCase.objects.filter(status=RefusalCase.Status.FILED, due_on__lt=today), act)


def warn_of_calendar(today: date) -> Tally:
    """A year that is not entered is counted by nobody: said every month from two months before it begins."""
    county = County.objects.first()
    missing = [year for year in queries.missing_years(today) if date(year, 1, 1) - today <= AHEAD]
    return sum((_warn(county, year, today) for year in missing), Tally()) if county else Tally()


def _warn(county: County, year: int, today: date) -> Tally:
    def act() -> bool:
        if not is_first(county, f"calendar:{year}:{today:%Y-%m}", today):
            return False
        text = _("涉及该年度的时限无法计算，系统不作推算。")
        notices.tell(realm=COUNTY, effect="due", title=YearMissingError(year).message, text=text, page="calendar")
        return True

    return alone(act, f"calendar of {year}")
