"""Guards of a certificate's steps (clause 2.3d, rules C-01 to C-03)."""

from django.utils.translation import gettext as _

from zhunru.certificate_types.rules import allowed
from zhunru.certificates.models import Certificate, Demander
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError


def is_still_listed(certificate: Certificate, _actor: Actor) -> None:
    """Rule C-01, also where the list has changed since it was asked for."""
    allowed(certificate.name)


def is_another_person(certificate: Certificate, actor: Actor) -> None:
    """Rule C-02: who asked does not approve. Nor does who keeps the seal: that is checked where the seal is known."""
    if certificate.requested_by_id in actor.persons:
        raise DomainError("same_person", _("申请登记人不能审批自己登记的证明，请由本村（社区）其他人员或者乡镇审批"))


def is_no_enterprise(kind: Demander) -> None:
    """Rule C-03: what an enterprise wants to know it finds out by itself."""
    if kind == Demander.ENTERPRISE:
        sentence = _("企业不得要求村（社区）出具证明，村（社区）有权拒绝。请告知企业自行核实，不要受理")
        raise DomainError("enterprise", sentence, field="demander_kind")


def names_nobody(person: str, **texts: str) -> None:
    """What stays written must not name whom the certificate is for."""
    for field, text in texts.items():
        if person and person in text:
            raise DomainError("names_a_person", _("此处内容将长期保存，请勿写出申请人姓名"), field=field)
