"""The admissions part of an actor's to-do list."""

from django.utils.translation import gettext as _

from zhunru.admissions import queries
from zhunru.admissions.models import Application
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.actors import Actor
from zhunru.core.roles import Role
from zhunru.core.todo import Group, gather, waiting

EDITABLE = (Application.Status.DRAFT, Application.Status.RETURNED)


def for_actor(actor: Actor) -> list[Group]:
    found = [
        *waiting(APPLICATIONS, actor, visible=queries.visible_to, page="applications", since="submitted_at"),
        *waiting(MATTERS, actor, visible=queries.matters_visible_to, page="matters"),
    ]
    if actor.has_role(Role.DEPARTMENT_CLERK):
        drafts = queries.visible_to(actor).filter(status__in=EDITABLE)
        group = gather(drafts, code="edit", label=_("继续填写"), page="applications")
        found = [*found, *([group] if group else [])]
    return found
