"""Matters and what is promised for them, as they go out over the API."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.admissions.models import Lineage, Matter, Opinion, RequestKind
from zhunru.admissions.schemas.drafts import DemandIn, Id, Instalment, LegalBasis
from zhunru.admissions.schemas.opinions import OpinionOut
from zhunru.admissions.schemas.pointers import MatterRef, Paper
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category, ObjectType
from zhunru.core.text import Money, values_of

MatterStatus = Annotated[Matter.Status, values_of(Matter.Status)]


class Relative(Schema):
    """A neighbour in the family tree: from what a matter came, or what came of it."""

    matter: MatterRef
    kind: str
    kind_label: str


@dataclass(frozen=True, slots=True)
class _Line:
    """What `Relative` is read from: the schemas below it take models, not schemas."""

    matter: Matter
    kind: str
    kind_label: str


def _line(line: Lineage, matter: Matter) -> _Line:
    return _Line(matter, line.kind, str(RequestKind(line.kind).label))


class ConfirmationOut(Schema):
    year: int
    verdict: str
    verdict_label: str = Field(alias="get_verdict_display")
    remark: str


class MatterOut(Schema):
    id: int
    version: int
    code: str
    title: str
    department: str = Field(alias="department.name")
    department_id: int
    object_type: str
    object_type_label: str = Field(alias="get_object_type_display")
    category: str
    category_label: str = Field(alias="get_category_display")
    status: str
    status_label: str = Field(alias="get_status_display")
    objective: str
    department_duty: str
    township_duty: str
    village_duty: str
    frequency: str
    person_days: Decimal | None
    legal_bases: list[LegalBasis]
    funding_amount: Money | None
    budget_line: str
    funding_due: list[Instalment]
    no_cost_reason: str
    tech_support: str
    training_plan: str
    demands: list[DemandIn]
    conditions: list[str]
    scope: list[str]
    starts_on: date
    ends_on: date | None
    review_on: date | None
    readmit_by: date | None
    extensions: int
    legacy: bool
    application_id: int | None
    withdrawal_ground: str
    withdrawal_ground_label: str = Field(alias="get_withdrawal_ground_display")
    withdrawal_reasons: str
    completion_report: str
    settlement: str
    closures: str
    objections_until: date | None
    predecessors: list[Relative]
    successors: list[Relative]
    confirmations: list[ConfirmationOut]
    objections: list[OpinionOut]
    petitions: int
    petitions_needed: int
    """How many villages make a petition for exit (A-26)."""
    papers: list[Paper]

    @staticmethod
    def resolve_predecessors(matter: Matter) -> list[_Line]:
        return [_line(line, line.predecessor) for line in matter.origins.select_related("predecessor")]

    @staticmethod
    def resolve_successors(matter: Matter) -> list[_Line]:
        return [_line(line, line.successor) for line in matter.successions.select_related("successor")]

    @staticmethod
    def resolve_confirmations(matter: Matter) -> list[object]:
        return list(matter.confirmations.all())

    @staticmethod
    def resolve_objections(matter: Matter) -> list[object]:
        asked = matter.opinions.filter(purpose=Opinion.Purpose.WITHDRAWAL, round=matter.withdrawal_round)
        return list(asked.select_related("village", "township", "organisation"))

    @staticmethod
    def resolve_petitions(matter: Matter) -> int:
        asked = matter.opinions.filter(purpose=Opinion.Purpose.PETITION)
        return asked.values("village").distinct().count()

    @staticmethod
    def resolve_petitions_needed(matter: Matter) -> int:
        return configuration.current().values.petition_needed(len(matter.scope))


class MatterRow(BaseModel):
    """A line of the list of matters."""

    id: int
    code: str
    title: str
    department: str
    object_type: str
    category: str
    status: MatterStatus
    starts_on: date
    ends_on: date | None
    review_on: date | None
    villages: int

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)

    @computed_field
    def category_label(self) -> str:
        return str(Category(self.category).label)

    @computed_field
    def object_type_label(self) -> str:
        return str(ObjectType(self.object_type).label)


class MatterFilter(Schema):
    status: MatterStatus | None = None
    department: Id | None = None
    category: str | None = Field(None, max_length=10)
    object_type: str | None = Field(None, max_length=20)
    ends_before: date | None = None
    review_before: date | None = None


class CommitmentOut(Schema):
    """What a village is promised, and by when (3.3b)."""

    id: int
    township: str = Field(alias="village.township.name")
    village: str = Field(alias="village.name")
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    amount: Money | None
    promise: str
    due_on: date
    ended_on: date | None
