"""Who may read what, and the other reads."""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from zhunru.admissions.models import Application, Matter
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.models import Tracked
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES


def visible_to(actor: Actor) -> QuerySet[Application]:
    """A department sees its own applications; the county's offices see them once they are filed."""
    rows = Application.objects.select_related("department", "matter__document", "matter__withdrawal_document")
    if actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows.exclude(status=Application.Status.DRAFT)


def matters_visible_to(actor: Actor) -> QuerySet[Matter]:
    """A department sees its own matters, the county's offices all."""
    rows = Matter.objects.select_related("department", "document", "withdrawal_document")
    if actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows


def searched(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(title__icontains=words) if words else rows


def as_rows(rows: QuerySet[Application]) -> QuerySet[Any, Any]:
    """Columns of `ApplicationRow`."""
    return rows.values("id", "title", "status", "submitted_at").annotate(
        department=F("department__name"), villages=Coalesce(F("scope__len"), 0)
    )


def matters_as_rows(rows: QuerySet[Matter]) -> QuerySet[Any, Any]:
    """Columns of `MatterRow`."""
    return rows.values("id", "code", "title", "status", "starts_on", "ends_on").annotate(
        department=F("department__name"), villages=Coalesce(F("application__scope__len"), 0)
    )


def parts_of(application: Application) -> list[Tracked]:
    """What was found on it and decided about it."""
    decision = getattr(application, "decision", None)
    return [*application.findings.all(), *([decision] if decision else [])]
