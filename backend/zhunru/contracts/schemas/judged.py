"""An acceptance period as it goes out: every figure opens into its clause, what was measured and what was said."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from ninja import Schema
from pydantic import Field

from zhunru.contracts.models import Period
from zhunru.contracts.rules import assessing as rules
from zhunru.contracts.schemas.assessments import AssessmentOut
from zhunru.contracts.schemas.periods import Member
from zhunru.contracts.schemas.terms import ClauseOut
from zhunru.contracts.scoring import Side
from zhunru.contracts.services import assessing, opening
from zhunru.core.actors import Actor
from zhunru.core.text import Money
from zhunru.workdays import clocks


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
    status_label: str = Field(alias="get_status_display")
    due_on: date | None
    days_left: int | None
    """Working days after today; None where nothing runs or a year's calendar is missing."""
    round: int
    report: str
    reported_at: datetime | None
    assessed_at: datetime | None
    proposal: str
    county_opinion: str
    panel: list[Member]
    recipients_opinion: str
    result: str
    result_label: str = Field(alias="get_result_display")
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
    """A village is shown the verdicts on its work once the purchaser has finished them."""
    assessment: AssessmentOut | None
    """None until every clause was judged."""
    purchaser_assessment: AssessmentOut | None

    @staticmethod
    def resolve_days_left(period: Period) -> int | None:
        if period.due_on is None:
            return None
        return clocks.days_left([period.due_on], timezone.localdate())[period.due_on]

    @staticmethod
    def resolve_payable(period: Period) -> Decimal:
        return rules.payable(period)

    @staticmethod
    def resolve_clauses(period: Period, context: Any) -> list[opening.Judged]:
        return opening.judged(period, unfinished=_may_see_unfinished(period, context))

    @staticmethod
    def resolve_assessment(period: Period, context: Any) -> AssessmentOut | None:
        return _told(period, Side.PROVIDER) if _may_see_unfinished(period, context) else None

    @staticmethod
    def resolve_purchaser_assessment(period: Period) -> AssessmentOut | None:
        return _told(period, Side.PURCHASER)


def _may_see_unfinished(period: Period, context: Any) -> bool:
    actor: Actor = context["request"].auth
    return opening.is_open_to(period, actor)


def _told(period: Period, side: Side) -> AssessmentOut | None:
    found = assessing.assessment(period, side, formula=assessing.formula_for(period))
    return AssessmentOut.told(found) if found else None


class Recomputed(Schema):
    """A score computed anew from the verdicts as they were when it was signed."""

    formula: int
    stored: Decimal | None
    computed: Decimal | None
    same: bool
