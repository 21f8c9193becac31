"""What comes in of acceptance periods, and their list."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.contracts.models import Period
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


class DefenceAnswer(Remark):
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
