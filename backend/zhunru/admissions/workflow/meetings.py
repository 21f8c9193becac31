"""The course of a meeting (clause 3.1b)."""

from django.utils.translation import gettext_lazy as _

from zhunru.admissions import schemas
from zhunru.admissions.models import Meeting
from zhunru.admissions.services import meetings
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import Step, Workflow

G = Meeting.Status

MEETINGS: Workflow[Meeting] = Workflow(
    Meeting,
    Step(
        name="close",
        label=_("登记会议结果"),
        source=(G.PLANNED,),
        target=G.HELD,
        by=(),
        effect=meetings.close,
        data=schemas.MeetingRecord,
    ),
    Step(
        name="cancel",
        label=_("取消会议"),
        source=(G.PLANNED,),
        target=G.CANCELLED,
        by=(*OFFICE_ROLES, Role.DECISION_RECORDER),
        data=schemas.Return,
        at_will=True,
    ),
)
