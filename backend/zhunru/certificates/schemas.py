"""Certificates as they come in and go out."""

from datetime import date, datetime, timedelta
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.certificates.models import Certificate, Demander
from zhunru.core.text import Line, Text, values_of
from zhunru.core.workflow import Remark
from zhunru.documents.kinds import CERTIFICATE

Status = Annotated[Certificate.Status, values_of(Certificate.Status)]
DemanderKind = Annotated[Demander, values_of(Demander)]
Id = Annotated[int, Field(ge=1, lt=2**63)]


class CertificateIn(Schema, extra="forbid"):
    """What somebody asks the village to certify; `type` is the name of the certificate as the list has it."""

    village: Id | None = None
    """Needed where one officer looks after several."""
    type: Annotated[Line, StringConstraints(min_length=1, max_length=100)]
    demander: Annotated[Line, StringConstraints(min_length=1, max_length=100)]
    demander_kind: DemanderKind
    use: Annotated[Line, StringConstraints(min_length=1)]
    person: Annotated[Line, StringConstraints(min_length=1, max_length=50)]
    text: Annotated[Text, StringConstraints(min_length=1, max_length=1000)]


class ForAReason(Remark):
    remark: Annotated[Text, StringConstraints(min_length=1, max_length=400)]


class CertificateIssued(Remark):
    """The paper, as the county has registered it."""

    document_id: int
    number: str
    code: str
    issued_on: date


class CertificateOut(Schema):
    """`person` and `text` are there until the certificate is issued, refused or cancelled; then nobody has them."""

    id: int
    version: int
    status: Status
    status_label: str = Field(alias="get_status_display")
    name: str
    basis: str = Field(alias="type.legal_basis")
    village: str = Field(alias="village.name")
    village_id: int
    demander: str
    demander_kind: DemanderKind
    demander_kind_label: str = Field(alias="get_demander_kind_display")
    use: str
    person: str = Field(alias="content.person")
    text: str = Field(alias="content.text")
    requested_by: str
    requested_at: datetime
    approved_by: str
    approved_at: datetime | None
    refusal: str
    document_id: int | None
    number: str
    code: str
    issued_on: date | None
    holds_until: date | None
    """Its last day; a day later its file is gone, too."""

    @staticmethod
    def resolve_holds_until(certificate: Certificate) -> date | None:
        days = CERTIFICATE.validity_days
        return certificate.issued_on + timedelta(days=days - 1) if certificate.issued_on and days else None


class CertificateRow(BaseModel):
    """A line of the village's or the township's list."""

    id: int
    name: str
    village_name: str
    demander: str
    use: str
    status: Status
    number: str
    requested_at: datetime
    issued_on: date | None

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class CertificateFilter(Schema):
    status: Status | None = None
    village: Id | None = None
