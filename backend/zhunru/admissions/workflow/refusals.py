"""The course of a refusal by a village (clause 1.3a)."""

from django.utils.translation import gettext_lazy as _

from zhunru.admissions import rules, schemas
from zhunru.admissions.models import RefusalCase
from zhunru.admissions.services import answering
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

R = RefusalCase.Status

REFUSALS: Workflow[RefusalCase] = Workflow(
    RefusalCase,
    Step(
        name="withdraw_demand",
        label=_("收回要求"),
        source=(R.FILED,),
        target=R.DEMAND_WITHDRAWN,
        by=(Role.DEPARTMENT_HEAD,),
        effect=answering.record_answer,
        data=schemas.CaseAnswer,
    ),
    Step(
        name="apply",
        label=_("依程序申请准入"),
        source=(R.FILED,),
        target=R.APPLIED,
        by=(Role.DEPARTMENT_HEAD,),
        effect=answering.record_application,
        data=schemas.CaseApplied,
    ),
    Step(
        name="contest",
        label=_("提出异议"),
        source=(R.FILED,),
        target=R.CONTESTED,
        by=(Role.DEPARTMENT_HEAD,),
        effect=answering.record_answer,
        data=schemas.CaseAnswer,
    ),
    Step(
        name="uphold",
        label=_("裁定拒绝成立"),
        source=(R.CONTESTED, R.FILED),
        target=R.UPHELD,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.matters.may_be_ruled_on,),
        effect=answering.record_ruling,
        data=schemas.Ruling,
    ),
    Step(
        name="overrule",
        label=_("裁定拒绝不成立"),
        source=(R.CONTESTED,),
        target=R.OVERRULED,
        by=(Role.SOCIAL_WORK_HEAD,),
        effect=answering.record_ruling,
        data=schemas.Ruling,
    ),
)
