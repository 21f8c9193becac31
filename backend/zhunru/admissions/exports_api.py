"""Routes that give a list as a table to be kept: the same filters, search and order as the list that is shown."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from zhunru.admissions import listing, schemas
from zhunru.admissions.schemas.exports import ApplicationExport, MatterExport, RefusalExport
from zhunru.core.actors import Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.roles import ADMIN_ROLES
from zhunru.core.routes import actor_of
from zhunru.files.answers import BINARY
from zhunru.files.exports import Export, export
from zhunru.files.sheets import Column, Kind

applications = Router(tags=["applications"])
matters = Router(tags=["matters"])
refusals = Router(tags=["refusals"])


def _reader(request: HttpRequest) -> Actor:
    """Administrators manage accounts and see no business: they have nothing to export."""
    actor = actor_of(request)
    if actor.has_role(*ADMIN_ROLES):
        raise NotAllowedError("no_business", _("系统管理员不查看业务数据，不能导出"))
    return actor


@applications.get("/export", operation_id="application_export", openapi_extra=BINARY)
def export_applications(
    request: HttpRequest, where: Query[schemas.ApplicationFilter], asked: Query[Export]
) -> HttpResponse:
    return export(
        listing.applications(_reader(request), where, asked.q),
        ApplicationExport,
        asked,
        columns=_application_columns(),
        orderable=listing.APPLICATIONS_BY,
        name=_("准入申请"),
    )


@matters.get("/export", operation_id="matter_export", openapi_extra=BINARY)
def export_matters(request: HttpRequest, where: Query[schemas.MatterFilter], asked: Query[Export]) -> HttpResponse:
    return export(
        listing.matters(_reader(request), where, asked.q).annotate(number=F("document__number")),
        MatterExport,
        asked,
        columns=_matter_columns(),
        orderable=listing.MATTERS_BY,
        name=_("准入事项"),
    )


@refusals.get("/export", operation_id="refusal_export", openapi_extra=BINARY)
def export_refusals(request: HttpRequest, where: Query[schemas.RefusalFilter], asked: Query[Export]) -> HttpResponse:
    return export(
        listing.refusals(_reader(request), where, asked.q),
        RefusalExport,
        asked,
        columns=_refusal_columns(),
        orderable=listing.REFUSALS_BY,
        name=_("拒绝事项"),
    )


def _application_columns() -> tuple[Column, ...]:
    return (
        Column("title", _("事项名称")),
        Column("department", _("申请单位")),
        Column("kind_label", _("申请类型")),
        Column("object_type_label", _("准入对象类型")),
        Column("category_label", _("事项类别")),
        Column("status_label", _("状态")),
        Column("submitted_at", _("申报时间"), Kind.DATE),
        Column("due_on", _("办理期限"), Kind.DATE),
        Column("villages", _("涉及村（社区）数"), Kind.NUMBER),
        Column("person_days", _("每村每月工作量（人日）"), Kind.NUMBER),
        Column("funding_amount", _("每村工作经费（元）"), Kind.NUMBER),
        Column("starts_on", _("开始日期"), Kind.DATE),
        Column("ends_on", _("结束日期"), Kind.DATE),
        Column("contact_name", _("联系人")),
        Column("phone", _("联系电话")),
    )


def _matter_columns() -> tuple[Column, ...]:
    return (
        Column("title", _("事项名称")),
        Column("code", _("事项编码")),
        Column("department", _("责任部门")),
        Column("object_type_label", _("准入对象类型")),
        Column("category_label", _("事项类别")),
        Column("status_label", _("状态")),
        Column("number", _("现行文书")),
        Column("starts_on", _("开始日期"), Kind.DATE),
        Column("ends_on", _("结束日期"), Kind.DATE),
        Column("review_on", _("复核日期"), Kind.DATE),
        Column("readmit_by", _("重新准入期限"), Kind.DATE),
        Column("villages", _("涉及村（社区）数"), Kind.NUMBER),
        Column("person_days", _("每村每月工作量（人日）"), Kind.NUMBER),
        Column("funding_amount", _("每村工作经费（元）"), Kind.NUMBER),
        Column("village_duty", _("村（社区）职责")),
    )


def _refusal_columns() -> tuple[Column, ...]:
    return (
        Column("demand", _("要求的内容")),
        Column("department", _("提出要求的部门")),
        Column("township", _("乡镇")),
        Column("village", _("村（社区）")),
        Column("demanded_on", _("要求日期"), Kind.DATE),
        Column("reason_labels", _("拒绝理由")),
        Column("filed_at", _("登记时间"), Kind.DATE),
        Column("due_on", _("答复期限"), Kind.DATE),
        Column("status_label", _("状态")),
        Column("answer", _("部门答复")),
    )
