"""The register of papers: list, detail, file, history."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from zhunru.core.errors import DomainError
from zhunru.core.pages import page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.documents import queries, storage, verification
from zhunru.documents.models import Document
from zhunru.documents.schemas import DocumentFilters, DocumentOut, DocumentPage, DocumentRow

router = Router(tags=["documents"])
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
    visible = queries.visible_to(actor_of(request)).select_related("organisation", "ended_by")
    return DocumentOut.of(verification.answer(get_object_or_404(visible, pk=id), timezone.localdate()))


@router.get("/{int:id}/file", operation_id="document_file", openapi_extra=_PDF)
def read_file(request: HttpRequest, id: Path[int]) -> FileResponse:
    """The signed PDF, to be shown in place. It never changes, so a browser may keep it."""
    return pdf_answer(get_object_or_404(queries.visible_to(actor_of(request)), pk=id))


def pdf_answer(document: Document) -> FileResponse:
    """The signed file under its number as name. DomainError when the storage has lost it."""
    path = storage.paper_path(document.sha256)
    if not path.exists():
        raise DomainError("file_missing", _("文书文件不在存储中，请联系系统管理员"))
    answer = FileResponse(path.open("rb"), filename=f"{document.number}.pdf", content_type="application/pdf")
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
