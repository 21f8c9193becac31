"""The register of legal bases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.lists import queries, schemas
from zhunru.lists.models import LegalBasis
from zhunru.lists.services import registering

router = Router(tags=["legal bases"])
township = Router(tags=["legal bases"])
county = Router(tags=["legal bases"])


@township.get("", response=Page[schemas.LegalBasisRow], operation_id="legal_basis_list")
@county.get("", response=Page[schemas.LegalBasisRow], operation_id="legal_basis_list")
def list_legal_bases(request: HttpRequest, paging: Query[Paging], ended: Query[bool | None] = None) -> HttpResponse:
    """Articles to pick from when a matter's legal basis is written; `ended=true` those that no longer hold."""
    rows = queries.searched_bases(queries.legal_bases_visible_to(actor_of(request)), paging.q)
    if ended is not None:
        rows = rows.filter(ended_on__isnull=not ended)
    return page(rows, schemas.LegalBasisRow, paging, orderable=("document", "version", "entry_count", "ended_on"))


@router.get("/{int:id}", response=schemas.LegalBasisOut, operation_id="legal_basis_read")
def read_legal_basis(request: HttpRequest, id: Path[int]) -> LegalBasis:
    return get_object_or_404(queries.legal_bases_visible_to(actor_of(request)), pk=id)


@county.post("", response={201: schemas.LegalBasisOut}, operation_id="legal_basis_create")
def create_legal_basis(request: HttpRequest, data: schemas.BasisIn) -> Status[LegalBasis]:
    return Status(201, registering.register(data, actor=actor_of(request)))


@county.post("/{int:id}/replace", response=schemas.LegalBasisOut, operation_id="legal_basis_replace")
def replace_legal_basis(request: HttpRequest, id: Path[int], data: schemas.Replacement) -> LegalBasis:
    """From a day on it no longer holds; what rests on it is put up for review."""
    actor = actor_of(request)
    basis = get_object_or_404(queries.legal_bases_visible_to(actor), pk=id)
    return registering.replace(basis, data, actor=actor)
