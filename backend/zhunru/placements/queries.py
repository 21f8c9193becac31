"""Who may read what in a township, and the other reads."""

from typing import Any

from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from zhunru.admissions.models import Delivery, Opinion, RefusalCase
from zhunru.admissions.models import UrgentReport as Inbox
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.placements.models import Placement, Refusal, UrgentReport

Deliveries = QuerySet[Delivery]
OPEN_CASES = (RefusalCase.Status.FILED, RefusalCase.Status.CONTESTED)


def _of_own_villages(rows: QuerySet[Any, Any], actor: Actor) -> QuerySet[Any, Any]:
    """A village officer sees what is the own villages', township officers all of the township, others nothing."""
    if actor.realm == COUNTY:
        return rows.none()
    if actor.has_role(Role.VILLAGE_OFFICER):
        return rows.filter(village_id__in=actor.village_ids)
    return rows if actor.has_role(Role.TOWNSHIP_OFFICER) else rows.none()


def villages_visible_to(actor: Actor) -> QuerySet[Village]:
    """Those whose matters the actor may see: a village officer's own, the township's."""
    villages: QuerySet[Village] = Village.objects.select_related("township").filter(
        township__schema_name=actor.realm, ended_on=None
    )
    if actor.has_role(Role.VILLAGE_OFFICER):
        return villages.filter(pk__in=actor.village_ids)
    return villages if actor.has_role(Role.TOWNSHIP_OFFICER) else villages.none()


def visible_to(actor: Actor) -> QuerySet[Placement]:
    return _of_own_villages(Placement.objects.select_related("village"), actor)


def consultations_visible_to(actor: Actor) -> QuerySet[Opinion]:
    """What is asked of this township and of its villages; row-level security holds back everybody else's."""
    asked = Opinion.objects.filter(realm=actor.realm, asked_at__isnull=False).select_related("village")
    return _of_own_villages(asked, actor)


def said_on(placement: Placement, actor: Actor) -> QuerySet[Opinion]:
    """What its village, or the township, has said unasked on the matter, with the county's replies."""
    whose = Q(village_id=placement.village_id) | Q(village_id=None)
    unasked = Opinion.objects.filter(whose, matter_id=placement.matter_id, asked_at=None, realm=actor.realm)
    return unasked.select_related("village").order_by("id")


def refusals_visible_to(actor: Actor) -> QuerySet[Any, Any]:
    """With `status` of the county's case: filed in the same transaction, it is always there."""
    case = RefusalCase.objects.filter(pk=OuterRef("case_id"))
    rows: QuerySet[Any, Any] = Refusal.objects.select_related("village", "placement").annotate(
        status=Subquery(case.values("status"))
    )
    return _of_own_villages(rows, actor)


def urgent_reports_visible_to(actor: Actor) -> QuerySet[UrgentReport]:
    """The township's own, with what the county has made of each and the paper it has issued for it."""
    if actor.realm == COUNTY or not actor.has_role(Role.TOWNSHIP_OFFICER):
        return UrgentReport.objects.none()
    inbox = Inbox.objects.filter(pk=OuterRef("pk"))
    entered = Delivery.objects.filter(matter=OuterRef("matter"), kind=Delivery.Kind.ENTER).order_by("id")
    papers = inbox.annotate(number=Subquery(entered.values_list(KT("facts__approval__number"))[:1]))
    rows: QuerySet[UrgentReport] = UrgentReport.objects.annotate(
        status=Subquery(inbox.values("status")),
        declined=Subquery(inbox.values("reason")),
        document_number=Coalesce(Subquery(papers.values("number")), Value(""), output_field=TextField()),
    )
    return rows


def as_rows(rows: QuerySet[Placement]) -> QuerySet[Any, Any]:
    """Columns of `PlacementRow`."""
    return rows.values(
        "id", "title", "department", "status", "provisional", "document_number", "starts_on", "ends_on", "notified_at",
        "entered_at", "closed_at", "closing_number",
    ).annotate(village=F("village__name"))  # fmt: skip


def refusals_as_rows(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Columns of `RefusalRow`; the days left are counted with the calendar, not here."""
    found: QuerySet[Any, Any] = rows.values(
        "id", "title", "demand", "department", "reasons", "status", "filed_at", "due_on", "acknowledged_at"
    ).annotate(village=F("village__name"), days_left=Value(None, IntegerField()))
    return found


def case_of(refusal: Refusal) -> RefusalCase:
    """The county's side of it, read under the township's own role."""
    found: RefusalCase = RefusalCase.objects.get(pk=refusal.case_id)
    return found


def is_answered(refusal_id: int) -> bool:
    """Whether the department, and where it contested the county, has spoken on the refusal."""
    refusal = Refusal.objects.get(pk=refusal_id)
    return case_of(refusal).status not in OPEN_CASES


def deliveries_of(matter_id: int) -> Deliveries:
    """What the county has owed this township on a matter, in the order of its acts."""
    return Delivery.objects.filter(matter_id=matter_id).order_by("revision", "id")


def is_resting(matter_id: int) -> bool:
    """Whether the county's last word on the matter is that it rests."""
    rests = (Delivery.Kind.SUSPEND, Delivery.Kind.RESUME)
    last = deliveries_of(matter_id).filter(kind__in=rests).last()
    return last is not None and last.kind == Delivery.Kind.SUSPEND
