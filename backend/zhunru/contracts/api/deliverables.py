"""Routes of the records of work."""

from typing import Annotated, Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Header, Path, Query, Router, Status
from ninja.files import UploadedFile

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.models import Attachment, Contract, Deliverable
from zhunru.contracts.schemas import deliverables as schemas
from zhunru.contracts.schemas.files import ContractFileOut
from zhunru.contracts.services import delivering, evidence
from zhunru.contracts.workflow.deliverables import DELIVERABLES
from zhunru.core.errors import DomainError
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes

of_contracts = cross(Router(tags=["deliverables"]))
"""Below `/contracts`."""
deliverables = cross(Router(tags=["deliverables"]))

Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


@of_contracts.get("/{int:id}/deliverables", response=Page[schemas.DeliverableRow], operation_id="contract_deliverables")
def list_deliverables(
    request: HttpRequest, id: Path[int], where: Query[schemas.DeliverableFilter], paging: Query[Paging]
) -> HttpResponse:
    actor = actor_of(request)
    contract = _contract(request, id)
    rows = queries.deliverables_visible_to(actor).filter(contract=contract)
    if where.status:
        rows = rows.filter(status=where.status)
    if where.clause:
        rows = rows.filter(clause__number=where.clause)
    if paging.q:
        rows = rows.filter(Q(place__icontains=paging.q) | Q(note__icontains=paging.q))
    return page(
        _as_rows(rows),
        schemas.DeliverableRow,
        paging,
        orderable=("id", "done_on", "status", "quantity", "submitted_at", "confirm_due_on"),
    )


@of_contracts.post("/{int:id}/deliverables", response={201: schemas.DeliverableOut}, operation_id="deliverable_create")
def create_deliverable(
    request: HttpRequest, id: Path[int], data: schemas.DeliverableIn, idempotency_key: Key = None
) -> Status[Deliverable]:
    """Sent again under the same key, from a queue on a bad line, it is answered with what was written."""
    made = delivering.write(_contract(request, id), actor=actor_of(request), data=data, client_key=idempotency_key)
    return Status(201, made)


@of_contracts.post(
    "/{int:id}/deliverables/confirm", response=schemas.Confirmed, operation_id="contract_confirm_deliverables"
)
def confirm_deliverables(request: HttpRequest, id: Path[int], data: schemas.ConfirmMany) -> schemas.Confirmed:
    """Each by itself: what somebody else has dealt with meanwhile is left as it is."""
    actor = actor_of(request)
    contract = _contract(request, id)
    delivering.may_confirm(actor)
    rows = queries.deliverables_visible_to(actor).filter(contract=contract, pk__in=data.ids)
    return schemas.Confirmed(confirmed=sum(_confirmed(row, request) for row in rows))


def _confirmed(row: Deliverable, request: HttpRequest) -> bool:
    try:
        DELIVERABLES.take("confirm", row, actor=actor_of(request))
    except DomainError as error:
        if error.code != "status":
            raise
        return False
    return True


@deliverables.get("/{int:id}", response=schemas.DeliverableOut, operation_id="deliverable_read")
def read_deliverable(request: HttpRequest, id: Path[int]) -> Deliverable:
    return _deliverable(request, id)


@deliverables.put("/{int:id}", response=schemas.DeliverableOut, operation_id="deliverable_change")
def change_deliverable(request: HttpRequest, id: Path[int], data: schemas.DeliverableChange) -> Deliverable:
    return delivering.rewrite(_deliverable(request, id), actor=actor_of(request), data=data)


@deliverables.post("/{int:id}/correct", response={201: schemas.DeliverableOut}, operation_id="deliverable_correct")
def correct_deliverable(request: HttpRequest, id: Path[int], data: schemas.DeliverableIn) -> Status[Deliverable]:
    return Status(201, delivering.correct(_deliverable(request, id), actor=actor_of(request), data=data))


@deliverables.post("/{int:id}/files", response={201: ContractFileOut}, operation_id="deliverable_attach")
def attach_evidence(request: HttpRequest, id: Path[int], file: File[UploadedFile]) -> Status[Attachment]:
    """One file, where the clause asks for evidence; sent again, it is answered with what is there already."""
    return Status(201, evidence.attach(_deliverable(request, id), file, actor=actor_of(request)))


add_case_routes(deliverables, DELIVERABLES, visible=queries.deliverables_visible_to, out=schemas.DeliverableOut)


def _contract(request: HttpRequest, id: int) -> Contract:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)


def _deliverable(request: HttpRequest, id: int) -> Deliverable:
    return get_object_or_404(queries.deliverables_visible_to(actor_of(request)), pk=id)


def _as_rows(rows: QuerySet[Deliverable]) -> QuerySet[Any, Any]:
    """Columns of `DeliverableRow`."""
    return rows.values(
        "id", "done_on", "quantity", "place", "note", "status", "submitted_at", "confirm_due_on", "silent", "query"
    ).annotate(
        number=F("clause__number"),
        heading=F("clause__heading"),
        unit=F("clause__unit"),
        files=Count("attachments", filter=Q(attachments__removed_at=None)),
    )
