"""What one village was asked to certify: one certificate issued, one waiting for its approval. Nobody is named."""

from typing import Any

from zhunru.certificates.models import Certificate
from zhunru.certificates.schemas import CertificateIn
from zhunru.certificates.services import requesting
from zhunru.certificates.workflow import CERTIFICATES
from zhunru.demo.matters import actor
from zhunru.demo.past import days_ago
from zhunru.divisions.queries import townships_in_use
from zhunru.tenancy.context import township_context

KIN: dict[str, Any] = {
    "type": "亲属关系证明（仅限办理公证）",
    "demander": "演示公证处",
    "demander_kind": "institution",
    "use": "申请公证",
    "person": "演示申请人",
    "text": "与演示亲属系父子关系，同住一户",
}
ADOPTION: dict[str, Any] = {
    "type": "收养登记委托书证明",
    "demander": "演示收养登记机关",
    "demander_kind": "organ",
    "use": "一方不能亲自到场时办理收养登记",
    "person": "演示申请人",
    "text": "委托演示亲属办理收养登记，委托书经本人签字",
}


def create_certificates() -> None:
    """In the first township's second village: its officer asks, the township approves."""
    township = townships_in_use()[0]
    village = township.villages.filter(ended_on=None)[1]
    with township_context(township):
        officer, approver = (actor(name, township.schema_name) for name in (f"v{village.code[-3:]}", "officer"))

        def ask(said: dict[str, Any]) -> Certificate:
            return requesting.request(actor=officer, data=CertificateIn.model_validate(said), client_key=None)

        with days_ago(2):
            CERTIFICATES.take("approve", ask(KIN), actor=approver)
        ask(ADOPTION)
