"""先进后批: a matter enters villages first and is decided on after, on a clock (clause 2.1e, A-24)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.papers import ending
from zhunru.admissions.rules import basis, submission
from zhunru.admissions.services.founding import code_of
from zhunru.admissions.workflow import MATTERS
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category
from zhunru.configuration.schema import UrgentSettings
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.workdays import clocks


@transaction.atomic
def register(*, actor: Actor, data: schemas.UrgentIn, client_key: UUID | None = None) -> Matter:
    """The entry, its provisional paper and the deliveries, at once; the full application is due later.

    DomainError: a ground that is not on the list, an entry in the future, registration after the hours
    allowed without a reason, what the negative list forbids.
    """
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id is None:
        raise NotAllowedError("role", _("只有县直部门可以登记紧急事项"))
    if known := _registered_before(actor, client_key):
        return known
    version = configuration.current()
    terms = version.values.urgent
    _check(data, terms)
    application = Application(
        department_id=actor.organisation_id,
        category=Category.URGENT,
        configuration=version,
        drafted_by_id=actor.person,
        client_key=client_key,
        starts_on=timezone.localdate(data.entered_at),
        **data.model_dump(exclude={"scope"}),
        scope=sorted(set(data.scope)),
    )
    submission.names_villages(application, actor)
    submission.is_declared_open(application, actor)
    basis.not_on_negative_list(application, actor)
    application.record(actor=actor, reason=gettext_lazy("登记紧急事项先行进入"))
    return _enter(application, data.entered_at, terms, actor)


def _registered_before(actor: Actor, client_key: UUID | None) -> Matter | None:
    if client_key is None:
        return None
    sent = Matter.objects.filter(application__client_key=client_key, application__drafted_by_id=actor.person)
    found: Matter | None = sent.first()
    return found


def _check(data: schemas.UrgentIn, terms: UrgentSettings) -> None:
    now = timezone.now()
    if data.urgent_ground not in [str(ground.value) for ground in terms.grounds]:
        raise DomainError("ground", _("请从列明的紧急情形中选择"), field="urgent_ground")
    if timezone.is_naive(data.entered_at) or data.entered_at > now:
        raise DomainError("entered_at", _("先行进入时间不能晚于现在"), field="entered_at")
    if now - data.entered_at > timedelta(hours=terms.registration_hours) and not data.late_reason:
        raise DomainError(
            "late",
            _("已超过进入后 %(hours)s 小时，请说明逾时登记的理由") % {"hours": terms.registration_hours},
            field="late_reason",
        )


def _enter(application: Application, entered_at: datetime, terms: UrgentSettings, actor: Actor) -> Matter:
    """The provisional matter with its paper; every township in scope is told at once."""
    entered_on = timezone.localdate(entered_at)
    ends_on = entered_on + timedelta(days=terms.max_calendar_days)
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
        registered_by=None,
        apply_by=apply_by,
        decide_by=clocks.due(apply_by, terms.decision_days) if apply_by else None,
        days=(terms.application_days, terms.decision_days),
        ends_on=ends_on,
    )
    clocks.start(
        application, "urgent_application", limit=terms.application_days, on=entered_on, title=application.title,
        role=Role.DEPARTMENT_HEAD, organisation_id=application.department_id, pausable=False,
    )  # fmt: skip
    return MATTERS.perform("enter_first", matter, actor=actor, data=schemas.Sealed(paper=paper.pk))
