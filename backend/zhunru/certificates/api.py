"""Routes of certificates, on the township's host."""

from typing import Annotated
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Header, Path, Query, Router, Status

from zhunru.certificates import queries
from zhunru.certificates.models import Certificate
from zhunru.certificates.schemas import CertificateFilter, CertificateIn, CertificateOut, CertificateRow
from zhunru.certificates.services import requesting
from zhunru.certificates.workflow import CERTIFICATES
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes

router = Router(tags=["certificates"])


@router.get("", response=Page[CertificateRow], operation_id="certificate_list")
def list_certificates(request: HttpRequest, where: Query[CertificateFilter], paging: Query[Paging]) -> HttpResponse:
    """What was asked of my villages: which certificate, by whom, for what, and on which day. No resident is named."""
    rows = queries.visible_to(actor_of(request)).annotate(village_name=F("village__name"))
    rows = rows.filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(name__icontains=paging.q)
    return page(
        rows, CertificateRow, paging, orderable=("id", "name", "demander", "status", "requested_at", "issued_on")
    )


@router.post("", response={201: CertificateOut}, operation_id="certificate_create")
def create_certificate(
    request: HttpRequest,
    data: CertificateIn,
    idempotency_key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> Status[Certificate]:
    """A village's officer writes the request down; somebody else approves it (clause 2.3d)."""
    actor = actor_of(request)
    made = requesting.request(actor=actor, data=data, client_key=idempotency_key)
    return Status(201, queries.visible_to(actor).get(pk=made.pk))


@router.get("/{int:id}", response=CertificateOut, operation_id="certificate_read")
def read_certificate(request: HttpRequest, id: Path[int]) -> Certificate:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)


add_case_routes(router, CERTIFICATES, visible=queries.visible_to, out=CertificateOut)
