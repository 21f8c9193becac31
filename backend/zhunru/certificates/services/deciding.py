"""What each step of a certificate writes besides its status."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.certificates import rules
from zhunru.certificates.models import Certificate, Content
from zhunru.certificates.schemas import CertificateIssued, ForAReason
from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark
from zhunru.notices.models import Effect
from zhunru.notices.services import tell_villages


def approve(certificate: Certificate, *, actor: Actor, data: Remark) -> None:
    rules.names_nobody(certificate.content.person, remark=data.remark)
    certificate.approved_by_id, certificate.approved_by = actor.person, actor.name
    certificate.approved_at = timezone.now()


def hand_back(certificate: Certificate, *, actor: Actor, data: ForAReason) -> None:
    """Whoever approved may not: somebody else decides."""
    certificate.approved_by_id, certificate.approved_by, certificate.approved_at = None, "", None


def refuse(certificate: Certificate, *, actor: Actor, data: ForAReason) -> None:
    rules.names_nobody(certificate.content.person, remark=data.remark)
    certificate.refusal = data.remark
    forget(certificate)


def cancel(certificate: Certificate, *, actor: Actor, data: Remark) -> None:
    rules.names_nobody(certificate.content.person, remark=data.remark)
    forget(certificate)


def issue(certificate: Certificate, *, actor: Actor, data: CertificateIssued) -> None:
    """From here on the person stands in the file alone."""
    certificate.document_id, certificate.number = data.document_id, data.number
    certificate.code, certificate.issued_on = data.code, data.issued_on
    forget(certificate)
    tell_villages(
        [certificate.village.code],
        effect=Effect.TOLD,
        title=_("证明已出具：%(number)s") % {"number": data.number},
        page="certificates",
        object_id=certificate.pk,
    )


def forget(certificate: Certificate) -> None:
    """Whom it was for, and what it said of that person (PIPL, 19: no longer than it takes)."""
    Content.objects.filter(certificate=certificate).update(person="", text="")
