"""Reads over many cases: what awaits a meeting, and what ends or is due for review when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import queries
from zhunru.admissions.models import AgendaItem, Application, Matter, Meeting
from zhunru.admissions.parameters import STATUS_OF_BODY, bodies_of
from zhunru.admissions.schemas.overviews import ExpiringOut, ExpiryOut, WaitingOut
from zhunru.admissions.services.meetings import CONVENERS
from zhunru.configuration.choices import Body
from zhunru.core.actors import Actor
from zhunru.core.errors import NotAllowedError
from zhunru.workdays import clocks

SHOWN = 20
"""Matters named for each day and reason."""
M = Matter.Status


@dataclass(frozen=True, slots=True)
class Term:
    """A day that a matter has: the field that holds it, and the statuses in which it counts."""

    kind: str
    label: str | Promise
    field: str
    statuses: tuple[str, ...]


TERMS = (
    Term("ends", gettext_lazy("到期退出"), "ends_on", (M.IN_FORCE, M.SUSPENDED)),
    Term("urgent_end", gettext_lazy("先进后批最长期限"), "ends_on", (M.PROVISIONAL,)),
    Term("objections", gettext_lazy("撤销异议期届满"), "objections_until", (M.WITHDRAWING,)),
    Term("readmit", gettext_lazy("存量事项补办准入期限"), "readmit_by", (M.LEGACY,)),
    Term("review", gettext_lazy("年度复核"), "review_on", (M.IN_FORCE, M.SUSPENDED)),
)


def expiries(actor: Actor, from_on: date, to_on: date) -> list[ExpiryOut]:
    """Day by day what ends, and what is due for review, among the matters that the actor may see."""
    visible = queries.matters_visible_to(actor)
    found = [day for term in TERMS for day in _days(term, visible, from_on, to_on)]
    return sorted(found, key=lambda day: day.on)


def _days(term: Term, visible: QuerySet[Matter], from_on: date, to_on: date) -> Iterator[ExpiryOut]:
    """One query however many there are: the first of each day, with the number of all."""
    same_day = [F(term.field)]
    rows: QuerySet[Any] = (
        visible.filter(status__in=term.statuses, **{f"{term.field}__range": (from_on, to_on)})
        .annotate(
            total=Window(Count("id"), partition_by=same_day),
            place=Window(RowNumber(), partition_by=same_day, order_by="id"),
        )
        .filter(place__lte=SHOWN)
        .order_by(term.field, "id")
    )
    for on, matters in groupby(rows, key=lambda matter: getattr(matter, term.field)):
        first, *rest = matters
        items = [_expiring(matter) for matter in (first, *rest)]
        yield ExpiryOut.model_validate(
            {"on": on, "kind": term.kind, "label": str(term.label), "count": first.total, "items": items}
        )


def _expiring(matter: Matter) -> ExpiringOut:
    return ExpiringOut(
        id=matter.pk,
        code=matter.code,
        title=matter.title,
        department=matter.department.name,
        status=matter.status,
        status_label=matter.get_status_display(),
    )


def waiting_for(body: Body, actor: Actor) -> list[WaitingOut]:
    """The applications that a meeting of `body` may take, those longest due first."""
    if not actor.has_role(*CONVENERS):
        raise NotAllowedError("role", _("您的角色不能安排会议"))
    rows = queries.visible_to(actor).filter(status=STATUS_OF_BODY[body])
    taken = AgendaItem.objects.filter(removed=False, meeting__status=Meeting.Status.PLANNED, application__in=rows)
    meetings = dict(taken.values_list("application_id", "meeting_id"))
    dated = clocks.with_due(rows).order_by(F("due_on").asc(nulls_last=True), "id")
    return [_waiting(application, body, meetings.get(application.pk)) for application in dated]


def _waiting(application: Application, body: Body, meeting: int | None) -> WaitingOut:
    due_on: date | None = getattr(application, "due_on", None)
    return WaitingOut(
        id=application.pk,
        title=application.title,
        department=application.department.name,
        kind_label=application.get_kind_display(),
        category_label=application.get_category_display(),
        object_type_label=application.get_object_type_display(),
        recommendation=application.recommendation,
        deciding=bodies_of(application)[-1] == body,
        due_on=due_on,
        meeting_id=meeting,
    )
