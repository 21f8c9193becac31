"""A record of work: handed over, then confirmed or queried (clause 2.4c)."""

from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models import Deliverable
from zhunru.contracts.rules import delivering as rules
from zhunru.contracts.rules import evidence
from zhunru.contracts.schemas.deliverables import Query
from zhunru.contracts.services import delivering
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

S = Deliverable.Status

DELIVERABLES: Workflow[Deliverable] = Workflow(
    Deliverable,
    Step(
        name="submit",
        label=_("提交服务记录"),
        source=(S.DRAFT,),
        target=S.SUBMITTED,
        by=(Role.VILLAGE_OFFICER,),
        guards=(rules.is_own_village, rules.still_under_work, evidence.is_there),
        effect=delivering.submit,
    ),
    Step(
        name="confirm",
        label=_("确认服务记录"),
        source=(S.SUBMITTED,),
        target=S.CONFIRMED,
        by=(Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD),
        effect=delivering.confirm,
    ),
    Step(
        name="query",
        label=_("提出疑问"),
        source=(S.SUBMITTED,),
        target=S.QUERIED,
        by=(Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD),
        effect=delivering.query,
        data=Query,
    ),
)
