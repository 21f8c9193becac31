"""The lists' part of an actor's to-do list, on either host."""

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.core.todo import Group, gather, waiting
from zhunru.lists import queries, reviewing, voices
from zhunru.lists.models import Comment, Edition
from zhunru.lists.workflow import EDITIONS


def for_actor(actor: Actor) -> list[Group]:
    """Editions to decide on or to publish, comments to give or to answer, editions to take note of."""
    name, visible = queries.name_of_list(), queries.editions_visible_to
    found: list[Group | None] = list(waiting(EDITIONS, actor, visible=visible, page=Edition.PAGE, title=name))
    if actor.has_role(*OFFICE_ROLES):
        unanswered = Comment.objects.filter(answered_at=None).exclude(position=Comment.Position.NO_OBJECTION)
        rows = visible(actor).filter(pk__in=unanswered.values("edition"), status__in=Edition.OPEN)
        found.append(gather(rows, code="reply", label=_("答复清单草案意见"), page=Edition.PAGE, title=name))
    if actor.has_role(*DEPARTMENT_ROLES, Role.TOWNSHIP_OFFICER):
        found.append(
            gather(
                _unheard(actor), code="comment", label=_("对清单草案提出意见"), page=Edition.PAGE, dated=_due,
                title=name,
            )
        )  # fmt: skip
    asked = [one.edition_id for one in voices.asked_of(actor) if one.done_at is None]
    rows = visible(actor).filter(pk__in=asked)
    found.append(gather(rows, code="acknowledge", label=_("确认知悉新公布的清单"), page=Edition.PAGE, title=name))
    return [*(group for group in found if group), *reviewing.todo_of(actor)]


def _unheard(actor: Actor) -> QuerySet[Edition]:
    """Drafts that the actor's department or township has said nothing about in this round."""
    said = voices.comments_visible_to(actor).filter(said_at__gte=F("edition__consulted_at")).values("edition")
    return queries.editions_visible_to(actor).filter(status=Edition.Status.CONSULTATION).exclude(pk__in=said)


def _due(rows: QuerySet[Edition]) -> QuerySet[Edition]:
    return rows.annotate(due_on=F("consultation_due"))
