"""The course of one version of the text: written, offered, deliberated on, signed by both (clauses 2.2b and 2.4b).

No silence ever stands for the village's agreement or for its signature.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhunru.contracts.models import Terms
from zhunru.contracts.rules import signing as rules
from zhunru.contracts.rules import texts
from zhunru.contracts.schemas.contracts import Because
from zhunru.contracts.schemas.terms import Deliberation, Refused, Signing
from zhunru.contracts.services import signing
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

S = Terms.Status
CLERK, HEAD, VILLAGE = (Role.DEPARTMENT_CLERK,), (Role.DEPARTMENT_HEAD,), (Role.VILLAGE_OFFICER,)

TERMS: Workflow[Terms] = Workflow(
    Terms,
    Step(
        name="submit",
        label=_("提交审核"),
        source=(S.DRAFT,),
        target=S.REVIEW,
        by=CLERK,
        guards=(rules.contract_goes_on, texts.text_is_whole),
        effect=signing.submit,
    ),
    Step(
        name="return",
        label=pgettext_lazy("terms", "退回修改"),
        source=(S.REVIEW,),
        target=S.DRAFT,
        by=HEAD,
        data=Because,
    ),
    Step(
        name="offer",
        label=_("送村（社区）议决"),
        source=(S.REVIEW,),
        target=S.DELIBERATION,
        by=HEAD,
        guards=(rules.contract_goes_on, texts.text_is_whole),
        effect=signing.offer,
    ),
    Step(
        name="agree",
        label=_("登记议决同意"),
        source=(S.DELIBERATION,),
        target=S.AGREED,
        by=VILLAGE,
        effect=signing.record_deliberation,
        data=Deliberation,
    ),
    Step(
        name="decline",
        label=_("登记议决不同意"),
        source=(S.DELIBERATION,),
        target=S.DRAFT,
        by=VILLAGE,
        data=Refused,
    ),
    Step(
        name="sign",
        label=_("签订（购买主体）"),
        source=(S.AGREED,),
        target=S.OFFERED,
        by=HEAD,
        guards=(
            rules.is_not_its_submitter,
            rules.contract_goes_on,
            rules.term_is_not_over,
            rules.is_signed_in_time,
        ),
        effect=signing.sign_for_purchaser,
        data=Signing,
    ),
    Step(
        name="countersign",
        label=_("签订（承接主体）"),
        source=(S.OFFERED,),
        target=S.SIGNED,
        by=VILLAGE,
        guards=(rules.contract_goes_on, rules.term_is_not_over),
        effect=signing.countersign,
        data=Signing,
    ),
    Step(
        name="decline_signature",
        label=_("不予签订"),
        source=(S.OFFERED,),
        target=S.DRAFT,
        by=VILLAGE,
        effect=signing.take_back,
        data=Refused,
    ),
    Step(
        name="discard",
        label=_("放弃"),
        source=(S.DRAFT, S.REVIEW, S.DELIBERATION, S.AGREED, S.OFFERED),
        target=S.DISCARDED,
        by=HEAD,
        effect=signing.discard,
        data=Because,
        at_will=True,
    ),
)
