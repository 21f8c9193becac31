"""Routes of lists as tables: an edition out on both hosts (`router`), a table into a draft on the county's (`county`).

Both are mounted at /editions.
"""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import File, Path, Query, Router
from ninja.files import UploadedFile

from zhunru.core.routes import actor_of
from zhunru.core.text import values_of
from zhunru.files.answers import BINARY, download
from zhunru.files.sheets import Sha256, corrected_workbook
from zhunru.files.types import TABLES, FileType
from zhunru.files.uploads import received
from zhunru.lists import queries, rules
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.tables import exporting, importing, schemas
from zhunru.lists.tables.columns import MOST_BYTES

Kind = Annotated[ListKind, values_of(ListKind)]

router = Router(tags=["editions"])
county = Router(tags=["editions"])


def _edition(request: HttpRequest, id: int) -> Edition:
    """404 for a draft that is not the actor's business."""
    return get_object_or_404(queries.editions_visible_to(actor_of(request)), pk=id)


def _exported(edition: Edition, type: FileType) -> HttpResponse:
    number = _("第 %(number)s 版") % {"number": edition.number} if edition.number else edition.get_status_display()
    name = f"{edition.get_kind_display()}_{number}.{type}"
    return download(name, type, exporting.edition_table(edition, type))


@router.get("/{int:id}/entries.xlsx", operation_id="edition_entries_xlsx", openapi_extra=BINARY)
def export_entries_workbook(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """What the edition holds, as a workbook that can be imported again."""
    return _exported(_edition(request, id), FileType.XLSX)


@router.get("/{int:id}/entries.csv", operation_id="edition_entries_csv", openapi_extra=BINARY)
def export_entries_csv(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The same as csv."""
    return _exported(_edition(request, id), FileType.CSV)


@county.get("/import/template", operation_id="edition_import_template", openapi_extra=BINARY)
def read_import_template(request: HttpRequest, kind: Query[Kind]) -> HttpResponse:
    """An empty table to fill in, in the columns in which an edition is exported."""
    name = _("%(list)s导入模板.xlsx") % {"list": ListKind(kind).label}
    return download(name, FileType.XLSX, exporting.template(ListKind(kind)))


@county.post("/{int:id}/import/preview", response=schemas.TablePreviewOut, operation_id="edition_import_preview")
def preview_import(request: HttpRequest, id: Path[int], file: File[UploadedFile]) -> schemas.TablePreviewOut:
    """Step one: what the table says, what would become of the draft, each fault and each guess at its cell."""
    actor, edition = actor_of(request), _edition(request, id)
    rules.may_edit(edition, actor)
    taken = received(file, max_bytes=MOST_BYTES, types=TABLES)
    return schemas.TablePreviewOut.shown(*importing.begin(edition, taken, actor=actor))


@county.get(
    "/{int:id}/import/preview/{sha256}", response=schemas.TablePreviewOut, operation_id="edition_import_preview_read"
)
def read_import_preview(request: HttpRequest, id: Path[int], sha256: Path[Sha256]) -> schemas.TablePreviewOut:
    """The same table found again, judged anew against the draft as it is now."""
    found = importing.resume(_edition(request, id), sha256, actor=actor_of(request))
    return schemas.TablePreviewOut.shown(*found)


@county.get(
    "/{int:id}/import/preview/{sha256}/corrected", operation_id="edition_import_corrected", openapi_extra=BINARY
)
def read_import_corrected(request: HttpRequest, id: Path[int], sha256: Path[Sha256]) -> HttpResponse:
    """The table with its faulty cells marked and what was understood in place of what was guessed."""
    preview, _plan = importing.resume(_edition(request, id), sha256, actor=actor_of(request))
    return download(_("清单_待改正.xlsx"), FileType.XLSX, corrected_workbook(preview))


@county.post("/{int:id}/import/commit", response=schemas.TableImportOut, operation_id="edition_import_commit")
def commit_import(request: HttpRequest, id: Path[int], data: schemas.TableCommit) -> importing.Imported:
    """Step two: the whole table into the draft, or nothing; the same table again changes nothing."""
    return importing.commit(
        _edition(request, id), data.sha256, reason=data.reason, remove_missing=data.remove_missing,
        actor=actor_of(request),
    )  # fmt: skip
