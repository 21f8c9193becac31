"""Lists as they are exported: their rows, with what a table that is kept should say besides."""

from datetime import date
from decimal import Decimal

from pydantic import computed_field

from zhunru.admissions.models import RequestKind
from zhunru.admissions.schemas.applications import ApplicationRow
from zhunru.admissions.schemas.matters import MatterRow
from zhunru.admissions.schemas.refusals import RefusalRow
from zhunru.core.text import masked_phone
from zhunru.documents.kinds.refusal.reasons import REASONS


class ApplicationExport(ApplicationRow):
    contact_name: str
    contact_phone: str
    person_days: Decimal | None
    funding_amount: Decimal | None
    starts_on: date | None
    ends_on: date | None

    @computed_field
    def kind_label(self) -> str:
        return str(RequestKind(self.kind).label)

    @computed_field
    def phone(self) -> str:
        """A telephone number stands in no list in full."""
        return masked_phone(self.contact_phone)


class MatterExport(MatterRow):
    number: str | None
    """Of the paper that holds now."""
    village_duty: str
    person_days: Decimal | None
    funding_amount: Decimal | None
    readmit_by: date | None


class RefusalExport(RefusalRow):
    """Never who refused; and no village where it does not wish to be named to the department."""

    demanded_on: date
    reasons: list[str]
    answer: str

    @computed_field
    def reason_labels(self) -> list[str]:
        return [str(REASONS[code].label) for code in self.reasons if code in REASONS]
