"""Routes of contracts, at the same addresses on both hosts."""

from typing import Annotated
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Header, Path, Query, Router, Status
from ninja.files import UploadedFile

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.models import Attachment, Contract, Terms
from zhunru.contracts.schemas.contracts import ContractFilter, ContractIn, ContractOut, ContractRow
from zhunru.contracts.schemas.files import ContractFileOut
from zhunru.contracts.schemas.terms import SupplementIn, TermsOut
from zhunru.contracts.services import drafting, files, supplementing
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.divisions.models import Village
from zhunru.tenancy.context import township_context

contracts = cross(Router(tags=["contracts"]))
listed = Router(tags=["contracts"])
"""The list of a township's own contracts; a department's crosses townships and is the purchases' business."""
begun = Router(tags=["contracts"])
"""On the county's host only: departments begin contracts."""

ORDERABLE = ("id", "number", "subject", "status", "price", "paid", "starts_on", "ends_on", "signed_on")


@listed.get("", response=Page[ContractRow], operation_id="contract_list")
def list_contracts(request: HttpRequest, where: Query[ContractFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.visible_to(actor_of(request)).annotate(village_name=F("village__name"))
    rows = rows.filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(subject__icontains=paging.q)
    return page(rows, ContractRow, paging, orderable=ORDERABLE)


@begun.post("", response={201: ContractOut}, operation_id="contract_create")
def create_contract(
    request: HttpRequest,
    data: ContractIn,
    idempotency_key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> Status[ContractOut]:
    """A department's clerk begins a contract with a village, where that village lies."""
    actor = actor_of(request)
    drafting.may_draft(actor)
    village = get_object_or_404(Village.objects.select_related("township"), pk=data.village, ended_on=None)
    with township_context(village.township):
        made = drafting.draft_contract(village, actor=actor, data=data, client_key=idempotency_key)
        shown = queries.in_full(queries.visible_to(actor), actor).get(pk=made.pk)
        return Status(201, ContractOut.from_orm(shown))


@contracts.get("/{int:id}", response=ContractOut, operation_id="contract_read")
def read_contract(request: HttpRequest, id: Path[int]) -> Contract:
    actor = actor_of(request)
    return get_object_or_404(queries.in_full(queries.visible_to(actor), actor), pk=id)


@contracts.post("/{int:id}/supplements", response={201: TermsOut}, operation_id="contract_supplement")
def supplement_contract(request: HttpRequest, id: Path[int], data: SupplementIn) -> Status[Terms]:
    """A department's clerk begins another version; a village asks for more time, and the department drafts."""
    actor = actor_of(request)
    contract = get_object_or_404(queries.visible_to(actor), pk=id)
    return Status(201, supplementing.supplement(contract, actor=actor, data=data))


@contracts.post("/{int:id}/attachments", response={201: ContractFileOut}, operation_id="contract_attach")
def attach_file(request: HttpRequest, id: Path[int], file: File[UploadedFile]) -> Status[Attachment]:
    """One file; sent again, it is answered with what is there already."""
    actor = actor_of(request)
    contract = get_object_or_404(queries.visible_to(actor), pk=id)
    return Status(201, files.attach(contract, file, actor=actor))


add_case_routes(
    contracts,
    CONTRACTS,
    visible=lambda actor: queries.in_full(queries.visible_to(actor), actor),
    out=ContractOut,
)
