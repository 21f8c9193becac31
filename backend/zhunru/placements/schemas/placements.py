"""Placements as they come in and go out."""

from datetime import date, datetime
from typing import Annotated

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.core.text import Line, Money, values_of
from zhunru.core.workflow import Remark
from zhunru.placements.models import Placement

PlacementStatus = Annotated[Placement.Status, values_of(Placement.Status)]


def provisional_label(provisional: bool) -> str:
    """Clause 2.1e (先进后批): whoever reads it sees that it is not approved yet."""
    return _("先行进入，尚未批准") if provisional else ""


class Receipt(Remark):
    """The village confirms with the paper in view: it gives the code that stands on it (rule A-21)."""

    document_code: Annotated[Line, Field(max_length=20)]


class Completion(Remark):
    """The village reports that its part is done."""


class Neighbour(Schema):
    """A placement of the same village that went on in another, or goes on from one."""

    id: int
    title: str
    status: str
    status_label: str = Field(alias="get_status_display")
    document_number: str


class PlacementOut(Schema):
    id: int
    version: int
    status: str
    status_label: str = Field(alias="get_status_display")
    matter_code: str
    title: str
    department: str
    department_id: int
    village: str = Field(alias="village.name")
    village_id: int
    village_duty: str
    funding: Money
    starts_on: date
    ends_on: date | None
    document_id: int
    document_number: str
    document_code: str
    notified_at: datetime
    entered_at: datetime | None
    completed_at: datetime | None
    closed_at: datetime | None
    closing_reason: str
    closing_document_id: int | None
    closing_number: str
    closing_code: str
    provisional: bool
    provisional_label: str
    carried_from_ids: list[int]
    predecessors: list[Neighbour]
    successors: list[Neighbour]
    refusal_id: int | None

    @staticmethod
    def resolve_predecessors(placement: Placement) -> list[object]:
        return list(Placement.objects.filter(pk__in=placement.carried_from_ids).order_by("id"))

    @staticmethod
    def resolve_successors(placement: Placement) -> list[object]:
        return list(Placement.objects.filter(carried_from_ids__contains=[placement.pk]).order_by("id"))

    @staticmethod
    def resolve_provisional_label(placement: Placement) -> str:
        return provisional_label(placement.provisional)


class PlacementRow(BaseModel):
    """A line of the township's list."""

    id: int
    title: str
    department: str
    village: str
    status: PlacementStatus
    provisional: bool
    document_number: str
    starts_on: date
    ends_on: date | None
    notified_at: datetime
    entered_at: datetime | None
    closed_at: datetime | None
    closing_number: str

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)

    @computed_field
    def provisional_label(self) -> str:
        return provisional_label(self.provisional)


class PlacementFilter(Schema):
    status: PlacementStatus | None = None
    provisional: bool | None = None
    village: Annotated[int, Field(ge=1, lt=2**63)] | None = None
