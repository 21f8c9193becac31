"""The course of an application and of an admitted matter (clauses 2.1a-d, 3.1a-b)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhunru.admissions import rules, schemas, services
from zhunru.admissions.models import Application, Matter
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

A = Application.Status
M = Matter.Status

APPLICATIONS: Workflow[Application] = Workflow(
    Application,
    Step(
        name="submit",
        label=_("申报"),
        source=(A.DRAFT, A.RETURNED),
        target=A.SUBMITTED,
        by=(Role.DEPARTMENT_HEAD,),
        guards=rules.SUBMISSION,
        effect=services.mark_filed,
    ),
    Step(
        name="return_for_correction",
        label=pgettext_lazy("step", "退回补正"),
        source=(A.SUBMITTED,),
        target=A.RETURNED,
        by=(Role.SOCIAL_WORK_CLERK,),
        data=schemas.Return,
    ),
    Step(
        name="accept",
        label=_("受理"),
        source=(A.SUBMITTED,),
        target=A.ACCEPTED,
        by=(Role.SOCIAL_WORK_CLERK,),
    ),
    Step(
        name="review",
        label=_("复审"),
        source=(A.ACCEPTED,),
        target=A.REVIEWED,
        by=(Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD),
        guards=(rules.reviewer_is_not_the_applicant,),
        effect=services.record_findings,
        data=schemas.Findings,
    ),
    Step(
        name="refer",
        label=_("提请常委会研究"),
        source=(A.REVIEWED,),
        target=A.AT_COMMITTEE,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.has_three_findings, rules.is_lawful),
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
        name="approve",
        label=_("登记同意决定"),
        source=(A.AT_COMMITTEE,),
        target=A.APPROVED,
        by=(Role.DECISION_RECORDER,),
        guards=(rules.is_not_its_reviewer, rules.has_three_findings, rules.is_lawful),
        effect=services.record_approval,
        data=schemas.Resolution,
    ),
    Step(
        name="reject",
        label=_("登记不同意决定"),
        source=(A.AT_COMMITTEE,),
        target=A.REJECTED,
        by=(Role.DECISION_RECORDER,),
        guards=(rules.is_not_its_reviewer,),
        effect=services.record_rejection,
        data=schemas.Rejection,
    ),
    Step(
        name="issue",
        label=_("用印制发批准文书"),
        source=(A.APPROVED,),
        target=A.ISSUED,
        by=(Role.SEAL_KEEPER,),
    ),
)

MATTERS: Workflow[Matter] = Workflow(
    Matter,
    Step(
        name="take_effect",
        label=_("生效"),
        source=(M.PENDING,),
        target=M.IN_FORCE,
        by=(),
        effect=services.bring_into_force,
    ),
    Step(
        name="order_withdrawal",
        label=_("提出撤销"),
        source=(M.IN_FORCE,),
        target=M.WITHDRAWING,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.has_its_document,),
        effect=services.order_withdrawal,
        data=schemas.WithdrawalOrder,
        at_will=True,
    ),
    Step(
        name="withdraw",
        label=_("用印撤销"),
        source=(M.WITHDRAWING,),
        target=M.WITHDRAWN,
        by=(Role.SEAL_KEEPER,),
        effect=services.withdraw,
    ),
)
