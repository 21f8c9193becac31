"""Meetings: an agenda of applications, and the record of what was said on each (clause 3.1b)."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import AgendaItem, Application, Meeting
from zhunru.admissions.parameters import STATUS_OF_BODY
from zhunru.configuration.choices import Body
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import stale

CONVENERS = (*OFFICE_ROLES, Role.DECISION_RECORDER)


@transaction.atomic
def plan(*, actor: Actor, data: schemas.MeetingIn) -> Meeting:
    """A meeting with its agenda."""
    _may_convene(actor)
    meeting = Meeting(body=data.body, held_on=data.held_on, convener_id=actor.person)
    meeting.record(actor=actor, reason=gettext_lazy("拟定议题"))
    _put_on(meeting, data.applications, actor=actor)
    return meeting


@transaction.atomic
def rearrange(meeting: Meeting, *, actor: Actor, data: schemas.AgendaIn) -> Meeting:
    """The whole agenda in its new order; what is left out stays as removed."""
    _may_convene(actor)
    locked: Meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if locked.status != Meeting.Status.PLANNED:
        raise DomainError("held", _("会议已召开或取消，议题不能再变动"))
    if locked.version != data.version:
        raise stale(locked)
    locked.held_on = data.held_on
    locked.record(actor=actor, reason=gettext_lazy("调整议题"))
    for item in locked.items.filter(removed=False).exclude(application_id__in=data.applications):
        item.removed = True
        item.record(actor=actor, reason=gettext_lazy("移出议题"))
    _put_on(locked, data.applications, actor=actor)
    return locked


def _put_on(meeting: Meeting, ids: Iterable[int], *, actor: Actor) -> None:
    wanted = list(dict.fromkeys(ids))
    waiting = Application.objects.filter(pk__in=wanted, status=STATUS_OF_BODY[Body(meeting.body)])
    waiting = waiting.select_for_update(no_key=True).order_by("pk")  # two agendas drawn up at once take turns
    found = {application.pk: application for application in waiting}
    if missing := [id for id in wanted if id not in found]:
        raise DomainError(
            "not_waiting", _("有 %(n)s 个申请目前不在该会议的待议范围") % {"n": len(missing)}, field="applications"
        )
    known = {item.application_id: item for item in meeting.items.all()}
    for place, id in enumerate(wanted, start=1):
        _not_elsewhere(meeting, found[id])
        item = known.get(id) or AgendaItem(meeting=meeting, application=found[id])
        if (item.position, item.removed) != (place, False):
            item.position, item.removed, item.recommendation = place, False, found[id].recommendation
            item.record(actor=actor, reason=gettext_lazy("列入议题"))


def _not_elsewhere(meeting: Meeting, application: Application) -> None:
    other = AgendaItem.objects.filter(application=application, removed=False, meeting__status=Meeting.Status.PLANNED)
    if found := other.exclude(meeting=meeting).select_related("meeting").first():
        raise DomainError(
            "on_another_agenda",
            _("“%(title)s”已列入%(meeting)s的议题") % {"title": application.title, "meeting": found.meeting},
            field="applications",
        )


def _may_convene(actor: Actor) -> None:
    if not actor.has_role(*CONVENERS):
        raise NotAllowedError("role", _("您的角色不能安排会议"))


def close(meeting: Meeting, *, actor: Actor, data: schemas.MeetingRecord) -> None:
    """Its number; the outcomes are the applications' own steps, taken before in the same transaction."""
    left = meeting.items.filter(removed=False).exclude(application_id__in=[one.application for one in data.items])
    left = left.exclude(application__decisions__meeting=meeting).exclude(application__endorsements__meeting=meeting)
    if count := left.count():
        raise DomainError(
            "items_open", _("还有 %(n)s 个议题没有结果，请逐项登记或先移出议题") % {"n": count}, field="items"
        )
    if meeting.held_on > timezone.localdate():
        raise DomainError("future", _("会议日期不能晚于今天"), field="held_on")
    meeting.number = data.number


STEP_DATA: dict[str, Callable[[schemas.ItemDecision, Meeting, str], Any]] = {
    "approve": lambda one, meeting, number: schemas.Approval(**_common(meeting, number), conditions=one.conditions),
    "reject": lambda one, meeting, number: schemas.Rejection(**_common(meeting, number), reasons=_why(one)),
    "defer": lambda one, meeting, number: schemas.Deferral(
        **_common(meeting, number), reasons=_why(one), resubmit_on=_needed(one.resubmit_on, "resubmit_on")
    ),
    "send_back": lambda one, meeting, number: schemas.Rejection(**_common(meeting, number), reasons=_why(one)),
    "convert": lambda one, meeting, number: schemas.Rejection(**_common(meeting, number), reasons=_why(one)),
    "merge_into": lambda one, meeting, number: schemas.MergedInto(
        **_common(meeting, number), reasons=_why(one), matter=_needed(one.matter, "matter")
    ),
    "endorse": lambda one, meeting, number: schemas.Endorsed(
        reference=number, given_on=meeting.held_on, opinion=_why(one), meeting=meeting.pk
    ),
}
"""What each outcome's step is told."""


def _common(meeting: Meeting, number: str) -> dict[str, Any]:
    return {"resolution_number": number, "meeting_on": meeting.held_on, "meeting": meeting.pk}


def _why(one: schemas.ItemDecision) -> str:
    return str(_needed(one.reasons, "reasons"))


def _needed[T](value: T | None, field: str) -> T:
    if not value:
        raise DomainError("incomplete", _("请填写该议题结果所需的内容"), field=field)
    return value
