"""What has been taken over and how it stands: what waits for admission, until when, what has been applied for."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Count, Exists, F, Func, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhunru.admissions import queries
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.rules.concerned import CLOSED
from zhunru.core.actors import Actor

WAITING = Q(status=Matter.Status.LEGACY)


def visible_to(actor: Actor) -> QuerySet[Matter]:
    """A department's own, the county's offices all; also those that have been admitted anew."""
    return queries.matters_visible_to(actor).filter(legacy=True)


def as_rows(rows: QuerySet[Matter], actor: Actor) -> QuerySet[Any, Any]:
    """Columns of `LegacyRow`."""
    under_way = _under_way(actor)
    by_urgency = rows.order_by("readmit_by", "department_id", "code")
    return by_urgency.values("id", "code", "title", "object_type", "status", "readmit_by", "person_days").annotate(
        department=F("department__name"),
        villages=Coalesce(F("scope__len"), 0),
        application=Subquery(under_way.values("pk")[:1]),
        application_status=Subquery(under_way.values("status")[:1]),
    )


def _under_way(actor: Actor) -> QuerySet[Application]:
    """The application that would take the matter's place, if `actor` may know of it."""
    this = Func(OuterRef("pk"), template="ARRAY[%(expressions)s]", output_field=ArrayField(BigIntegerField()))
    mine = queries.visible_to(actor).filter(department_id=OuterRef("department_id"), concerns__contains=this)
    return mine.exclude(status__in=CLOSED).order_by("-pk")


def unapplied(actor: Actor) -> QuerySet[Matter]:
    """What `actor`'s department has not applied for yet."""
    return visible_to(actor).filter(WAITING).exclude(Exists(_under_way(actor)))


def by_department(actor: Actor) -> QuerySet[Any, Any]:
    """How far each department is: `total`, `waiting`, and when the first of those waiting is due."""
    counted = visible_to(actor).order_by("department_id").values("department_id")
    return counted.annotate(
        department=Max("department__name"),
        total=Count("pk"),
        waiting=Count("pk", filter=WAITING),
        readmit_by=Min("readmit_by", filter=WAITING),
    )
