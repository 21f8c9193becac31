"""The admissions part of an actor's to-do list."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions import queries
from zhunru.admissions.models import Application, Matter, Opinion
from zhunru.admissions.workflow import APPLICATIONS, MATTERS, REFUSALS
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.core.todo import Group, gather, waiting

EDITABLE = (Application.Status.DRAFT, Application.Status.RETURNED)


def for_actor(actor: Actor) -> list[Group]:
    return [
        *waiting(APPLICATIONS, actor, visible=queries.visible_to, page="applications", since="submitted_at"),
        *waiting(MATTERS, actor, visible=queries.matters_visible_to, page="matters"),
        *waiting(REFUSALS, actor, visible=queries.refusals_visible_to, page="refusals", since="filed_at"),
        *_more(actor),
    ]


def _more(actor: Actor) -> Iterator[Group]:
    """What waits for somebody without being a step of a workflow."""
    if actor.has_role(Role.DEPARTMENT_CLERK):
        yield from _some(queries.visible_to(actor).filter(status__in=EDITABLE), "edit", _("继续填写"), "applications")
    if actor.has_role(*DEPARTMENT_ROLES):
        asked = queries.opinions_visible_to(actor).filter(organisation_id=actor.organisation_id or 0, answered_at=None)
        yield from _some(asked, "answer", _("答复征求意见"), "opinions")
        yield from _some(_owing(actor), "report", _("补交完成情况报告"), "matters")
    if actor.has_role(Role.DEPARTMENT_HEAD) and _in_review_window():
        yield from _some(_unconfirmed(actor), "confirm", _("年度确认"), "matters")
    if actor.has_role(Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD):
        open_ones = queries.opinions_visible_to(actor).filter(position=Opinion.Position.OBJECTION, reply="")
        yield from _some(
            open_ones.filter(purpose__in=["admission", "withdrawal"]), "reply", _("答复不同意见"), "opinions"
        )


def _owing(actor: Actor) -> QuerySet[Matter]:
    """Matters that have ended without the report that is due (domain 3.1: departments get an overdue item)."""
    ended = (Matter.Status.EXPIRED, Matter.Status.LAPSED)
    return queries.matters_visible_to(actor).filter(status__in=ended, completion_report="")


def _unconfirmed(actor: Actor) -> QuerySet[Matter]:
    year = timezone.localdate().year
    mine = queries.matters_visible_to(actor).filter(status=Matter.Status.IN_FORCE)
    return mine.exclude(confirmations__year=year)


def _in_review_window() -> bool:
    today = timezone.localdate()
    opens_on, closes_on = configuration.current().values.review_window(today.year)
    return opens_on <= today <= closes_on


def _some(rows: QuerySet, code: str, label: str, page: str) -> Iterator[Group]:  # type: ignore[type-arg]
    if group := gather(rows, code=code, label=label, page=page):
        yield group
