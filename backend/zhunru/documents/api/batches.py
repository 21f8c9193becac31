"""Batches: what may be made, how far it has come, its file; and the archive that is made so."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from zhunru.core.errors import DomainError
from zhunru.core.pages import Paging, page
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.documents import storage
from zhunru.documents.archiving import years
from zhunru.documents.batching import queries, rules
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.batching.workflow import BATCHES
from zhunru.documents.models import Batch
from zhunru.documents.schemas.batches import (
    BatchFilters,
    BatchOut,
    BatchPage,
    BatchRow,
    ErasurePage,
    ErasureRow,
    JobOut,
    YearOut,
)

batches = Router(tags=["documents"])
"""With the routes above it has one for each job of each app; they are added where the API is put together."""
archive = Router(tags=["documents"])
_ZIP = {"responses": {200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}}


@batches.get("", response=BatchPage, operation_id="batch_list")
def list_batches(request: HttpRequest, where: Query[BatchFilters]) -> HttpResponse:
    """What was asked for, the newest first."""
    found = queries.with_progress(queries.visible_to(actor_of(request)))
    if where.job:
        found = found.filter(job=where.job)
    if where.status:
        found = found.filter(status=where.status)
    if where.q:
        found = found.filter(title__icontains=where.q)
    return page(found, BatchRow, where, orderable={"id", "title", "status", "asked_at"})


@batches.get("/jobs", response=list[JobOut], operation_id="batch_jobs")
def list_jobs(request: HttpRequest) -> list[JobOut]:
    """What I may have made."""
    actor = actor_of(request)
    return [
        JobOut(name=job.name, label=str(job.label), about=str(job.about))
        for job in JOBS.values()
        if actor.has_role(*job.by)
    ]


@batches.get("/{int:id}", response=BatchOut, operation_id="batch_read")
def read_batch(request: HttpRequest, id: Path[int]) -> Batch:
    """One batch and how far it has come."""
    return get_object_or_404(queries.with_progress(queries.visible_to(actor_of(request))), pk=id)


@batches.get("/{int:id}/file", operation_id="batch_file", openapi_extra=_ZIP)
def read_batch_file(request: HttpRequest, id: Path[int]) -> FileResponse:
    """What was made. DomainError while there is nothing yet."""
    actor = actor_of(request)
    batch = get_object_or_404(queries.visible_to(actor), pk=id)
    rules.may_open(batch, actor)
    path = storage.batch_path(batch.sha256)
    if batch.status != Batch.Status.DONE or not path.exists():
        raise DomainError("no_file", _("文件尚未制成，请等制作完成后再下载"))
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=batch.file_name, content_type="application/zip")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@archive.get("", response=list[YearOut], operation_id="archive_years")
def read_archive(request: HttpRequest) -> list[YearOut]:
    """Each year's papers, and the packages that were made of them."""
    rules.may_read(actor_of(request))
    return years.years(actor_of(request))


@archive.get("/erasures", response=ErasurePage, operation_id="erasure_list")
def list_erasures(request: HttpRequest, paging: Query[Paging]) -> HttpResponse:
    """Papers whose files were erased, by which rule and when; `q` looks in the number."""
    rules.may_read(actor_of(request))
    found = years.erasures(actor_of(request))
    if paging.q:
        found = found.filter(document__number__icontains=paging.q)
    return page(found, ErasureRow, paging, orderable={"number", "due_on", "erased_at"})


add_case_routes(batches, BATCHES, visible=lambda actor: queries.with_progress(queries.visible_to(actor)), out=BatchOut)
