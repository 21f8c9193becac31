"""Routes of questions, refusals and urgent reports, on the township's host."""

from collections.abc import Iterable
from typing import Annotated, Any
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Header, Path, Query, Router, Status
from ninja.files import UploadedFile

from zhunru.admissions.models import Opinion, RefusalCase
from zhunru.admissions.tasks import take_up_report
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.pages import Page, Paging, cut
from zhunru.core.roles import Role
from zhunru.core.routes import actor_of, add_history_route
from zhunru.files import storage
from zhunru.files.answers import BINARY, download
from zhunru.files.types import FileType
from zhunru.files.uploads import received
from zhunru.placements import grounds, queries, refusing, reporting, rules, saying, schemas, slips
from zhunru.placements.models import Refusal, UrgentReport
from zhunru.tenancy.tasks import queue
from zhunru.workdays import clocks

consultations = Router(tags=["consultations"])
refusals = Router(tags=["refusals"])
urgent_reports = Router(tags=["urgent reports"])
Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


@consultations.get("", response=Page[schemas.ConsultationOut], operation_id="consultation_list")
def list_consultations(
    request: HttpRequest, where: Query[schemas.ConsultationFilter], paging: Query[Paging]
) -> dict[str, Any]:
    """What this village, or the township, is asked: the unanswered first, the earliest due first."""
    actor = actor_of(request)
    rows = queries.consultations_visible_to(actor)
    if where.open is not None:
        rows = rows.filter(answered_at__isnull=where.open)
    if where.purpose:
        rows = rows.filter(purpose=where.purpose)
    if paging.q:
        rows = rows.filter(title__icontains=paging.q)
    ordered = rows.order_by(F("answered_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "id")
    items = _shown(ordered[paging.offset : paging.offset + paging.limit], actor)
    return {"items": items, "total": rows.count()}


@consultations.get("/{int:id}", response=schemas.ConsultationOut, operation_id="consultation_read")
def read_consultation(request: HttpRequest, id: Path[int]) -> Opinion:
    actor = actor_of(request)
    return _one(get_object_or_404(queries.consultations_visible_to(actor), pk=id), actor)


@consultations.post("/{int:id}/answer", response=schemas.ConsultationOut, operation_id="consultation_answer")
def answer_consultation(request: HttpRequest, id: Path[int], data: schemas.Answer) -> Opinion:
    """Given once (A-14, A-25)."""
    actor = actor_of(request)
    opinion = get_object_or_404(queries.consultations_visible_to(actor), pk=id)
    return _one(saying.answer(opinion, actor=actor, data=data), actor)


def _one(opinion: Opinion, actor: Actor) -> Opinion:
    shown: Opinion = _shown([opinion], actor)[0]
    return shown


def _shown(opinions: Iterable[Opinion], actor: Actor) -> list[Any]:
    """With what `ConsultationOut` shows besides: the days that are left, and whether this actor may answer."""
    found: list[Any] = list(opinions)
    waiting = [opinion for opinion in found if opinion.answered_at is None]
    left = clocks.days_left([one.due_on for one in waiting if one.due_on], timezone.localdate())
    for opinion in found:
        opinion.days_left = left.get(opinion.due_on) if opinion in waiting else None
        opinion.may_answer = opinion in waiting and _may_answer(opinion, actor)
    return found


def _may_answer(opinion: Opinion, actor: Actor) -> bool:
    try:
        rules.may_answer(opinion, actor)
    except DomainError:
        return False
    return True


@refusals.get("", response=Page[schemas.RefusalRow], operation_id="refusal_list")
def list_refusals(
    request: HttpRequest, where: Query[schemas.RefusalFilter], paging: Query[Paging]
) -> Page[schemas.RefusalRow]:
    wanted = where.model_dump(exclude_none=True)
    if "department" in wanted:
        wanted["department_id"] = wanted.pop("department")
    rows = queries.refusals_visible_to(actor_of(request)).filter(**wanted)
    if paging.q:
        rows = rows.filter(demand__icontains=paging.q)
    items = cut(
        queries.refusals_as_rows(rows),
        schemas.RefusalRow,
        paging,
        orderable=("id", "village", "status", "filed_at", "due_on"),
        offset=paging.offset,
        limit=paging.limit,
    )
    left = clocks.days_left([item["due_on"] for item in items if item["due_on"]], timezone.localdate())
    for item in items:
        item["days_left"] = left.get(item["due_on"]) if item["status"] == RefusalCase.Status.FILED else None
    return Page[schemas.RefusalRow].model_validate({"items": items, "total": rows.count()})


@refusals.post("", response={201: schemas.RefusalOut}, operation_id="refusal_create")
def create_refusal(
    request: HttpRequest, data: schemas.RefusalIn, idempotency_key: Key = None
) -> Status[schemas.RefusalOut]:
    """Sent again under the same key, from a queue on a bad line, it is answered with what was filed."""
    return Status(201, _refusal(refusing.file(actor=actor_of(request), data=data, client_key=idempotency_key)))


@refusals.get("/grounds", response=list[schemas.GroundOut], operation_id="refusal_grounds")
def list_grounds(request: HttpRequest, asked: Query[schemas.GroundsAsked]) -> list[schemas.GroundOut]:
    """The nine reasons; of each whether the system can tell by itself that it holds, and why."""
    actor = actor_of(request)
    if not actor.has_role(Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("只有村（社区）可以登记拒绝承接"))
    village = refusing.village_of(actor, asked.village)
    placement = refusing.placement_of(village, asked.placement)
    return grounds.grounds_of(grounds.Demand(village, asked.department, placement, asked.document_code, asked.title))


@refusals.get("/{int:id}", response=schemas.RefusalOut, operation_id="refusal_read")
def read_refusal(request: HttpRequest, id: Path[int]) -> schemas.RefusalOut:
    return _refusal(_visible(request, id))


@refusals.get("/{int:id}/slip", operation_id="refusal_slip", openapi_extra=BINARY)
def read_slip(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The slip to hand over, as PDF to be saved."""
    return download(_("不予承接告知单.pdf"), FileType.PDF, slips.slip_of(_visible(request, id)))


@refusals.post("/{int:id}/acknowledge", response=schemas.RefusalOut, operation_id="refusal_acknowledge")
def acknowledge_refusal(request: HttpRequest, id: Path[int]) -> schemas.RefusalOut:
    """The village has taken note of the outcome."""
    return _refusal(refusing.acknowledge(_visible(request, id), actor=actor_of(request)))


@refusals.post("/{int:id}/evidence", response=schemas.RefusalOut, operation_id="refusal_add_evidence")
def add_evidence(request: HttpRequest, id: Path[int], file: File[UploadedFile]) -> schemas.RefusalOut:
    """One file, kept on the township's side."""
    refusal, values = _visible(request, id), configuration.current().values
    taken = received(file, max_bytes=values.attachment_max_bytes, types=values.attachment_types)
    return _refusal(refusing.add_evidence(refusal, actor=actor_of(request), file=taken))


@refusals.get("/{int:id}/evidence", operation_id="refusal_evidence", openapi_extra=BINARY)
def read_evidence(request: HttpRequest, id: Path[int]) -> HttpResponse:
    refusal = _visible(request, id)
    if not refusal.evidence_sha256:
        raise DomainError("no_evidence", _("没有上传佐证材料"))
    content = storage.open_stored(actor_of(request).realm, refusal.evidence_sha256)
    return download(refusal.evidence_name, refusal.evidence_type, content)


add_history_route(refusals, "refusal", visible=queries.refusals_visible_to)


def _visible(request: HttpRequest, id: int) -> Refusal:
    found: Refusal = get_object_or_404(queries.refusals_visible_to(actor_of(request)), pk=id)
    return found


def _refusal(refusal: Refusal) -> schemas.RefusalOut:
    case = queries.case_of(refusal)
    due = [refusal.due_on] if refusal.due_on and case.status == RefusalCase.Status.FILED else []
    left = clocks.days_left(due, timezone.localdate())
    return schemas.RefusalOut.of(refusal, case, next(iter(left.values()), None))


@urgent_reports.get("", response=list[schemas.UrgentReportOut], operation_id="urgent_report_list")
def list_urgent_reports(request: HttpRequest) -> list[UrgentReport]:
    """The newest 200, with what the county has made of each."""
    return list(queries.urgent_reports_visible_to(actor_of(request)).order_by("-id")[:200])


@urgent_reports.post("", response={201: schemas.UrgentReportOut}, operation_id="urgent_report_create")
def create_urgent_report(
    request: HttpRequest, data: schemas.UrgentReportIn, idempotency_key: Key = None
) -> Status[UrgentReport]:
    """Registered for the department (clause 2.1e): the county makes the provisional matter of it in the background."""
    actor = actor_of(request)
    report = reporting.file(actor=actor, data=data, client_key=idempotency_key)
    queue(take_up_report, report_id=report.pk)
    return Status(201, queries.urgent_reports_visible_to(actor).get(pk=report.pk))


@urgent_reports.get("/{int:id}", response=schemas.UrgentReportOut, operation_id="urgent_report_read")
def read_urgent_report(request: HttpRequest, id: Path[int]) -> UrgentReport:
    return get_object_or_404(queries.urgent_reports_visible_to(actor_of(request)), pk=id)
