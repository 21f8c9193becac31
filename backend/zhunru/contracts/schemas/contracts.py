"""Contracts as they come in and go out."""

from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.contracts.models import Attachment, Contract, Terms
from zhunru.contracts.schemas.files import ContractFileOut
from zhunru.core.text import Line, Money, Text, values_of
from zhunru.core.workflow import Remark
from zhunru.purchases.choices import ProviderKind

ContractStatus = Annotated[Contract.Status, values_of(Contract.Status)]
Ending = Annotated[Contract.Ending, values_of(Contract.Ending)]
Id = Annotated[int, Field(ge=1, lt=2**63)]


class ContractIn(Schema, extra="forbid"):
    """A contract to be drafted with a village."""

    village: Id
    provider_kind: Annotated[ProviderKind, values_of(ProviderKind)]
    subject: Annotated[Line, Field(min_length=1, max_length=100)]


class Because(Remark):
    """A step that needs its reason."""

    remark: Annotated[Text, StringConstraints(min_length=1)]


class Filing(Remark):
    """The contract was published, or filed, on this day; today when none is given."""

    on: date | None = None


class EndingIn(Because):
    """Why the contract is ended by one side: breach, or the public interest (procurement law, article 50)."""

    ending: Ending


class TermsHead(Schema):
    """One version in the list of them."""

    id: int
    no: int
    status: str
    status_label: str = Field(alias="get_status_display")
    asked_by: str
    asked_by_label: str = Field(alias="get_asked_by_display")
    reason: str
    price: Money | None
    due_on: date | None
    signed_on: date | None


class PaperOut(Schema):
    id: int
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    status: str
    status_label: str = Field(alias="get_status_display")
    terms_id: int | None
    period_id: int | None
    dated_on: date
    document_id: int | None
    number: str
    code: str


class ContractOut(Schema):
    id: int
    version: int
    status: str
    status_label: str = Field(alias="get_status_display")
    purchaser_id: int
    purchaser: str
    village_id: int
    village: str = Field(alias="village.name")
    township: str = Field(alias="village.township.name")
    provider_kind: str
    provider_kind_label: str = Field(alias="get_provider_kind_display")
    provider: str
    subject: str
    service_code: str
    service_name: str
    number: str
    procurement_law: bool
    original_price: Money | None
    price: Money | None
    supplemented: Money
    accepted: Money
    paid: Money
    starts_on: date | None
    ends_on: date | None
    signed_on: date | None
    publication_due_on: date | None
    published_on: date | None
    filing_due_on: date | None
    filed_on: date | None
    suspension_reason: str
    ending: str
    ending_label: str = Field(alias="get_ending_display")
    ending_asked_by: str
    ending_asked_by_label: str = Field(alias="get_ending_asked_by_display")
    ending_reason: str
    ended_on: date | None
    archived_on: date | None
    keep_until: date | None
    versions: list[TermsHead]
    """As far as the reader may see them: a village is shown what it was offered."""
    under_way: int | None
    """The version that is being negotiated."""
    in_force: int | None
    """The version that both sides have signed last."""
    papers: list[PaperOut]
    attachments: list[ContractFileOut]

    @staticmethod
    def resolve_versions(contract: Contract) -> list[Terms]:
        return _versions(contract)

    @staticmethod
    def resolve_under_way(contract: Contract) -> int | None:
        done = (Terms.Status.SIGNED, Terms.Status.DISCARDED)
        return next((terms.pk for terms in _versions(contract) if terms.status not in done), None)

    @staticmethod
    def resolve_in_force(contract: Contract) -> int | None:
        signed = [terms.pk for terms in _versions(contract) if terms.status == Terms.Status.SIGNED]
        return signed[-1] if signed else None

    @staticmethod
    def resolve_papers(contract: Contract) -> list[object]:
        return list(contract.papers.all())

    @staticmethod
    def resolve_attachments(contract: Contract) -> list[Attachment]:
        return list(contract.attachments.filter(removed_at=None, deliverable=None, verdict=None))


def _versions(contract: Contract) -> list[Terms]:
    """Those that `queries.in_full` has fetched, in order."""
    found: list[Terms] = list(getattr(contract, "shown_versions", ()))
    return found


class ContractFilter(Schema):
    status: ContractStatus | None = None
    village: int | None = None
    purchaser_id: int | None = None


class ContractRow(BaseModel):
    """A line of the township's or the village's list."""

    id: int
    number: str
    subject: str
    purchaser: str
    village_id: int
    village_name: str
    status: str
    price: Money | None
    paid: Money
    starts_on: date | None
    ends_on: date | None
    signed_on: date | None

    @computed_field
    def status_label(self) -> str:
        return str(Contract.Status(self.status).label)


class Concluded(Remark):
    """Both have signed: the columns of the contract that follow from its text."""

    columns: dict[str, Any]
