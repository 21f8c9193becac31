"""The county's figures: all from facts, none from a township's schema."""

from collections.abc import Mapping
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Q, QuerySet

from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.queries import matters_visible_to
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES
from zhunru.divisions.models import Township
from zhunru.oversight.models import PlacementFact

NOTIFIED = Count("id")
ENTERED = Count("id", filter=Q(entered_at__isnull=False))
COMPLETED = Count("id", filter=Q(completed_at__isnull=False))
CLOSED = Count("id", filter=Q(closed_at__isnull=False))


def visible_to(actor: Actor) -> QuerySet[PlacementFact]:
    """A department sees the placements of its own matters, the county's offices all."""
    rows = PlacementFact.objects.all()
    if actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows


def as_rows(rows: QuerySet[PlacementFact]) -> QuerySet[Any, Any]:
    """Columns of `FactRow`."""
    return rows.values("id", "matter_id", "status", "notified_at", "entered_at", "completed_at", "closed_at").annotate(
        title=F("matter__title"),
        township=F("township__name"),
        village=F("village__name"),
        department=F("department__name"),
    )


def by_township(actor: Actor) -> QuerySet[Any, Any]:
    return (
        visible_to(actor)
        .values(key=F("township__code"), label=F("township__name"))
        .annotate(matters=Count("matter", distinct=True), notified=NOTIFIED, confirmed=ENTERED, closed=CLOSED)
        .order_by("key")
    )


def by_department(actor: Actor) -> QuerySet[Any, Any]:
    """Who causes the load: departments may be compared, villages never."""
    return (
        visible_to(actor)
        .values(key=F("department_id"), label=F("department__name"))
        .annotate(matters=Count("matter", distinct=True), notified=NOTIFIED, confirmed=ENTERED, closed=CLOSED)
        .order_by("-notified", "key")
    )


def by_status(actor: Actor) -> QuerySet[Any, Any]:
    return visible_to(actor).values("status").annotate(notified=NOTIFIED).order_by("status")


def matters_by_status(actor: Actor) -> QuerySet[Any, Any]:
    return matters_visible_to(actor).values("status").annotate(count=Count("id")).order_by("status")


def progress(matter: Matter) -> list[dict[str, Any]]:
    """Per township in scope: what was owed, and how many villages have been told, have confirmed and are done."""
    facts: dict[int, Any] = {
        row["township_id"]: row
        for row in PlacementFact.objects.filter(matter=matter)
        .values("township_id")
        .annotate(
            notified=NOTIFIED, confirmed=ENTERED, completed=COMPLETED, closed=CLOSED, held=ArrayAgg("village__code")
        )
    }
    owed: dict[Township, list[Delivery]] = {}
    for delivery in matter.deliveries.select_related("township").order_by("township__code", "revision", "id"):
        owed.setdefault(delivery.township, []).append(delivery)
    return [_line(township, deliveries, facts.get(township.no, {})) for township, deliveries in owed.items()]


def _line(township: Township, deliveries: list[Delivery], facts: Mapping[str, Any]) -> dict[str, Any]:
    latest = deliveries[-1]
    return {
        "township": township.name,
        "villages": len(_carriers(deliveries) | set(facts.get("held", ()))),
        **{name: facts.get(name, 0) for name in ("notified", "confirmed", "completed", "closed")},
        "delivery": latest.kind,
        "delivery_status": latest.status,
        "delivery_status_label": latest.get_status_display(),
        "delivery_error": latest.error,
    }


def _carriers(deliveries: list[Delivery]) -> set[str]:
    """Codes of the villages that carry it by the last word on each; a change may have let some go."""
    carries: dict[str, bool] = {}
    for one in deliveries:
        if one.kind in (Delivery.Kind.ENTER, Delivery.Kind.CHANGE):
            bound = set(one.facts.get("villages") or one.village_codes)
            carries |= {code: code in bound for code in one.village_codes}
    return {code for code, bound in carries.items() if bound}
