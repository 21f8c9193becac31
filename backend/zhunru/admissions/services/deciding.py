"""Effects of the steps at leader, joint meeting and standing committee (clause 3.1b, A-15, A-16)."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import AgendaItem, Application, Decision, Endorsement, Matter, Meeting
from zhunru.admissions.papers import answering
from zhunru.admissions.parameters import BODY_OF_STATUS, parameters_of
from zhunru.admissions.services import founding
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError

Outcome = Decision.Outcome


def record_endorsement(application: Application, *, actor: Actor, data: schemas.Endorsed) -> None:
    """What a body says that does not decide itself."""
    Endorsement(
        application=application,
        body=_body(application),
        reference=data.reference,
        given_on=_not_in_future(data.given_on, "given_on"),
        opinion=data.opinion,
        meeting=_meeting(data.meeting, application),
        recorder_id=actor.person,
    ).record(actor=actor, reason=gettext_lazy("登记签批意见"))


def record_approval(application: Application, *, actor: Actor, data: schemas.Approval) -> None:
    """The decision and what comes of it, to be sealed next: one transaction (clause 2.1b)."""
    outcome = Outcome.CONDITIONAL if data.conditions else Outcome.APPROVED
    _record(application, outcome, actor=actor, data=data, conditions=data.conditions)
    founding.found(application, conditions=data.conditions, actor=actor)


def record_rejection(application: Application, *, actor: Actor, data: schemas.Rejection) -> None:
    decision = _record(application, Outcome.REJECTED, actor=actor, data=data, reasons=data.reasons)
    again_on = decision.meeting_on + relativedelta(months=parameters_of(application).resubmit_months)
    answering.issue_rejection(application, data.reasons, actor=actor, resubmit_on=again_on)


def record_deferral(application: Application, *, actor: Actor, data: schemas.Deferral) -> None:
    _record(application, Outcome.DEFERRED, actor=actor, data=data, reasons=data.reasons, resubmit_on=data.resubmit_on)
    answering.issue_deferral(application, data.reasons, actor=actor, resubmit_on=data.resubmit_on)


def record_return(application: Application, *, actor: Actor, data: schemas.Rejection) -> None:
    _record(application, Outcome.RETURNED, actor=actor, data=data, reasons=data.reasons)


def record_conversion(application: Application, *, actor: Actor, data: schemas.Rejection) -> None:
    """Not admitted: the department may buy the service by contract instead."""
    _record(application, Outcome.CONVERTED, actor=actor, data=data, reasons=data.reasons)
    answering.issue_conversion(application, data.reasons, actor=actor)


def record_merging(application: Application, *, actor: Actor, data: schemas.MergedInto) -> None:
    """Not a matter of its own: it is part of one that is in force."""
    matter = Matter.objects.filter(pk=data.matter, status=Matter.Status.IN_FORCE).first()
    if matter is None:
        raise DomainError("no_matter", _("请选择一个生效事项"), field="matter")
    _record(application, Outcome.MERGED, actor=actor, data=data, reasons=data.reasons, merged_into=matter)
    answering.issue_consolidation(application, data.reasons, matter, actor=actor)


def _record(
    application: Application, outcome: Decision.Outcome, *, actor: Actor, data: schemas.Resolution, **more: Any
) -> Decision:
    decision = Decision(
        application=application,
        body=_body(application),
        outcome=outcome,
        resolution_number=data.resolution_number,
        meeting_on=_not_in_future(data.meeting_on, "meeting_on"),
        meeting=_meeting(data.meeting, application),
        recorder_id=actor.person,
        recorded_for_id=actor.acts_for,
        **more,
    )
    decision.record(actor=actor, reason=gettext_lazy("登记决定"))
    return decision


def _body(application: Application) -> str:
    return BODY_OF_STATUS[Application.Status(application.status)]


def _not_in_future(day: Any, field: str) -> Any:
    if day > timezone.localdate():
        raise DomainError("future", _("日期不能晚于今天"), field=field)
    return day


def _meeting(id: int | None, application: Application) -> Meeting | None:
    if id is None:
        return None
    on_agenda = AgendaItem.objects.filter(meeting_id=id, application=application, removed=False)
    meeting = Meeting.objects.filter(pk=id, body=_body(application), items__in=on_agenda).first()
    if meeting is None or meeting.status == Meeting.Status.CANCELLED:
        raise DomainError("not_on_agenda", _("该申请不在这次会议的议题中"), field="meeting")
    return meeting
