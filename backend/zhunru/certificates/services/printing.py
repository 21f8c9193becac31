"""What a certificate says on paper."""

import re

from zhunru.certificates.models import Certificate, Content
from zhunru.divisions.models import Village
from zhunru.divisions.naming import place_of
from zhunru.documents.kinds.certificate import CertificateFacts
from zhunru.documents.kinds.declaration import TownshipScope

LONGEST_SIGN = 20
"""Characters of a series' sign."""


def facts_of(certificate: Certificate, content: Content) -> CertificateFacts:
    """DomainError at the field that says more than a certificate may."""
    return CertificateFacts(
        addressee=certificate.demander,
        scope=TownshipScope.of([certificate.village]),
        certificate=certificate.name,
        basis=certificate.type.legal_basis,
        use=certificate.use,
        person=content.person,
        text=content.text,
    )


def sign_of(village: Village) -> str:
    """`吉雄扎庆`: under it the village numbers its certificates, 吉雄扎庆证〔2026〕1号."""
    township = re.sub("(镇|乡|街道)$", "", village.township.name)
    return f"{township}{place_of(village)}"[:LONGEST_SIGN]
