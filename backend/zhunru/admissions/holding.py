"""The record of a meeting: each application's own step, and the meeting's number, in one transaction."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from zhunru.admissions import schemas
from zhunru.admissions.models import Meeting
from zhunru.admissions.services.meetings import STEP_DATA
from zhunru.admissions.workflow import APPLICATIONS, MEETINGS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role


@transaction.atomic
def record(meeting: Meeting, *, actor: Actor, data: schemas.MeetingRecord) -> Meeting:
    """Take every item's step; the first that cannot be taken stops all, named by its place (`items.2`)."""
    if not actor.has_role(Role.DECISION_RECORDER):
        raise NotAllowedError("role", _("只有决定登记员可以登记会议结果"))
    locked: Meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    on_agenda = {item.application_id: item.application for item in locked.items.filter(removed=False)}
    for place, one in enumerate(data.items):
        application = on_agenda.get(one.application)
        if application is None:
            raise DomainError("not_on_agenda", _("该申请不在这次会议的议题中"), field=f"items.{place}")
        try:
            APPLICATIONS.take(one.outcome, application, actor=actor, data=_data(one, locked, data.number))
        except DomainError as error:
            said = _("“%(title)s”：%(why)s") % {"title": application.title, "why": error.message}
            raise DomainError(error.code, said, field=f"items.{place}.{error.field or 'outcome'}") from error
    return MEETINGS.perform("close", locked, actor=actor, data=data)


def _data(one: schemas.ItemDecision, meeting: Meeting, number: str) -> Any:
    """What the step is told; words that do not fit one another are a fault of the item, in the same sentence."""
    try:
        return STEP_DATA[one.outcome](one, meeting, number)
    except ValidationError as error:
        fault = error.errors()[0]
        named = str(fault["loc"][0]) if fault["loc"] else "resubmit_on"
        raise DomainError("invalid", fault["msg"], field=named) from error
