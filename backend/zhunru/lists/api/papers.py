"""An edition and its difference from another as files."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from zhunru.core.routes import actor_of
from zhunru.documents.api import pdf_answer
from zhunru.files.answers import BINARY, download
from zhunru.files.sheets import Column, export_workbook
from zhunru.files.types import FileType
from zhunru.lists import papers
from zhunru.lists.api.editions import difference_of, edition_of
from zhunru.lists.comparing import Difference

router = Router(tags=["editions"])


@router.get("/{int:id}/paper.pdf", operation_id="edition_paper", openapi_extra=BINARY)
def read_paper(request: HttpRequest, id: Path[int]) -> FileResponse | HttpResponse:
    """The sealed paper of a published edition; of any other as it would be printed today, without number and seal."""
    edition = edition_of(actor_of(request), id)
    if edition.document:
        return pdf_answer(edition.document)
    return download(f"{edition}.pdf", FileType.PDF, papers.preview(edition))


@router.get("/{int:id}/difference.pdf", operation_id="edition_difference_paper", openapi_extra=BINARY)
def read_difference_paper(request: HttpRequest, id: Path[int], to: Query[int | None] = None) -> HttpResponse:
    """What changes, as a paper to hand out."""
    found = difference_of(actor_of(request), id, to)
    return download(_name(found, "pdf"), FileType.PDF, papers.difference(found))


@router.get("/{int:id}/difference.xlsx", operation_id="edition_difference_table", openapi_extra=BINARY)
def read_difference_table(request: HttpRequest, id: Path[int], to: Query[int | None] = None) -> HttpResponse:
    """What changes, a row for each field."""
    found = difference_of(actor_of(request), id, to)
    return download(_name(found, "xlsx"), FileType.XLSX, export_workbook(_columns(), _rows(found)))


def _name(found: Difference, ending: str) -> str:
    return _("%(edition)s变动对照.%(ending)s") % {"edition": found.new, "ending": ending}


def _columns() -> list[Column]:
    return [
        Column("what", _("变动")),
        Column("code", _("编码")),
        Column("title", _("事项名称")),
        Column("field", _("栏目")),
        Column("old", _("原内容"), max_length=4000),
        Column("new", _("新内容"), max_length=4000),
        Column("reason", _("变动理由"), max_length=600),
    ]


def _rows(found: Difference) -> list[dict[str, str]]:
    rows = [
        {"what": word, "code": entry.code, "title": entry.title, key: entry.village_duty}
        for word, key, entries in ((_("移出"), "old", found.removed), (_("新增"), "new", found.added))
        for entry in entries
    ]
    rows += [
        {"what": _("变更"), "code": one.new.code, "title": one.new.title, "field": f.label, "old": f.old, "new": f.new}
        for one in found.changed
        for f in one.fields
    ]
    return [row | {"reason": found.reasons.get(row["code"], "")} for row in rows]
