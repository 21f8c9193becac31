"""The register of papers: list, detail, file, history; on the county's host voids and duplicates, too."""

import pathlib

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Query, Router, Status

from zhunru.core.actors import Actor
from zhunru.core.pages import page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.core.workflow import stale
from zhunru.documents import duplicating, queries, registers, retention, rules, services, verification
from zhunru.documents.models import Document, Duplicate, SealUse
from zhunru.documents.schemas import (
    DocumentFilters,
    DocumentOut,
    DocumentPage,
    DocumentRow,
    DuplicateIn,
    DuplicateOut,
    UseOut,
    VoidIn,
)

router = Router(tags=["documents"])
county = Router(tags=["documents"])
add_history_route(router, "document", visible=queries.visible_to)

_PDF = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}


@router.get("", response=DocumentPage, operation_id="document_list")
def list_documents(request: HttpRequest, filters: Query[DocumentFilters]) -> HttpResponse:
    """The papers that I may read, newest first."""
    found = queries.rows(
        queries.visible_to(actor_of(request)), words=filters.q, kind=filters.kind, status=filters.status
    )
    return page(found, DocumentRow, filters, orderable={"issued_on", "number", "title", "status"})


@router.get("/{int:id}", response=DocumentOut, operation_id="document_detail")
def read_document(request: HttpRequest, id: Path[int]) -> DocumentOut:
    """One paper: what it is and whether it holds."""
    return _shown(_paper(actor_of(request), id))


def _paper(actor: Actor, id: int) -> Document:
    visible = queries.visible_to(actor).select_related("organisation", "ended_by", "corrects")
    return get_object_or_404(visible, pk=id)


def _shown(document: Document) -> DocumentOut:
    return DocumentOut.of(verification.answer(document, timezone.localdate()))


@router.get("/{int:id}/file", operation_id="document_file", openapi_extra=_PDF)
def read_file(request: HttpRequest, id: Path[int]) -> FileResponse:
    """The signed PDF, to be shown in place. It never changes, so a browser may keep it."""
    return pdf_answer(get_object_or_404(queries.files_visible_to(actor_of(request)), pk=id))


@county.post("/{int:id}/void", response=DocumentOut, operation_id="document_void")
def void_document(request: HttpRequest, id: Path[int], data: VoidIn) -> DocumentOut:
    """Declare void what was issued in error: its number stays taken and visible (rule A-18)."""
    actor = actor_of(request)
    rules.may_void(actor)
    document = _paper(actor, id)
    if data.version is not None and data.version != document.version:
        raise stale(document)
    services.void(document, reason=data.reason, actor=actor, today=timezone.localdate())
    return _shown(_paper(actor, id))


@county.get("/{int:id}/uses", response=list[UseOut], operation_id="document_uses")
def list_uses(request: HttpRequest, id: Path[int]) -> list[SealUse]:
    """What was sealed for this paper: when it was issued, and for each duplicate."""
    actor = actor_of(request)
    found = registers.uses_visible_to(actor).filter(document=_paper(actor, id))
    return list(found.order_by("id"))


@county.get("/{int:id}/duplicates", response=list[DuplicateOut], operation_id="document_duplicates")
def list_duplicates(request: HttpRequest, id: Path[int]) -> list[Duplicate]:
    """Whoever reads the paper reads who got duplicates of it."""
    return list(_paper(actor_of(request), id).duplicates.select_related("use"))


@county.post("/{int:id}/duplicates", response={201: UseOut}, operation_id="document_duplicate")
def ask_for_duplicate(request: HttpRequest, id: Path[int], data: DuplicateIn) -> Status[SealUse]:
    """It is made once its use of the seal has been approved of."""
    actor = actor_of(request)
    paper = get_object_or_404(queries.files_visible_to(actor), pk=id)
    return Status(201, duplicating.ask(paper, actor=actor, data=data))


@county.get("/{int:id}/duplicates/{int:no}/file", operation_id="document_duplicate_file", openapi_extra=_PDF)
def read_duplicate(request: HttpRequest, id: Path[int], no: Path[int]) -> FileResponse:
    """The duplicate itself, marked 副本 on every page."""
    paper = get_object_or_404(queries.files_visible_to(actor_of(request)), pk=id)
    made = get_object_or_404(paper.duplicates.all(), no=no)
    return _file(retention.file_of(paper, made.sha256), f"{paper.number}副本{made.no}")


def pdf_answer(document: Document) -> FileResponse:
    """The signed file under its number as name. DomainError when it was erased in time, or the storage has lost it."""
    return _file(retention.file_of(document), document.number)


def _file(path: pathlib.Path, name: str) -> FileResponse:
    answer = FileResponse(path.open("rb"), filename=f"{name}.pdf", content_type="application/pdf")
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
