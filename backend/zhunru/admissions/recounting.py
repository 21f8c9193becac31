"""Days that stand beside the clocks, counted anew when the calendar changes (A-06): opinions, objections, refusals.

They are dates of the rows themselves, for a township may read those and not the clocks.
"""

from collections import defaultdict
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase
from zhunru.admissions.parameters import course_of, parameters_of_matter
from zhunru.admissions.rules.matters import objections_to
from zhunru.configuration import queries as configuration
from zhunru.core.actors import SYSTEM
from zhunru.workdays.calendar import Calendar, YearMissingError

REASON = _("工作日历变更，重新计算期限")


def recount() -> None:
    """By the calendar as it stands now; what has been answered stays as it was."""
    opinions = list(
        Opinion.objects.filter(purpose=Opinion.Purpose.ADMISSION, answered_at__isnull=True, asked_at__isnull=False)
    )
    matters = list(Matter.objects.select_for_update().filter(status=Matter.Status.WITHDRAWING))
    cases = list(RefusalCase.objects.select_for_update().filter(status=RefusalCase.Status.FILED))
    if opinions or matters or cases:
        calendar = Calendar.load()
        _opinions(opinions, calendar)
        _objections(matters, calendar)
        _refusals(cases, calendar)


def due(calendar: Calendar, on: date, days: int) -> date | None:
    """The last of so many working days after `on`; None while a year is missing."""
    try:
        return calendar.add(on, days)
    except YearMissingError:
        return None


def _opinions(asked: list[Opinion], calendar: Calendar) -> None:
    by_case: dict[int | None, list[Opinion]] = defaultdict(list)
    for opinion in asked:
        by_case[opinion.application_id].append(opinion)
    moved: dict[date | None, list[int]] = defaultdict(list)
    for application in Application.objects.select_related("configuration").filter(pk__in=[k for k in by_case if k]):
        days = course_of(application).limits.consultation_days
        for opinion in by_case[application.pk]:
            due_on = due(calendar, timezone.localdate(opinion.asked_at), days)
            if due_on != opinion.due_on:
                moved[due_on].append(opinion.pk)
    for due_on, keys in moved.items():
        Opinion.objects.filter(pk__in=keys).update(due_on=due_on)


def _objections(matters: list[Matter], calendar: Calendar) -> None:
    for matter in matters:
        asked = objections_to(matter).filter(asked_at__isnull=False)
        began = asked.order_by("asked_at").values_list("asked_at", flat=True).first()
        if began is None:
            continue
        days = parameters_of_matter(matter).withdrawal_objection_days
        until = due(calendar, timezone.localdate(began), days)
        if until != matter.objections_until:
            matter.objections_until = until
            matter.record(actor=SYSTEM, reason=REASON)
            asked.filter(answered_at__isnull=True).update(due_on=until)


def _refusals(cases: list[RefusalCase], calendar: Calendar) -> None:
    days = configuration.current().values.refusal_reply_days
    for case in cases:
        due_on = due(calendar, timezone.localdate(case.filed_at), days)
        if due_on != case.due_on:
            case.due_on = due_on
            case.record(actor=SYSTEM, reason=REASON)
