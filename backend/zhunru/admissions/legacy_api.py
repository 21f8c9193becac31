"""Routes of existing matters (存量), on the county host: a table in, in two steps, and what has become of it."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Path, Query, Router, Status
from ninja.files import UploadedFile

from zhunru.admissions.legacy import importing, standing
from zhunru.admissions.legacy.judging import Existing
from zhunru.admissions.legacy.table import MOST_BYTES, columns
from zhunru.admissions.models import LegacyImport
from zhunru.admissions.schemas import legacy as schemas
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.files.answers import BINARY, download
from zhunru.files.sheets import Preview, Sha256, corrected_workbook, template_workbook
from zhunru.files.types import SHEETS, FileType
from zhunru.files.uploads import received

legacy = Router(tags=["legacy matters"])


@legacy.get("", response=Page[schemas.LegacyRow], operation_id="legacy_list")
def list_legacy(request: HttpRequest, where: Query[schemas.LegacyFilter], paging: Query[Paging]) -> HttpResponse:
    actor = actor_of(request)
    rows = standing.visible_to(actor).filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(title__icontains=paging.q)
    return page(
        standing.as_rows(rows, actor),
        schemas.LegacyRow,
        paging,
        orderable=("id", "title", "department", "readmit_by", "status", "person_days"),
    )


@legacy.get("/departments", response=list[schemas.LegacyDepartment], operation_id="legacy_departments")
def list_departments(request: HttpRequest) -> list[dict[str, Any]]:
    """How far each department is."""
    return list(standing.by_department(actor_of(request)))


@legacy.get("/template", operation_id="legacy_template", openapi_extra=BINARY)
def read_template(request: HttpRequest) -> HttpResponse:
    """An empty table to fill in."""
    importing.may_import(actor_of(request))
    return download(_("存量事项导入模板.xlsx"), FileType.XLSX, template_workbook(columns()))


@legacy.post("/preview", response=schemas.LegacyPreviewOut, operation_id="legacy_preview")
def preview_table(request: HttpRequest, file: File[UploadedFile]) -> schemas.LegacyPreviewOut:
    """Step one: what the table says and what is wrong with it, each fault at its cell. Nothing is taken over yet."""
    actor = actor_of(request)
    importing.may_import(actor)
    return _shown(*importing.begin(received(file, max_bytes=MOST_BYTES, types=SHEETS), actor=actor))


@legacy.get("/preview/{sha256}", response=schemas.LegacyPreviewOut, operation_id="legacy_preview_read")
def read_preview(request: HttpRequest, sha256: Path[Sha256]) -> schemas.LegacyPreviewOut:
    """The same table found again, judged anew."""
    return _shown(*importing.resume(sha256, actor=actor_of(request)))


@legacy.get("/preview/{sha256}/corrected", operation_id="legacy_corrected", openapi_extra=BINARY)
def read_corrected(request: HttpRequest, sha256: Path[Sha256]) -> HttpResponse:
    """The table as it came, its faulty cells marked, to be mended and sent again."""
    preview, _found = importing.resume(sha256, actor=actor_of(request))
    return download(_("存量事项_待改正.xlsx"), FileType.XLSX, corrected_workbook(preview))


@legacy.post("/commit", response={201: schemas.LegacyImportOut}, operation_id="legacy_commit")
def commit_table(request: HttpRequest, data: schemas.LegacyCommit) -> Status[LegacyImport]:
    """Step two: the matters, all or none; the same table again is answered with the first import."""
    return Status(201, importing.commit(data.sha256, actor=actor_of(request), today=timezone.localdate()))


def _shown(preview: Preview, found: list[Existing]) -> schemas.LegacyPreviewOut:
    counted = Counter(one.department.name for one in found if one.department)
    return schemas.LegacyPreviewOut.shown(
        preview,
        departments=[{"department": name, "rows": rows} for name, rows in counted.most_common()],
        readmit_by=importing.term(timezone.localdate()),
        imported=LegacyImport.objects.select_related("imported_by").filter(sha256=preview.file.sha256).first(),
    )
