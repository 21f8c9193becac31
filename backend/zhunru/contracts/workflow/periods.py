"""The course of an acceptance period (domain 5.5; P-10 to P-12)."""

from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models import Period
from zhunru.contracts.rules import assessing as rules
from zhunru.contracts.schemas.periods import (
    Conclusion,
    Countersignature,
    Defence,
    DefenceAnswer,
    PanelIn,
    Proposal,
    SelfReport,
)
from zhunru.contracts.services import accepting, assessing, mediating
from zhunru.core.roles import Role
from zhunru.core.workflow import Branch, Step, Workflow

S = Period.Status
VILLAGE = (Role.VILLAGE_OFFICER,)
OWN = (rules.is_own_village,)

PERIODS: Workflow[Period] = Workflow(
    Period,
    Step(
        name="report",
        label=_("提交自评报告"),
        source=(S.PLANNED, S.REMEDY),
        target=S.REPORTED,
        by=VILLAGE,
        guards=(*OWN, rules.contract_is_under_work, rules.has_begun, rules.earlier_are_settled),
        effect=assessing.report,
        data=SelfReport,
    ),
    Step(
        name="assess",
        label=_("完成条款评定"),
        source=(S.REPORTED,),
        target=S.ASSESSED,
        by=(Role.DEPARTMENT_CLERK,),
        guards=(assessing.is_all_judged,),
        effect=assessing.close_assessment,
    ),
    Step(
        name="agree",
        label=_("同意评定"),
        source=(S.ASSESSED, S.ANSWERED),
        target=S.AGREED,
        by=VILLAGE,
        guards=OWN,
        effect=mediating.settle,
    ),
    Step(
        name="defend",
        label=_("提出申辩"),
        source=(S.ASSESSED,),
        target=S.DEFENDED,
        by=VILLAGE,
        guards=(*OWN, mediating.within_defence_term),
        effect=mediating.defend,
        data=Defence,
    ),
    Step(
        name="answer",
        label=_("答复申辩"),
        source=(S.DEFENDED,),
        target=S.ANSWERED,
        by=(Role.DEPARTMENT_HEAD,),
        effect=mediating.answer,
        data=DefenceAnswer,
    ),
    Step(
        name="mediate",
        label=_("申请乡镇调解"),
        source=(S.ANSWERED,),
        target=S.AT_TOWNSHIP,
        by=VILLAGE,
        guards=OWN,
        effect=mediating.settle,
    ),
    Step(
        name="propose",
        label=_("提出调解意见"),
        source=(S.AT_TOWNSHIP,),
        target=S.PROPOSED,
        by=(Role.TOWNSHIP_OFFICER,),
        effect=mediating.propose,
        data=Proposal,
    ),
    Step(
        name="settle",
        label=_("接受调解结果"),
        source=(S.PROPOSED,),
        target=S.AGREED,
        by=VILLAGE,
        guards=OWN,
        effect=mediating.settle,
    ),
    Step(
        name="escalate",
        label=_("申请县级调解"),
        source=(S.PROPOSED,),
        target=S.AT_COUNTY,
        by=(*VILLAGE, Role.DEPARTMENT_HEAD),
        effect=mediating.settle,
    ),
    Step(
        name="conclude",
        label=_("作出调解结论"),
        source=(S.AT_COUNTY,),
        target=S.AGREED,
        by=(Role.SOCIAL_WORK_HEAD,),
        effect=mediating.conclude,
        data=Conclusion,
    ),
    Step(
        name="sign_panel",
        label=_("验收小组签字"),
        source=(S.AGREED,),
        target=S.PANEL_SIGNED,
        by=(Role.DEPARTMENT_HEAD,),
        guards=(assessing.is_all_judged,),
        effect=accepting.sign_panel,
        data=PanelIn,
    ),
    Step(
        name="countersign",
        label=_("签订履约验收书"),
        source=(S.PANEL_SIGNED,),
        target=Branch((S.ACCEPTED, S.PARTLY, S.REMEDY, S.NOT_ACCEPTED), accepting.result_of),
        by=VILLAGE,
        guards=OWN,
        effect=accepting.countersign,
        data=Countersignature,
    ),
    Step(
        name="lapse",
        label=_("逾期未提出异议，视为同意评定"),
        source=(S.ASSESSED, S.ANSWERED),
        target=S.AGREED,
        by=(),
        effect=mediating.settle,
    ),
    Step(name="cancel", label=_("不再验收"), source=(S.PLANNED, S.REMEDY), target=S.CANCELLED, by=()),
)
