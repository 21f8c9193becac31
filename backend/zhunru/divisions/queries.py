"""Who may read which division: the county all of them, a township its own."""

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet

from zhunru.core.actors import COUNTY, Actor
from zhunru.divisions.models import County, Township, Village

IN_USE = Q(villages__ended_on__isnull=True)


def townships_in_use() -> QuerySet[Township]:
    """Those that have not ended, by code."""
    townships: QuerySet[Township] = Township.objects.filter(ended_on__isnull=True)
    return townships


def townships_visible_to(actor: Actor) -> QuerySet[Township]:
    """Townships in use, each with `village_count`, its number of villages in use."""
    townships: QuerySet[Township] = townships_in_use().annotate(village_count=Count("villages", filter=IN_USE))
    return townships if actor.realm == COUNTY else townships.filter(schema_name=actor.realm)


def visible_to(actor: Actor) -> QuerySet[Village]:
    """Villages, also ended ones, which old papers still name; with `township_name`."""
    villages = Village.objects.annotate(township_name=F("township__name"))
    return villages if actor.realm == COUNTY else villages.filter(township__schema_name=actor.realm)


def searched(villages: QuerySet[Village], words: str) -> QuerySet[Village]:
    """Those whose name holds `words` or whose code begins with them."""
    return villages.filter(Q(name__contains=words) | Q(code__startswith=words)) if words else villages


def public_host() -> str:
    """The county's host as browsers reach it, with the port where it is not the standard one."""
    host: str = County.objects.values_list("host", flat=True).get()
    return f"{host}:{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else host
