"""The admissions part of an actor's to-do list."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions import proposals, queries
from zhunru.admissions.legacy import standing
from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase
from zhunru.admissions.workflow import APPLICATIONS, MATTERS, REFUSALS
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.core.todo import Dated, Group, gather, waiting
from zhunru.lists import todo as lists
from zhunru.workdays import clocks
from zhunru.workdays.remaining import with_days_left

EDITABLE = (Application.Status.DRAFT, Application.Status.RETURNED)


def for_actor(actor: Actor) -> list[Group]:
    found = [
        *waiting(
            APPLICATIONS, actor, visible=queries.visible_to, page="applications", since="submitted_at",
            dated=clocks.with_due,
        ),
        *waiting(MATTERS, actor, visible=queries.matters_visible_to, page="matters", dated=clocks.with_due),
        *waiting(
            REFUSALS, actor, visible=_ripe, page="refusals", since="filed_at", dated=_as_it_is,
            title=Left("demand", 60),
        ),
        *lists.for_actor(actor),
        *_more(actor),
    ]  # fmt: skip
    return with_days_left(found)


def _ripe(actor: Actor) -> QuerySet[Any]:
    """Refusals; to the office only those that it may rule on, the department having spoken or its term being over."""
    rows = queries.refusals_visible_to(actor)
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        return rows
    in_term = Q(due_on=None) | Q(due_on__gte=timezone.localdate())
    return rows.exclude(in_term, status=RefusalCase.Status.FILED)


def _as_it_is(rows: QuerySet[Any]) -> QuerySet[Any]:
    """For rows that know their due date themselves."""
    return rows


def _more(actor: Actor) -> Iterator[Group]:
    """What waits for somebody without being a step of a workflow."""
    if actor.has_role(Role.DEPARTMENT_CLERK):
        drafts = queries.visible_to(actor).filter(status__in=EDITABLE)
        yield from _some(drafts, "edit", _("继续填写"), "applications", clocks.with_due)
        existing = standing.unapplied(actor)
        yield from _some(existing, "legacy", _("为存量事项申请准入"), "matters", _until(F("readmit_by")))
    if actor.has_role(*DEPARTMENT_ROLES):
        asked = queries.opinions_visible_to(actor).filter(organisation_id=actor.organisation_id or 0, answered_at=None)
        yield from _some(asked, "answer", _("答复征求意见"), "opinions", _as_it_is)
        yield from _some(_owing(actor), "report", _("补交完成情况报告"), "matters")
    if actor.has_role(Role.DEPARTMENT_HEAD):
        yield from _yearly(actor)
    if actor.has_role(*OFFICE_ROLES):
        yield from _objected_to(actor)
    if actor.has_role(Role.SOCIAL_WORK_HEAD):
        yield from _proposed(actor)


def _proposed(actor: Actor) -> Iterator[Group]:
    """Matters that the yearly review or the villages propose to leave (A-26, A-27)."""
    review = proposals.of_the_review(timezone.localdate())
    asked_for = Matter.objects.filter(pk__in=[matter.pk for matter in proposals.petitioned()])
    for rows, code, label in (
        (review, "unconfirmed", _("年度复核未确认或拟取消，研究撤销")),
        (asked_for, "petition", _("村（社区）要求退出，研究撤销")),
    ):
        yield from _some(queries.matters_visible_to(actor).filter(pk__in=rows), code, label, "matters")


def _objected_to(actor: Actor) -> Iterator[Group]:
    """Cases with an objection that the office has not answered; the reply is given where the opinions stand."""
    asked = queries.visible_to(actor).filter(pk__in=_open_objections("application", Opinion.Purpose.ADMISSION))
    leaving = queries.matters_visible_to(actor).filter(pk__in=_open_objections("matter", Opinion.Purpose.WITHDRAWAL))
    yield from _some(asked, "reply", _("答复征求意见中的不同意见"), "applications", clocks.with_due)
    yield from _some(leaving, "reply", _("答复对撤销的异议"), "matters")


def _open_objections(case: str, purpose: str) -> QuerySet[Any, Any]:
    """Ids of the cases; the index `objections_unanswered` holds no other rows."""
    objected = {"purpose": purpose, "position": Opinion.Position.OBJECTION, "reply": ""}
    ids: QuerySet[Any, Any] = Opinion.objects.filter(**objected).values(f"{case}_id")
    return ids


def _owing(actor: Actor) -> QuerySet[Matter]:
    """Matters that have ended without the report that is due (domain 3.1: departments get an overdue item)."""
    ended = (Matter.Status.EXPIRED, Matter.Status.LAPSED)
    return queries.matters_visible_to(actor).filter(status__in=ended, completion_report="")


def _yearly(actor: Actor) -> Iterator[Group]:
    """Within the review's window, the matters that nobody has confirmed for this year (A-27)."""
    today = timezone.localdate()
    opens_on, closes_on = configuration.current().values.review_window(today.year)
    if opens_on <= today <= closes_on:
        mine = queries.matters_visible_to(actor).filter(status=Matter.Status.IN_FORCE)
        open_ones = mine.exclude(confirmations__year=today.year)
        yield from _some(open_ones, "confirm", _("年度确认"), "matters", _until(closes_on))


def _until(day: date | F) -> Dated:
    """One day for all rows, or the day that stands in a column of theirs."""
    return lambda rows: rows.annotate(due_on=day if isinstance(day, F) else Value(day))


def _some(rows: QuerySet[Any], code: str, label: str, page: str, dated: Dated | None = None) -> Iterator[Group]:
    if group := gather(rows, code=code, label=label, page=page, dated=dated):
        yield group
