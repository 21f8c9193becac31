"""The list of certificates as it goes out."""

from typing import Annotated

from ninja import Schema

from zhunru.certificate_types.models import CertificateType
from zhunru.core.text import values_of

Standing = Annotated[CertificateType.Standing, values_of(CertificateType.Standing)]


class CertificateTypeOut(Schema):
    """One certificate; `route_office` and `route` say who checks what may not be certified any more."""

    id: int
    name: str
    standing: Standing
    legal_basis: str
    basis_version: str
    quote: str
    use: str
    demander: str
    procedure: str
    term: str
    route_office: str
    route: str
    note: str
    source: str
