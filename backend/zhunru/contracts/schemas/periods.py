"""Acceptance periods as they come in and go out."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.contracts.models import Period
from zhunru.contracts.schemas.assessments import AssessmentOut
from zhunru.contracts.schemas.terms import ClauseOut
from zhunru.contracts.scoring import NotApplicable
from zhunru.core.text import Line, Money, Text, values_of
from zhunru.core.workflow import Remark

Number = Annotated[int, Field(ge=1, le=999)]
Count = Annotated[int, Field(ge=0, lt=2**31)]
Words = Annotated[Text, StringConstraints(min_length=1)]
Result = Annotated[Period.Result, values_of(Period.Result)]


class MeasuresIn(Schema, extra="forbid"):
    """What was measured of one clause, by its number; raw measures only, never a result or a score (P-10)."""

    clause: Number
    not_applicable: Annotated[NotApplicable, values_of(NotApplicable)] | None = None
    done: bool | None = None
    actual: Money | None = None
    days_late: Annotated[int, Field(ge=0, le=32_000)] | None = None
    sampled: Count | None = None
    passed: Count | None = None
    valid_answers: Count | None = None
    satisfied: Count | None = None
    fairly: Count | None = None
    level: Annotated[int, Field(ge=0, le=1_000)] | None = None
    reason: Annotated[Text, Field(max_length=1000)] = ""


class VerdictsIn(Schema, extra="forbid"):
    """`version` is the period's as it was read."""

    version: int
    items: Annotated[list[MeasuresIn], Field(min_length=1, max_length=200)]


class SelfReport(Remark):
    report: Words


class Said(Schema, extra="forbid"):
    clause: Number
    text: Annotated[Words, Field(max_length=2000)]


class Defence(Remark):
    """What the village says to single verdicts (P-11)."""

    items: Annotated[list[Said], Field(min_length=1, max_length=200)]


class Answer(Remark):
    """An answer to each objection, and the verdicts that the purchaser changes by it."""

    items: Annotated[list[Said], Field(min_length=1, max_length=200)]
    verdicts: Annotated[list[MeasuresIn], Field(max_length=200)] = Field(default_factory=list)


class Proposal(Remark):
    proposal: Words


class Conclusion(Remark):
    """The county's word on what is in dispute, with the verdicts as they stand by it."""

    opinion: Words
    verdicts: Annotated[list[MeasuresIn], Field(max_length=200)] = Field(default_factory=list)


class Member(Schema, extra="forbid"):
    """Of the panel, in which capacity; `recipient`: one of those whom the service serves."""

    name: Annotated[Line, Field(min_length=1, max_length=50)]
    capacity: Annotated[Line, Field(min_length=1, max_length=60)]
    recipient: bool = False


class PanelIn(Remark):
    """What the panel concludes (P-12)."""

    members: Annotated[list[Member], Field(min_length=1, max_length=15)]
    recipients_opinion: Words
    result: Result
    result_reason: Annotated[Text, Field(max_length=2000)] = ""
    accepted_amount: Money
    remedy_due_on: date | None = None


class Countersignature(Remark):
    signatory: Annotated[Line, Field(min_length=1, max_length=50)]


class PeriodRow(Schema):
    """A period in the list of its contract's."""

    id: int
    no: int
    title: str
    from_on: date
    to_on: date
    status: str
    status_label: str = Field(alias="get_status_display")
    due_on: date | None
    round: int
    result: str


class VerdictOut(Schema):
    not_applicable: str
    not_applicable_label: str = Field(alias="get_not_applicable_display")
    done: bool | None
    actual: Decimal | None
    days_late: int | None
    sampled: int | None
    passed: int | None
    valid_answers: int | None
    satisfied: int | None
    fairly: int | None
    level: int | None
    reason: str


class ObjectionOut(Schema):
    text: str
    said_at: datetime
    answer: str
    answered_at: datetime | None


class JudgedOut(Schema):
    """A clause with what was found of it. `delivered` is the sum of what was confirmed in the period."""

    clause: ClauseOut
    delivered: Decimal | None
    records: int
    files: int
    verdict: VerdictOut | None
    objection: ObjectionOut | None


class PeriodOut(Schema):
    id: int
    version: int
    contract_id: int
    no: int
    title: str
    from_on: date
    to_on: date
    status: str
    status_label: str
    due_on: date | None
    days_left: int | None
    round: int
    report: str
    reported_at: datetime | None
    assessed_at: datetime | None
    proposal: str
    county_opinion: str
    panel: list[Member]
    recipients_opinion: str
    result: str
    result_label: str
    result_reason: str
    payable: Money
    """What the instalments bound to the period come to: no more can be accepted."""
    accepted_amount: Money | None
    remedy_due_on: date | None
    score: Decimal | None
    band: str
    purchaser_score: Decimal | None
    formula: int | None
    panel_signed_at: datetime | None
    countersigned_at: datetime | None
    countersignatory: str
    clauses: list[JudgedOut]
    assessment: AssessmentOut | None
    """None until every clause was judged."""
    purchaser_assessment: AssessmentOut | None


class Recomputed(Schema):
    """A score computed anew from the verdicts as they were when it was signed."""

    formula: int
    stored: Decimal | None
    computed: Decimal | None
    same: bool
