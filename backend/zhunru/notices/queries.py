"""Who may read which notices."""

from django.db.models import F, Max, Q, QuerySet

from zhunru.core.actors import Actor
from zhunru.core.roles import ADMIN_ROLES, Role
from zhunru.notices.models import Notice

ADMIN_PAGES = ("configuration", "calendar", "users")
"""Administrators see no business, only what is told about what they look after."""


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """Those of the actor's realm: to everybody there, to its department, to its villages.

    A township's officers see those to all of its villages; each row has `village_name`.
    """
    told = Notice.objects.filter(Q(organisation=None) | Q(organisation=actor.organisation_id), realm=actor.realm)
    if actor.has_role(Role.VILLAGE_OFFICER):
        told = told.filter(Q(village=None) | Q(village__in=actor.village_ids))
    if actor.has_role(*ADMIN_ROLES):
        told = told.filter(page__in=ADMIN_PAGES)
    return told.annotate(village_name=F("village__name"))


def latest(told: QuerySet[Notice]) -> int:
    """The number of the newest of them; 0 if there is none."""
    return told.aggregate(latest=Max("id"))["latest"] or 0


def searched(told: QuerySet[Notice], words: str) -> QuerySet[Notice]:
    """Those whose title or text holds every one of `words`."""
    for word in words.split():
        told = told.filter(Q(title__contains=word) | Q(text__contains=word))
    return told
