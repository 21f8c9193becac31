"""What happens to an instalment: owed, paid, arrived (clause 3.3b). Nothing here happens by silence."""

from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models import Instalment
from zhunru.contracts.rules import paying as rules
from zhunru.contracts.schemas.instalments import ArrivalIn, Denial, PaymentIn
from zhunru.contracts.services import paying
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

S = Instalment.Status

INSTALMENTS: Workflow[Instalment] = Workflow(
    Instalment,
    Step(
        name="release",
        label=_("核准按节点支付"),
        source=(S.PLANNED,),
        target=S.DUE,
        by=(Role.DEPARTMENT_HEAD,),
        guards=(rules.contract_is_in_force, rules.is_by_milestone, rules.milestone_is_reached),
        effect=paying.release,
        at_will=True,
    ),
    Step(
        name="pay",
        label=_("登记支付"),
        source=(S.DUE, S.DENIED),
        target=S.PAID,
        by=(Role.DEPARTMENT_HEAD,),
        effect=paying.pay,
        data=PaymentIn,
    ),
    Step(
        name="arrive",
        label=_("确认到账"),
        source=(S.PAID,),
        target=S.ARRIVED,
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village,),
        effect=paying.arrive,
        data=ArrivalIn,
    ),
    Step(
        name="deny",
        label=_("反映未到账"),
        source=(S.PAID,),
        target=S.DENIED,
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village,),
        effect=paying.deny,
        data=Denial,
    ),
    Step(name="cancel", label=_("不再支付"), source=(S.PLANNED,), target=S.CANCELLED, by=()),
)
