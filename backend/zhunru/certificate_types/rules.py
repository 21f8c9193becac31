"""Rule C-01: no certificate that is not on the list."""

from django.utils.translation import gettext as _

from zhunru.certificate_types.models import CertificateType
from zhunru.core.errors import DomainError


def allowed(name: str) -> CertificateType:
    """The certificate of this name. DomainError where it may not be issued: it names who checks the fact instead."""
    found = CertificateType.objects.filter(name=name).first()
    if found is None:
        sentence = _(
            "“%(name)s”不在依法出具证明事项清单内，村（社区）不予出具。需求单位如有法律依据，请向县委社会工作部申请列入清单"
        )
        raise DomainError("not_listed", sentence % {"name": name}, field="type")
    if found.standing == CertificateType.Standing.FORBIDDEN:
        words = {"name": name, "office": found.route_office, "route": found.route, "basis": found.legal_basis}
        sentence = _("村（社区）不应出具“%(name)s”（%(basis)s）。请向%(office)s核验：%(route)s")
        raise DomainError("forbidden_certificate", sentence % words, field="type")
    return found
