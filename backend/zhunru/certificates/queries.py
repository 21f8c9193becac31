"""Who may read which certificates: a village its own, the township those of its villages, nobody else."""

from django.db.models import QuerySet

from zhunru.certificates.models import Certificate
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role


def visible_to(actor: Actor) -> QuerySet[Certificate]:
    rows: QuerySet[Certificate] = Certificate.objects.select_related("village", "type", "content")
    if actor.realm == COUNTY:
        return rows.none()
    if actor.has_role(Role.VILLAGE_OFFICER):
        return rows.filter(village_id__in=actor.village_ids)
    return rows if actor.has_role(Role.TOWNSHIP_OFFICER) else rows.none()


def to_decide(actor: Actor) -> QuerySet[Certificate]:
    """Those that somebody else has asked for (rule C-02)."""
    return visible_to(actor).exclude(requested_by_id__in=actor.persons)
