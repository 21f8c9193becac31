"""The course of a matter in one village (clauses 2.1c-d)."""

from django.utils.translation import gettext_lazy as _

from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow
from zhunru.placements import rules, services
from zhunru.placements.deliveries import Told
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt

S = Placement.Status

PLACEMENTS: Workflow[Placement] = Workflow(
    Placement,
    Step(
        name="confirm",
        label=_("签收"),
        source=(S.NOTIFIED,),
        target=S.ENTERED,
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village,),
        effect=services.enter,
        data=Receipt,
    ),
    Step(
        name="complete",
        label=_("办结"),
        source=(S.ENTERED,),
        target=S.COMPLETED,
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village,),
        effect=services.complete,
        data=Completion,
    ),
    Step(
        name="close",
        label=_("撤销"),
        source=(S.NOTIFIED, S.ENTERED, S.COMPLETED),
        target=S.CLOSED,
        by=(),
        effect=services.close,
        data=Told,
    ),
)
