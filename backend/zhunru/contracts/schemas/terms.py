"""Versions of a contract's text as they come in and go out, and what comes with their steps."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from zhunru.contracts.models import Clause, Contract, Terms
from zhunru.contracts.rules.faults import Fault
from zhunru.contracts.rules.texts import faults_of, weights_of
from zhunru.contracts.schemas.assessments import AssessmentOut
from zhunru.contracts.schemas.contracts import Because
from zhunru.contracts.schemas.texts import LevelDraft, StepDraft, TermsDraft
from zhunru.contracts.scoring import NotApplicable
from zhunru.core.text import Line, Money, values_of
from zhunru.core.workflow import Remark

Share = Annotated[Decimal, Field(ge=0, le=100)]
Party = Annotated[Contract.Party, values_of(Contract.Party)]
People = Annotated[int, Field(ge=0, le=30_000)]
Count = Annotated[int, Field(ge=0, lt=2**31)]


class FaultOut(Schema):
    """What is wrong with the text and where, as `clauses.3.weight`."""

    field: str
    detail: str


class WeightsOut(Schema):
    provider: Decimal
    purchaser: Decimal


class ClauseOut(Schema):
    """A signed clause."""

    id: int
    number: int
    side: str
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    heading: str
    text: str
    assessable: bool
    measure: str
    measure_label: str = Field(alias="get_measure_display")
    unit: str
    target: Decimal | None
    tolerance: Decimal
    grace_days: int
    steps: list[StepDraft]
    levels: list[LevelDraft]
    weight: Decimal
    must_pass: bool
    evidence: str
    evidence_label: str = Field(alias="get_evidence_display")
    measured_by: str
    measured_by_label: str = Field(alias="get_measured_by_display")

    @staticmethod
    def resolve_steps(clause: Clause) -> list[dict[str, str]]:
        return _as_typed(clause.steps)

    @staticmethod
    def resolve_levels(clause: Clause) -> list[dict[str, str]]:
        return _as_typed(clause.levels)


def _as_typed(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Stored with their numbers, told as they were typed."""
    return [{name: str(value) for name, value in row.items()} for row in rows]


class TermsOut(Schema):
    id: int
    version: int
    contract_id: int
    no: int
    status: str
    status_label: str = Field(alias="get_status_display")
    asked_by: str
    asked_by_label: str = Field(alias="get_asked_by_display")
    reason: str
    text: TermsDraft
    faults: list[FaultOut]
    """What stands against its submission; none once it is signed."""
    weights: WeightsOut
    price: Money | None
    due_on: date | None
    deliberation_number: str
    deliberated_on: date | None
    deliberation_present: int | None
    deliberation_total: int | None
    deliberation_for: int | None
    purchaser_signatory: str
    purchaser_signed_at: datetime | None
    provider_signatory: str
    provider_signed_at: datetime | None
    signed_on: date | None
    clauses: list[ClauseOut]

    @staticmethod
    def resolve_faults(terms: Terms) -> list[Fault]:
        return [] if terms.status in (Terms.Status.SIGNED, Terms.Status.DISCARDED) else faults_of(terms)

    @staticmethod
    def resolve_weights(terms: Terms) -> dict[str, Decimal]:
        return weights_of(terms)

    @staticmethod
    def resolve_clauses(terms: Terms) -> list[object]:
        return list(terms.clauses.all())


class TermsEdit(Schema, extra="forbid"):
    """The whole text; `version` is the one that was on the screen."""

    version: int
    text: TermsDraft


class SupplementIn(Schema, extra="forbid"):
    """Why the contract is to be supplemented; from a village: why it asks for more time."""

    reason: Annotated[Line, Field(min_length=1)]


class Deliberation(Remark):
    """The village's own decision: its record by number, never who said what (clause 2.2b)."""

    number: Annotated[Line, Field(min_length=1, max_length=60)]
    on: date
    present: People
    total: People
    in_favour: People


class Signing(Remark):
    """Who signs for a side."""

    signatory: Annotated[Line, Field(min_length=1, max_length=50)]


class Refused(Because):
    """The village does not agree, or does not sign, and says why."""


class EventIn(Schema, extra="forbid"):
    """What is assumed to be measured of one clause."""

    number: Annotated[int, Field(ge=1, le=200)]
    done: bool | None = None
    actual: Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)] | None = None
    days_late: Count | None = None
    passed: Count | None = None
    sampled: Count | None = None
    satisfied: Count | None = None
    fairly: Count | None = None
    valid_answers: Count | None = None
    level: Count | None = None
    not_applicable: Annotated[NotApplicable, values_of(NotApplicable)] | None = None


class Simulation(Schema, extra="forbid"):
    events: Annotated[list[EventIn], Field(max_length=200)]


class SimulationOut(Schema):
    """Of each side of whose clauses anything was assumed."""

    provider: AssessmentOut | None
    purchaser: AssessmentOut | None


class ChangeOut(Schema):
    """One thing that a version changes, in words; empty where it was not there before, or is no more."""

    what: str
    before: str
    after: str
