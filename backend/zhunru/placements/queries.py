"""Who may read what in a township."""

from typing import Any

from django.db.models import F, QuerySet

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role
from zhunru.placements.models import Placement


def visible_to(actor: Actor) -> QuerySet[Placement]:
    """A village officer sees the own villages' placements, township officers all of the township."""
    rows = Placement.objects.select_related("village")
    if actor.realm == COUNTY:
        return rows.none()
    if actor.has_role(Role.VILLAGE_OFFICER):
        return rows.filter(village_id__in=actor.village_ids)
    return rows if actor.has_role(Role.TOWNSHIP_OFFICER) else rows.none()


def as_rows(rows: QuerySet[Placement]) -> QuerySet[Any, Any]:
    """Columns of `PlacementRow`."""
    return rows.values(
        "id", "title", "department", "status", "document_number", "starts_on", "ends_on", "notified_at", "entered_at"
    ).annotate(village=F("village__name"))
