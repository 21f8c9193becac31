"""The course of an edition (rules L-02 and L-03): drafted, heard, decided, published; or given up."""

from django.utils.translation import gettext_lazy as _

from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow
from zhunru.lists import schemas
from zhunru.lists.models import Edition
from zhunru.lists.services import publishing

E = Edition.Status

EDITIONS: Workflow[Edition] = Workflow(
    Edition,
    Step(
        name="consult",
        label=_("征求意见"),
        source=(E.DRAFT,),
        target=E.CONSULTATION,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(publishing.has_entries,),
        effect=publishing.open_consultation,
        at_will=True,
    ),
    Step(
        name="revise",
        label=_("退回修改"),
        source=(E.CONSULTATION, E.APPROVED),
        target=E.DRAFT,
        by=(Role.SOCIAL_WORK_HEAD,),
        effect=publishing.take_back,
        data=schemas.Because,
        at_will=True,
    ),
    Step(
        name="approve",
        label=_("登记批准决定"),
        source=(E.CONSULTATION,),
        target=E.APPROVED,
        by=(Role.DECISION_RECORDER,),
        guards=(publishing.has_entries, publishing.has_been_heard, publishing.comments_are_answered),
        effect=publishing.record_decision,
        data=schemas.ListDecision,
    ),
    Step(
        name="publish",
        label=_("公布"),
        source=(E.APPROVED,),
        target=E.PUBLISHED,
        by=(Role.SEAL_KEEPER,),
        effect=publishing.publish,
        data=schemas.Publication,
    ),
    Step(
        name="discard",
        label=_("作废"),
        source=Edition.UNDERWAY,
        target=E.DISCARDED,
        by=(Role.SOCIAL_WORK_HEAD,),
        data=schemas.Because,
        at_will=True,
    ),
)
