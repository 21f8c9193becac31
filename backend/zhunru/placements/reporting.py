"""The township registers an urgent entry because the department has not (clause 2.1e, A-24)."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import departments_in_office
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import ObjectType
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.lists import queries as lists
from zhunru.placements import schemas
from zhunru.placements.discretion import names_no_person
from zhunru.placements.models import UrgentReport


@transaction.atomic
def file(*, actor: Actor, data: schemas.UrgentReportIn, client_key: UUID | None) -> UrgentReport:
    """What the county will make the urgent matter of, checked here already; sent twice, it is one."""
    if not actor.has_role(Role.TOWNSHIP_OFFICER):
        raise NotAllowedError("role", _("只有乡镇工作人员可以代为登记"))
    if known := _sent_before(client_key):
        return known
    names_no_person(actor, title=data.title, village_duty=data.village_duty, late_reason=data.late_reason)
    _check(data)
    department = departments_in_office().filter(pk=data.department).first()
    if department is None:
        raise DomainError("no_department", _("请选择责任部门"), field="department")
    report = UrgentReport(
        department_id=department.pk,
        department=department.name,
        scope=_own_villages(data.scope, actor),
        reported_at=timezone.now(),
        client_key=client_key,
        **data.model_dump(exclude={"department", "scope"}),
    )
    try:
        with transaction.atomic():
            report.record(actor=actor, reason=gettext_lazy("代登记紧急事项先行进入"))
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(client_key):
            return known
        raise
    return report


def _sent_before(client_key: UUID | None) -> UrgentReport | None:
    found: UrgentReport | None = UrgentReport.objects.filter(client_key=client_key).first() if client_key else None
    return found


def _check(data: schemas.UrgentReportIn) -> None:
    """As the county will ask; told at the field where it can still be mended."""
    terms, now = configuration.current().values.urgent, timezone.now()
    if data.ground not in terms.grounds:
        raise DomainError("ground", _("请从列明的紧急情形中选择"), field="ground")
    if data.entered_at > now:
        raise DomainError("entered_at", _("先行进入时间不能晚于现在"), field="entered_at")
    if now - data.entered_at > timedelta(days=terms.max_calendar_days):
        raise DomainError(
            "too_old",
            _("先行进入已超过 %(days)s 天，不能再按紧急事项登记") % {"days": terms.max_calendar_days},
            field="entered_at",
        )
    if now - data.entered_at > timedelta(hours=terms.registration_hours) and not data.late_reason:
        raise DomainError(
            "late",
            _("已超过进入后 %(hours)s 小时，请说明逾时登记的理由") % {"hours": terms.registration_hours},
            field="late_reason",
        )
    if entry := lists.forbidding(data.title, object_type=ObjectType.WORK_MATTER, department_id=data.department):
        raise DomainError(
            "negative_list",
            _("该事项属于工作负面事项清单 %(code)s“%(title)s”，不得进入村（社区）")
            % {"code": entry.code, "title": entry.title},
            field="title",
        )


def _own_villages(codes: list[str], actor: Actor) -> list[str]:
    """A township reports what has entered its own villages."""
    own = Village.objects.filter(code__in=codes, township__schema_name=actor.realm, ended_on=None)
    found = sorted(own.values_list("code", flat=True))
    if set(found) != set(codes):
        raise DomainError("outside_township", _("只能登记进入本乡镇村（社区）的事项"), field="scope")
    return found
