"""The register of what each seal was put on: asked for, approved of, done; and its export."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from zhunru.core.errors import NotAllowedError
from zhunru.core.pages import Page, Paging, page
from zhunru.core.roles import ADMIN_ROLES
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.documents import registers
from zhunru.documents.models import SealUse
from zhunru.documents.schemas import UseFilter, UseOut, UseRow
from zhunru.documents.workflow import USES
from zhunru.files.answers import BINARY
from zhunru.files.exports import Export, export
from zhunru.files.sheets import Column, Kind

router = Router(tags=["seal uses"])
BY = ("requested_at", "approved_at", "used_at", "title", "status", "copies")


@router.get("", response=Page[UseRow], operation_id="sealuse_list")
def list_uses(request: HttpRequest, where: Query[UseFilter], paging: Query[Paging]) -> HttpResponse:
    """The uses that I may read, newest first."""
    found = registers.use_rows(registers.uses_visible_to(actor_of(request)), where, paging.q)
    return page(found, UseRow, paging, orderable=BY)


@router.get("/export", operation_id="sealuse_export", openapi_extra=BINARY)
def export_uses(request: HttpRequest, where: Query[UseFilter], asked: Query[Export]) -> HttpResponse:
    """The register as a table to be kept."""
    actor = actor_of(request)
    if actor.has_role(*ADMIN_ROLES):
        raise NotAllowedError("no_business", _("系统管理员不查看业务数据，不能导出"))
    found = registers.use_rows(registers.uses_visible_to(actor), where, asked.q)
    return export(found, UseRow, asked, columns=_columns(), orderable=BY, name=_("用印登记"))


@router.get("/{int:id}", response=UseOut, operation_id="sealuse_detail")
def read_use(request: HttpRequest, id: Path[int]) -> SealUse:
    """One use, from the request to the paper."""
    return get_object_or_404(registers.uses_visible_to(actor_of(request)), pk=id)


add_case_routes(router, USES, visible=registers.uses_visible_to, out=UseOut)


def _columns() -> tuple[Column, ...]:
    return (
        Column("seal_name", _("印章")),
        Column("purpose_label", _("用途")),
        Column("kind_label", _("文种")),
        Column("title", _("用印事由")),
        Column("number", _("发文字号")),
        Column("copies", _("份数"), Kind.NUMBER),
        Column("status_label", _("状态")),
        Column("requested_name", _("申请人姓名")),
        Column("requested_at", _("申请时间"), Kind.DATE),
        Column("approved_name", _("审批人姓名")),
        Column("approved_at", _("审批时间"), Kind.DATE),
        Column("used_name", _("用印人姓名")),
        Column("used_at", _("用印时间"), Kind.DATE),
    )
