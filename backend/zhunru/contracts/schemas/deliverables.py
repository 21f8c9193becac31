"""Records of work as they come in and go out."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.contracts.models import Attachment, Deliverable
from zhunru.contracts.schemas.files import ContractFileOut
from zhunru.core.text import Line, Money, PastDay, Text, values_of
from zhunru.core.workflow import Remark

Status = Annotated[Deliverable.Status, values_of(Deliverable.Status)]
Quantity = Money
"""Counted in the clause's unit, two places."""


class DeliverableIn(Schema, extra="forbid"):
    """What was done under a clause. `submit`: hand it over at once, not as a draft."""

    clause: Annotated[int, Field(ge=1, le=999)]
    done_on: PastDay
    quantity: Quantity | None = None
    place: Annotated[Line, Field(max_length=100)] = ""
    note: Annotated[Text, Field(max_length=1000)] = ""
    submit: bool = False


class DeliverableChange(DeliverableIn):
    """A draft written anew; `version` is the one that was read."""

    version: int


class Query(Remark):
    """What the purchaser asks about a record of work."""

    remark: Annotated[Text, StringConstraints(min_length=1, max_length=1000)]


class ConfirmMany(Schema, extra="forbid"):
    ids: Annotated[list[Annotated[int, Field(ge=1, lt=2**63)]], Field(min_length=1, max_length=200)]


class Confirmed(Schema):
    """How many were confirmed; the others had been dealt with before."""

    confirmed: int


class DeliverableFilter(Schema):
    status: Status | None = None
    clause: Annotated[int, Field(ge=1, le=999)] | None = None


class DeliverableRow(BaseModel):
    id: int
    number: int
    """Of the clause."""
    heading: str
    unit: str
    done_on: date
    quantity: Decimal | None
    place: str
    note: str
    status: str
    submitted_at: datetime | None
    confirm_due_on: date | None
    silent: bool
    query: str
    files: int

    @computed_field
    def status_label(self) -> str:
        return str(Deliverable.Status(self.status).label)


class DeliverableOut(Schema):
    id: int
    version: int
    contract_id: int
    clause: int = Field(alias="clause.number")
    heading: str = Field(alias="clause.heading")
    unit: str = Field(alias="clause.unit")
    evidence: str = Field(alias="clause.evidence")
    done_on: date
    quantity: Quantity | None
    place: str
    note: str
    status: str
    status_label: str = Field(alias="get_status_display")
    submitted_at: datetime | None
    confirm_due_on: date | None
    confirmed_at: datetime | None
    silent: bool
    query: str
    supersedes_id: int | None
    attachments: list[ContractFileOut]

    @staticmethod
    def resolve_attachments(deliverable: Deliverable) -> list[Attachment]:
        return list(deliverable.attachments.filter(removed_at=None))
