"""Issuing on the county's side what a village has approved: once, whatever happens in between."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.accounts.queries import social_work_office
from zhunru.certificate_types.rules import allowed
from zhunru.certificates.models import Certificate
from zhunru.certificates.schemas import CertificateIssued, ForAReason
from zhunru.certificates.services import printing
from zhunru.certificates.workflow import CERTIFICATES
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.divisions.naming import committee_of
from zhunru.divisions.queries import public_host
from zhunru.documents import sealing
from zhunru.documents import services as documents
from zhunru.documents.kinds import CERTIFICATE
from zhunru.documents.kinds.certificate import CertificateFacts
from zhunru.documents.models import Document
from zhunru.documents.uses import Approval
from zhunru.tenancy.context import township_context
from zhunru.tenancy.register import schema_of_row

OVER = {"same_person", "not_listed", "forbidden_certificate"}
"""What trying again does not mend: it is handed back to be decided anew."""


@dataclass(frozen=True)
class Wanted:
    """A certificate that has been approved and not been issued."""

    facts: CertificateFacts
    village_id: int
    approval: Approval


def issue(certificate_id: int) -> None:
    """Read there what is wanted, issue it here, note its number there and forget the person.

    To be called on the county's side, outside any transaction. Begun again it goes on where it stopped.
    """
    schema = schema_of_row(certificate_id)
    with township_context(schema):
        wanted = _wanted(certificate_id)
    if wanted is None:
        return
    try:
        there = Document.objects.filter(wanted_by=certificate_id, kind=CERTIFICATE.name)
        document = there.first() or _issued(certificate_id, wanted)
    except DomainError as refused:
        if refused.code not in OVER:
            raise
        with township_context(schema):
            _hand_back(certificate_id, refused.message)
    else:
        with township_context(schema):
            _note(certificate_id, document)


def _wanted(certificate_id: int) -> Wanted | None:
    rows = Certificate.objects.select_related("type", "village__township", "content")
    certificate = rows.get(pk=certificate_id)
    by, at = certificate.approved_by_id, certificate.approved_at
    if certificate.status != Certificate.Status.APPROVED or by is None or at is None:
        return None
    return Wanted(
        facts=printing.facts_of(certificate, certificate.content),
        village_id=certificate.village_id,
        approval=Approval(
            person=by,
            name=certificate.approved_by,
            at=at,
            ground=_("依法出具证明事项清单：%(name)s") % {"name": certificate.name},
        ),
    )


@transaction.atomic
def _issued(certificate_id: int, wanted: Wanted) -> Document:
    """Of two at once the second finds the row taken, and comes again."""
    allowed(wanted.facts.certificate)
    village = Village.objects.select_related("township").get(pk=wanted.village_id)
    today = timezone.localdate()
    seal = sealing.seal_of(village, today, name=committee_of(village))
    if seal.keeper_id == wanted.approval.person:
        raise DomainError("same_person", _("审批人同时是印章保管人，不能审批用印，请由其他人员审批"))
    return documents.issue(
        CERTIFICATE,
        wanted.facts,
        actor=SYSTEM,
        today=today,
        organisation=social_work_office().get(),
        host=public_host(),
        seals=[seal],
        approvals=[wanted.approval],
        wanted_by=certificate_id,
        organ=committee_of(village),
        organ_code=printing.sign_of(village),
    )


def _note(certificate_id: int, document: Document) -> None:
    """Noted by another meanwhile it stays as it is."""
    certificate = Certificate.objects.get(pk=certificate_id)
    if certificate.status != Certificate.Status.APPROVED:
        return
    told = {name: getattr(document, name) for name in ("number", "code", "issued_on")}
    CERTIFICATES.perform("issue", certificate, actor=SYSTEM, data=CertificateIssued(document_id=document.pk, **told))


def _hand_back(certificate_id: int, why: str) -> None:
    certificate = Certificate.objects.get(pk=certificate_id)
    CERTIFICATES.perform("hand_back", certificate, actor=SYSTEM, data=ForAReason(remark=why))
