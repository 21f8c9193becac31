"""The course of a certificate (clause 2.3d): asked for, approved by somebody else, sealed and issued."""

from django.utils.translation import gettext_lazy as _

from zhunru.certificates import rules
from zhunru.certificates.models import Certificate
from zhunru.certificates.schemas import CertificateIssued, ForAReason
from zhunru.certificates.services import deciding
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

S = Certificate.Status

CERTIFICATES: Workflow[Certificate] = Workflow(
    Certificate,
    Step(
        name="approve",
        label=_("批准用印"),
        source=(S.REQUESTED,),
        target=S.APPROVED,
        by=(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER),
        guards=(rules.is_another_person, rules.is_still_listed),
        effect=deciding.approve,
    ),
    Step(
        name="refuse",
        label=_("不同意出具"),
        source=(S.REQUESTED,),
        target=S.REFUSED,
        by=(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER),
        guards=(rules.is_another_person,),
        effect=deciding.refuse,
        data=ForAReason,
    ),
    Step(
        name="cancel",
        label=_("取消申请"),
        source=(S.REQUESTED,),
        target=S.CANCELLED,
        by=(Role.VILLAGE_OFFICER,),
        effect=deciding.cancel,
        at_will=True,
    ),
    Step(
        name="hand_back",
        label=_("退回重新审批"),
        source=(S.APPROVED,),
        target=S.REQUESTED,
        by=(),
        effect=deciding.hand_back,
        data=ForAReason,
    ),
    Step(
        name="issue",
        label=_("出具"),
        source=(S.APPROVED,),
        target=S.ISSUED,
        by=(),
        effect=deciding.issue,
        data=CertificateIssued,
    ),
)
