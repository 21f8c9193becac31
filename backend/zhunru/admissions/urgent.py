"""先进后批: a matter enters villages first and is decided on after, on a clock (clause 2.1e, A-24)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import deadlines, schemas
from zhunru.admissions.models import Application, Matter, UrgentReport
from zhunru.admissions.papers import ending
from zhunru.admissions.rules import basis, submission
from zhunru.admissions.services.founding import code_of
from zhunru.admissions.workflow import MATTERS
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category
from zhunru.configuration.schema import UrgentSettings
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.workdays import clocks


def register(*, actor: Actor, data: schemas.UrgentIn, client_key: UUID | None = None) -> Matter:
    """The entry, its provisional paper and the deliveries, at once; the full application is due later.

    DomainError: a ground that is not on the list, an entry in the future or longer ago than such a matter may
    last, registration after the hours allowed without a reason, what the negative list forbids.
    """
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id is None:
        raise NotAllowedError("role", _("只有县直部门可以登记紧急事项"))
    if known := _registered_before(actor, client_key):
        return known
    application = Application(
        department_id=actor.organisation_id,
        drafted_by_id=actor.person,
        drafted_for_id=actor.acts_for,
        client_key=client_key,
        registered_at=timezone.now(),
        **data.model_dump(),
    )
    try:
        with transaction.atomic():
            return _enter_first(application, actor=actor, registered_by=None)
    except IntegrityError as error:  # the same key, sent at the same moment, was faster
        if known := _registered_before(actor, client_key):
            return known
        raise DomainError("key_used", _("该请求已用于其他申请，请刷新页面后重试")) from error


def _registered_before(actor: Actor, client_key: UUID | None) -> Matter | None:
    if client_key is None:
        return None
    sent = Matter.objects.filter(application__client_key=client_key, application__drafted_by_id=actor.person)
    found: Matter | None = sent.first()
    return found


@transaction.atomic
def take_up(report_id: int) -> None:
    """What a township has registered on a department's behalf becomes its urgent matter, or is declined in words.

    Taken up once, however often it is tried; the department may add to its draft what the township did not know.
    """
    report = UrgentReport.objects.select_for_update(of=("self",)).select_related("township").get(pk=report_id)
    if report.status != UrgentReport.Status.WAITING:
        return
    application = Application(
        department_id=report.department_id,
        registered_at=report.reported_at,
        title=report.title,
        urgent_ground=report.ground,
        entered_at=report.entered_at,
        late_reason=report.late_reason,
        village_duty=report.village_duty,
        scope=report.scope,
        not_secret=True,
    )
    try:
        with transaction.atomic():
            report.matter = _enter_first(application, actor=SYSTEM, registered_by=report.township.name)
        report.status = UrgentReport.Status.DONE
    except DomainError as error:
        if error.field is None:  # nothing that the township has written: it is tried again
            raise
        report.status, report.reason = UrgentReport.Status.DECLINED, error.message
    report.done_at = timezone.now()
    report.save(update_fields=["status", "reason", "matter", "done_at"])


def _enter_first(application: Application, *, actor: Actor, registered_by: str | None) -> Matter:
    """Registered with both times; in the villages at once, with a paper that says that nothing is approved yet."""
    version = configuration.current()
    terms = version.values.urgent
    _check(application, terms)
    application.category, application.configuration = Category.URGENT, version
    application.starts_on = timezone.localdate(application.entered_at)
    application.scope = sorted(set(application.scope))
    submission.names_villages(application, actor)
    submission.is_declared_open(application, actor)
    basis.not_on_negative_list(application, actor)
    application.record(actor=actor, reason=gettext_lazy("登记紧急事项先行进入"))
    deadlines.begin_urgent(application, application.starts_on)
    return _enter(application, terms, actor=actor, registered_by=registered_by)


def _check(application: Application, terms: UrgentSettings) -> None:
    entered_at, registered_at = _times(application)
    if application.urgent_ground not in [str(ground.value) for ground in terms.grounds]:
        raise DomainError("ground", _("请从列明的紧急情形中选择"), field="urgent_ground")
    if entered_at > registered_at:
        raise DomainError("entered_at", _("先行进入时间不能晚于现在"), field="entered_at")
    if timezone.localdate() > _last_day(entered_at, terms):
        raise DomainError(
            "too_old",
            _("先行进入已超过 %(days)s 天，不能再按紧急事项登记") % {"days": terms.max_calendar_days},
            field="entered_at",
        )
    if registered_at - entered_at > timedelta(hours=terms.registration_hours) and not application.late_reason:
        raise DomainError(
            "late",
            _("已超过进入后 %(hours)s 小时，请说明逾时登记的理由") % {"hours": terms.registration_hours},
            field="late_reason",
        )


def _times(application: Application) -> tuple[datetime, datetime]:
    """When it entered and when that was registered; DomainError for a time that says no zone."""
    entered_at, registered_at = application.entered_at, application.registered_at
    if entered_at is None or registered_at is None or timezone.is_naive(entered_at):
        raise DomainError("entered_at", _("请填写先行进入时间"), field="entered_at")
    return entered_at, registered_at


def _last_day(entered_at: datetime, terms: UrgentSettings) -> date:
    """It holds for so many calendar days at most, whatever is decided."""
    return timezone.localdate(entered_at) + timedelta(days=terms.max_calendar_days)


def _enter(application: Application, terms: UrgentSettings, *, actor: Actor, registered_by: str | None) -> Matter:
    """The provisional matter with its paper; every township in scope is told at once."""
    entered_at, _registered_at = _times(application)
    entered_on, ends_on = timezone.localdate(entered_at), _last_day(entered_at, terms)
    matter = Matter(
        code=code_of(application),
        application=application,
        department_id=application.department_id,
        category=Category.URGENT,
        title=application.title,
        village_duty=application.village_duty,
        scope=application.scope,
        starts_on=entered_on,
        ends_on=ends_on,
    )
    matter.record(actor=actor, reason=gettext_lazy("紧急事项先行进入"))
    apply_by = clocks.due(entered_on, terms.application_days)
    paper = ending.issue_provisional(
        matter,
        application,
        actor=actor,
        entered_at=entered_at,
        registered_by=registered_by,
        apply_by=apply_by,
        decide_by=clocks.due(apply_by, terms.decision_days) if apply_by else None,
        days=(terms.application_days, terms.decision_days),
        ends_on=ends_on,
    )
    return MATTERS.perform("enter_first", matter, actor=actor, data=schemas.Sealed(paper=paper.pk))
