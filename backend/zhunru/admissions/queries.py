"""Who may read what, and the other reads."""

from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from zhunru.admissions.models import Application, Attachment, Commitment, Matter, Meeting, Opinion, RefusalCase
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.models import Tracked
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES
from zhunru.workdays import clocks

MASKED = "＊＊＊"
"""In place of a village that does not wish to be named to the department that demanded."""


def _has_no_business_here(actor: Actor) -> bool:
    return actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES)


def visible_to(actor: Actor) -> QuerySet[Application]:
    """A department sees its own applications; the county's offices see them once they are filed."""
    rows: QuerySet[Application] = Application.objects.select_related("department", "configuration")
    if _has_no_business_here(actor):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows.exclude(status=Application.Status.DRAFT, entered_at__isnull=True)


def in_full(rows: QuerySet[Application]) -> QuerySet[Application]:
    """With all that `ApplicationOut` shows."""
    return rows.select_related("first_review__reviewer", "first_review__reviewed_for").prefetch_related(
        "findings__reviewer",
        "findings__reviewed_for",
        "endorsements",
        "decisions",
        "matters",
        "attachments",
        "case_papers__document",
    )


def matters_visible_to(actor: Actor) -> QuerySet[Matter]:
    """A department sees its own matters, the county's offices all."""
    rows: QuerySet[Matter] = Matter.objects.select_related("department", "document", "withdrawal_document")
    if _has_no_business_here(actor):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows


def meetings_visible_to(actor: Actor) -> QuerySet[Meeting]:
    """Agendas are the county's: a department learns of its own decision by its application."""
    rows: QuerySet[Meeting] = Meeting.objects.all()
    if _has_no_business_here(actor) or actor.has_role(*DEPARTMENT_ROLES):
        return rows.none()
    return rows


def opinions_visible_to(actor: Actor) -> QuerySet[Opinion]:
    """The county's offices see all; a department those asked of it and those on its own business."""
    rows = Opinion.objects.select_related("village", "township", "organisation", "application", "matter")
    if _has_no_business_here(actor):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        own = Q(application__department_id=actor.organisation_id) | Q(matter__department_id=actor.organisation_id)
        return rows.filter(own | Q(organisation_id=actor.organisation_id))
    return rows


def refusals_visible_to(actor: Actor) -> QuerySet[RefusalCase]:
    """A department sees those of its own demands, without the village where that was wished; never a person."""
    rows = RefusalCase.objects.select_related("department", "township", "matter").annotate(
        village_name=F("village__name"), township_name=F("township__name")
    )
    if actor.has_role(*DEPARTMENT_ROLES):
        rows = rows.filter(department_id=actor.organisation_id)
        return rows.annotate(
            shown_village=Case(When(anonymous=True, then=Value(MASKED)), default=F("village__name")),
            shown_township=Case(When(anonymous=True, then=Value(MASKED)), default=F("township__name")),
        )
    shown = rows.annotate(shown_village=F("village__name"), shown_township=F("township__name"))
    return shown.none() if _has_no_business_here(actor) else shown


def attachments_visible_to(actor: Actor) -> QuerySet[Attachment]:
    """Whoever may see an application may see its files, also those that were taken out."""
    rows: QuerySet[Attachment] = Attachment.objects.filter(application__in=visible_to(actor))
    return rows


def commitments_visible_to(actor: Actor) -> QuerySet[Commitment]:
    rows = Commitment.objects.select_related("village", "matter")
    return rows.filter(matter__in=matters_visible_to(actor))


def searched(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(title__icontains=words) if words else rows


def as_rows(rows: QuerySet[Application]) -> QuerySet[Any, Any]:
    """Columns of `ApplicationRow`."""
    rows_due: QuerySet[Any, Any] = (
        clocks.with_due(rows)
        .values("id", "title", "kind", "category", "object_type", "status", "submitted_at", "due_on")
        .annotate(department=F("department__name"), villages=Coalesce(F("scope__len"), 0))
    )
    return rows_due


def matters_as_rows(rows: QuerySet[Matter]) -> QuerySet[Any, Any]:
    """Columns of `MatterRow`."""
    return rows.values(
        "id", "code", "title", "object_type", "category", "status", "starts_on", "ends_on", "review_on"
    ).annotate(department=F("department__name"), villages=Coalesce(F("scope__len"), 0))


def meetings_as_rows(rows: QuerySet[Meeting]) -> QuerySet[Any, Any]:
    """Columns of `MeetingRow`."""
    return rows.values("id", "body", "held_on", "number", "status").annotate(
        item_count=Count("items", filter=Q(items__removed=False))
    )


def refusals_as_rows(rows: QuerySet[RefusalCase]) -> QuerySet[Any, Any]:
    """Columns of `RefusalRow`."""
    return rows.values("id", "demand", "status", "filed_at", "due_on").annotate(
        department=F("department__name"), township=F("shown_township"), village=F("shown_village")
    )


def parts_of(application: Application) -> list[Tracked]:
    """What came with it, what was found on it and decided about it."""
    review = getattr(application, "first_review", None)
    return [
        *([review] if review else []),
        *application.findings.all(),
        *application.endorsements.all(),
        *application.decisions.all(),
        *application.attachments.all(),
    ]


def parts_of_matter(matter: Matter) -> list[Tracked]:
    """The yearly confirmations."""
    return list(matter.confirmations.all())


def parts_of_meeting(meeting: Meeting) -> list[Tracked]:
    return list(meeting.items.all())
