"""The course of an application, from its filing to the decision and its paper (clauses 2.1a-b, 2.1e-f, 3.1a-b)."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhunru.admissions import rules, schemas
from zhunru.admissions.models import Application
from zhunru.admissions.parameters import next_stop
from zhunru.admissions.services import deciding, reviewing
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import Branch, Remark, Step, Workflow

A = Application.Status
BODIES = (A.AT_LEADER, A.AT_JOINT_MEETING, A.AT_COMMITTEE)
UNDER_WAY = (A.SUBMITTED, A.RETURNED, A.ACCEPTED, A.FIRST_REVIEWED, A.REVIEWED, *BODIES, A.DEFERRED)


def _decided(
    name: str, label: str | Promise, target: str, effect: Callable[..., None], data: type[Remark]
) -> Step[Application]:
    """Any decision but approval: of the body that decides, recorded by someone who did not review."""
    return Step(
        name=name,
        label=label,
        source=BODIES,
        target=target,
        by=(Role.DECISION_RECORDER,),
        guards=(rules.reviewing.lies_before_who_decides, rules.reviewing.is_not_its_reviewer),
        effect=effect,
        data=data,
    )


APPLICATIONS: Workflow[Application] = Workflow(
    Application,
    Step(
        name="submit",
        label=_("申报"),
        source=(A.DRAFT, A.RETURNED),
        target=A.SUBMITTED,
        by=(Role.DEPARTMENT_HEAD,),
        guards=rules.SUBMISSION,
        effect=reviewing.mark_filed,
    ),
    Step(
        name="return_for_correction",
        label=pgettext_lazy("step", "退回补正"),
        source=(A.SUBMITTED, A.ACCEPTED),
        target=A.RETURNED,
        by=(Role.SOCIAL_WORK_CLERK,),
        guards=(rules.reviewing.returned_only_once,),
        effect=reviewing.return_once,
        data=schemas.Correction,
    ),
    Step(
        name="accept",
        label=_("受理"),
        source=(A.SUBMITTED,),
        target=Branch((A.ACCEPTED, A.FIRST_REVIEWED), reviewing.desk_after_receipt),
        by=(Role.SOCIAL_WORK_CLERK,),
        effect=reviewing.accept,
        data=schemas.Acceptance,
    ),
    Step(
        name="deem_accepted",
        label=_("逾期未答复，视为受理"),
        source=(A.SUBMITTED,),
        target=Branch((A.ACCEPTED, A.FIRST_REVIEWED), reviewing.desk_after_receipt),
        by=(),
        effect=reviewing.accept_silently,
    ),
    Step(
        name="not_accept",
        label=_("不予受理"),
        source=(A.SUBMITTED, A.ACCEPTED),
        target=A.NOT_ACCEPTED,
        by=(Role.SOCIAL_WORK_CLERK,),
        effect=reviewing.refuse_to_accept,
        data=schemas.NotAccepted,
    ),
    Step(
        name="first_review",
        label=_("初审"),
        source=(A.ACCEPTED,),
        target=A.FIRST_REVIEWED,
        by=OFFICE_ROLES,
        guards=(rules.reviewing.is_first_reviewer, rules.reviewing.reviewer_is_not_the_applicant),
        effect=reviewing.record_first_review,
        data=schemas.FirstReviewIn,
    ),
    Step(
        name="review",
        label=_("复审"),
        source=(A.FIRST_REVIEWED,),
        target=A.REVIEWED,
        by=OFFICE_ROLES,
        guards=(
            rules.reviewing.reviewer_is_not_the_applicant,
            rules.reviewing.enough_villages_have_spoken,
            rules.reviewing.consultation_is_over,
            rules.reviewing.objections_are_answered,
        ),
        effect=reviewing.record_findings,
        data=schemas.Findings,
    ),
    Step(
        name="refer",
        label=_("提请研究"),
        source=(A.REVIEWED,),
        target=Branch(BODIES, next_stop),
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(
            rules.reviewing.has_three_findings,
            rules.reviewing.is_lawful,
            rules.reviewing.duplicates_are_judged,
        ),
        effect=reviewing.record_recommendation,
        data=schemas.Referral,
    ),
    Step(
        name="decline",
        label=_("不予提请"),
        source=(A.REVIEWED,),
        target=A.RETURNED,
        by=(Role.SOCIAL_WORK_HEAD,),
        data=schemas.Return,
    ),
    Step(
        name="endorse",
        label=_("登记签批意见"),
        source=(A.AT_LEADER, A.AT_JOINT_MEETING),
        target=Branch((A.AT_JOINT_MEETING, A.AT_COMMITTEE), next_stop),
        by=(Role.DECISION_RECORDER,),
        guards=(rules.reviewing.is_not_its_reviewer, rules.reviewing.lies_before_who_advises),
        effect=deciding.record_endorsement,
        data=schemas.Endorsed,
    ),
    Step(
        name="approve",
        label=_("登记同意决定"),
        source=BODIES,
        target=A.APPROVED,
        by=(Role.DECISION_RECORDER,),
        guards=(
            rules.reviewing.lies_before_who_decides,
            rules.reviewing.is_not_its_reviewer,
            rules.reviewing.has_three_findings,
            rules.reviewing.is_lawful,
            rules.reviewing.basis_holds_today,
            rules.concerned.points_at_matters,
        ),
        effect=deciding.record_approval,
        data=schemas.Approval,
    ),
    _decided("reject", _("登记不同意决定"), A.REJECTED, deciding.record_rejection, schemas.Rejection),
    _decided("defer", _("登记暂缓决定"), A.DEFERRED, deciding.record_deferral, schemas.Deferral),
    _decided("send_back", _("登记退回决定"), A.RETURNED, deciding.record_return, schemas.Rejection),
    _decided("convert", _("登记转购买服务决定"), A.CONVERTED, deciding.record_conversion, schemas.Rejection),
    _decided("merge_into", _("登记并入决定"), A.MERGED, deciding.record_merging, schemas.MergedInto),
    Step(
        name="take_up_again",
        label=_("恢复办理"),
        source=(A.DEFERRED,),
        target=A.FIRST_REVIEWED,
        by=OFFICE_ROLES,
        guards=(rules.reviewing.is_due_again,),
    ),
    Step(
        name="bring_new_facts",
        label=_("补充新的事实"),
        source=(A.DEFERRED,),
        target=A.FIRST_REVIEWED,
        by=(Role.DEPARTMENT_HEAD,),
        effect=reviewing.take_new_facts,
        data=schemas.NewFacts,
        at_will=True,
    ),
    Step(
        name="issue",
        label=_("用印制发文书"),
        source=(A.APPROVED,),
        target=A.ISSUED,
        by=(Role.SEAL_KEEPER,),
        guards=(rules.reviewing.is_not_its_recorder, rules.matters.withdrawal_may_be_sealed),
    ),
    Step(
        name="recall",
        label=_("撤回申请"),
        source=UNDER_WAY,
        target=A.RECALLED,
        by=(Role.DEPARTMENT_HEAD,),
        data=schemas.Return,
        at_will=True,
    ),
    Step(
        name="discard",
        label=_("放弃草稿"),
        source=(A.DRAFT,),
        target=A.RECALLED,
        by=(Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD),
        guards=(rules.submission.has_not_entered,),
        at_will=True,
    ),
    Step(name="lapse", label=_("逾期未补正，视为撤回"), source=(A.RETURNED,), target=A.LAPSED, by=()),
    Step(
        name="end_with_matter",
        label=_("所涉事项已退出或继续保留，申请终止"),
        source=(A.DRAFT, *UNDER_WAY, A.APPROVED),
        target=A.LAPSED,
        by=(),
    ),
)
