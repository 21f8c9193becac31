"""The life of a contract, from both signatures to its archive (clauses 2.4b to 2.4e; rules P-08 and P-14)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhunru.contracts.models import Contract
from zhunru.contracts.rules import life as rules
from zhunru.contracts.schemas.contracts import Because, Concluded, EndingIn, Filing
from zhunru.contracts.services import life
from zhunru.core.roles import Role
from zhunru.core.workflow import Branch, Step, Workflow

S = Contract.Status
IN_FORCE = (S.PERFORMING, S.SUSPENDED)
DEPARTMENT = (Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD)
BOTH_SIDES = (Role.DEPARTMENT_HEAD, Role.VILLAGE_OFFICER)

CONTRACTS: Workflow[Contract] = Workflow(
    Contract,
    Step(
        name="conclude",
        label=_("双方签订"),
        source=(S.NEGOTIATING,),
        target=S.SIGNED,
        by=(),
        effect=life.conclude,
        data=Concluded,
    ),
    Step(name="abandon", label=_("放弃签订"), source=(S.NEGOTIATING,), target=S.ABANDONED, by=(), data=Because),
    Step(
        name="publish",
        label=_("登记合同公告"),
        source=(S.SIGNED,),
        target=S.PERFORMING,
        by=DEPARTMENT,
        effect=life.mark_published,
        data=Filing,
    ),
    Step(
        name="file",
        label=_("登记合同备案"),
        source=(S.SIGNED, *IN_FORCE, S.SETTLEMENT),
        target=Branch((S.SIGNED, *IN_FORCE, S.SETTLEMENT), life.as_it_is),
        by=DEPARTMENT,
        guards=(rules.procurement_law_applies, rules.is_not_filed),
        effect=life.mark_filed,
        data=Filing,
        at_will=True,
    ),
    Step(
        name="suspend",
        label=_("中止履行"),
        source=(S.PERFORMING,),
        target=S.SUSPENDED,
        by=(Role.DEPARTMENT_HEAD,),
        effect=life.suspend,
        data=Because,
        at_will=True,
    ),
    Step(
        name="resume",
        label=_("恢复履行"),
        source=(S.SUSPENDED,),
        target=S.PERFORMING,
        by=(Role.DEPARTMENT_HEAD,),
        effect=life.resume,
    ),
    Step(
        name="ask_termination",
        label=_("提出协商解除"),
        source=IN_FORCE,
        target=Branch(IN_FORCE, life.as_it_is),
        by=BOTH_SIDES,
        guards=(rules.other_side_has_not_asked,),
        effect=life.ask_termination,
        data=Because,
        at_will=True,
    ),
    Step(
        name="agree_termination",
        label=_("同意协商解除"),
        source=IN_FORCE,
        target=S.SETTLEMENT,
        by=BOTH_SIDES,
        guards=(rules.other_side_has_asked, rules.nothing_is_negotiated),
        effect=life.end_by_agreement,
        at_will=True,
    ),
    Step(
        name="terminate",
        label=_("解除合同"),
        source=IN_FORCE,
        target=S.SETTLEMENT,
        by=(Role.DEPARTMENT_HEAD,),
        guards=(rules.nothing_is_negotiated,),
        effect=life.end_by_one_side,
        data=EndingIn,
        at_will=True,
    ),
    Step(
        name="settle",
        label=pgettext_lazy("contract", "转入结算"),
        source=(S.PERFORMING,),
        target=S.SETTLEMENT,
        by=DEPARTMENT,
        guards=(rules.nothing_is_negotiated, rules.periods_are_concluded),
        effect=life.end_as_performed,
        at_will=True,
    ),
    Step(
        name="complete",
        label=_("办结合同"),
        source=(S.SETTLEMENT,),
        target=S.COMPLETED,
        by=(Role.DEPARTMENT_HEAD,),
        guards=(rules.nothing_waits_to_be_judged, rules.nothing_is_owed),
        effect=life.complete,
        at_will=True,
    ),
    Step(
        name="archive",
        label=_("合同归档"),
        source=(S.COMPLETED,),
        target=S.ARCHIVED,
        by=DEPARTMENT,
        effect=life.archive,
    ),
)
