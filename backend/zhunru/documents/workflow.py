"""The course of a seal's use (用印登记) and of a paper that is written by hand."""

from django.utils.translation import gettext_lazy as _

from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import Step, Workflow
from zhunru.documents import drafting, rules, schemas, using
from zhunru.documents.models import Draft, SealUse

U = SealUse.Status
D = Draft.Status
APPROVERS = (Role.SOCIAL_WORK_HEAD, Role.LEADER, Role.DEPARTMENT_HEAD)

USES: Workflow[SealUse] = Workflow(
    SealUse,
    Step(
        name="approve",
        label=_("批准用印"),
        source=(U.REQUESTED,),
        target=U.APPROVED,
        by=APPROVERS,
        guards=(rules.is_their_seal, rules.is_not_their_own, rules.is_not_the_keeper, rules.seal_is_in_force),
        effect=using.approve,
        data=schemas.Approving,
    ),
    Step(
        name="refuse",
        label=_("不同意用印"),
        source=(U.REQUESTED,),
        target=U.REFUSED,
        by=APPROVERS,
        guards=(rules.is_their_seal, rules.is_not_the_keeper),
        effect=using.refuse,
        data=schemas.Refusing,
    ),
    Step(
        name="use",
        label=_("用印"),
        source=(U.APPROVED,),
        target=U.USED,
        by=(Role.SEAL_KEEPER,),
        guards=(rules.is_the_keeper, rules.did_not_approve, rules.seal_is_in_force),
        effect=using.use,
    ),
    Step(
        name="cancel",
        label=_("取消申请"),
        source=(U.REQUESTED, U.APPROVED),
        target=U.CANCELLED,
        by=OFFICE_ROLES,
        guards=(rules.asked_for_it,),
        at_will=True,
    ),
)

DRAFTS: Workflow[Draft] = Workflow(
    Draft,
    Step(
        name="request",
        label=_("申请用印"),
        source=(D.DRAFT,),
        target=D.REQUESTED,
        by=OFFICE_ROLES,
        guards=(rules.draft_is_whole,),
        effect=drafting.ask_for_seal,
        data=schemas.Requesting,
        at_will=True,
    ),
    Step(
        name="take_back",
        label=_("撤回申请"),
        source=(D.REQUESTED, D.APPROVED),
        target=D.DRAFT,
        by=OFFICE_ROLES,
        at_will=True,
    ),
    Step(name="agree", label=_("同意用印"), source=(D.REQUESTED,), target=D.APPROVED, by=()),
    Step(name="send_back", label=_("退回修改"), source=(D.REQUESTED, D.APPROVED), target=D.DRAFT, by=()),
    Step(
        name="issue",
        label=_("印发"),
        source=(D.APPROVED,),
        target=D.ISSUED,
        by=(),
        effect=drafting.take_paper,
    ),
    Step(
        name="abandon", label=_("作罢"), source=(D.DRAFT,), target=D.ABANDONED, by=OFFICE_ROLES, at_will=True
    ),
)  # fmt: skip
