"""A village's and a township's to-do list."""

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils.translation import gettext as _

from zhunru.admissions.models import Opinion
from zhunru.core.actors import Actor
from zhunru.core.roles import Role
from zhunru.core.todo import Group, gather, waiting
from zhunru.lists import todo as lists
from zhunru.placements import queries
from zhunru.placements.workflow import PLACEMENTS
from zhunru.workdays.remaining import with_days_left


def for_actor(actor: Actor) -> list[Group]:
    found = waiting(PLACEMENTS, actor, visible=queries.visible_to, page="placements", since="notified_at")
    more = [
        gather(
            _asked(actor), code="answer", label=_("答复征求意见"), page="consultations", since="asked_at", dated=_dated
        ),
        gather(
            _settled(actor),
            code="acknowledge",
            label=_("知悉拒绝事项的处理结果"),
            page="refusals",
            since="filed_at",
            title=Coalesce(NullIf("title", Value("")), Left("demand", 60)),
        ),
    ]
    return with_days_left([*found, *lists.for_actor(actor), *(group for group in more if group)])


def _asked(actor: Actor) -> QuerySet[Opinion]:
    """A village's questions are for the village, the township's for the township."""
    rows = queries.consultations_visible_to(actor).filter(answered_at=None)
    return rows.filter(village=None) if actor.has_role(Role.TOWNSHIP_OFFICER) else rows


def _dated(rows: QuerySet[Opinion]) -> QuerySet[Opinion]:
    """Questions have their own date."""
    return rows


def _settled(actor: Actor) -> QuerySet[Any, Any]:
    """Refusals with an outcome that the village has not taken note of."""
    rows = queries.refusals_visible_to(actor).filter(acknowledged_at=None).exclude(status__in=queries.OPEN_CASES)
    return rows if actor.has_role(Role.VILLAGE_OFFICER) else rows.none()
