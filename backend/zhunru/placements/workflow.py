"""The course of a matter in one village (clauses 1.3a, 1.3c, 2.1c-f)."""

from django.utils.translation import gettext_lazy as _

from zhunru.core.roles import Role
from zhunru.core.workflow import Branch, Step, Workflow
from zhunru.placements import rules, services
from zhunru.placements.deliveries import Carried, Closing, SetAside, Told
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt

S = Placement.Status
COURSE = (S.NOTIFIED, S.ENTERED, S.COMPLETED)


def _goes_on(placement: Placement) -> str:
    """What it changes does not change where it stands; a refusal that the change has settled is over."""
    return S.SUSPENDED if placement.status == S.SUSPENDED else placement.course


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
        name="carry",
        label=_("承接原签收"),
        source=(S.NOTIFIED, S.SUSPENDED),
        target=Branch((S.ENTERED, S.SUSPENDED), _goes_on),
        by=(),
        effect=services.carry,
        data=Carried,
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
        name="change",
        label=_("变更"),
        source=tuple(S),
        target=Branch((*COURSE, S.SUSPENDED, S.REFUSED), _goes_on),
        by=(),
        effect=services.change,
        data=Told,
    ),
    Step(name="suspend", label=_("暂停"), source=(S.NOTIFIED, S.ENTERED), target=S.SUSPENDED, by=()),
    Step(
        name="resume",
        label=_("恢复"),
        source=(S.SUSPENDED,),
        target=Branch((S.NOTIFIED, S.ENTERED), lambda placement: placement.course),
        by=(),
    ),
    Step(
        name="set_aside",
        label=_("拒绝承接"),
        source=(S.NOTIFIED, S.ENTERED),
        target=S.REFUSED,
        by=(),
        effect=services.set_aside,
        data=SetAside,
    ),
    Step(
        name="take_back",
        label=_("拒绝已处理，恢复办理"),
        source=(S.REFUSED,),
        target=Branch((S.NOTIFIED, S.ENTERED), lambda placement: placement.course),
        by=(),
        effect=services.take_back,
    ),
    Step(
        name="take_up_again",
        label=_("条件已落实，恢复办理"),
        source=(S.REFUSED,),
        target=Branch((S.NOTIFIED, S.ENTERED), lambda placement: placement.course),
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village, rules.refusal_was_answered, rules.does_not_rest),
        effect=services.take_back,
        at_will=True,
    ),
    Step(
        name="close",
        label=_("撤销"),
        source=(S.NOTIFIED, S.ENTERED, S.SUSPENDED, S.REFUSED, S.COMPLETED),
        target=S.CLOSED,
        by=(),
        effect=services.close,
        data=Closing,
    ),
)
