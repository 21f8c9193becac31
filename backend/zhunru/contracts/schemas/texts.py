"""The text of a contract: as it is typed while it is a draft, and as it must be before it is offered."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypedDict

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model

from zhunru.contracts.models import Instalment
from zhunru.contracts.scoring import MeasureKind, Satisfaction
from zhunru.core.text import MAX_TEXT, Line, Money, Text, said, storable
from zhunru.purchases.choices import ClauseKind, Evidence, MeasuredBy, Method, ProviderKind, Side

Typed = Annotated[str, StringConstraints(max_length=MAX_TEXT), AfterValidator(storable)]
"""As it was typed, right or wrong: a half-written date is kept, too."""
Counted = Annotated[int, Field(ge=1, le=200)]
"""Number of a clause, a period or an instalment; it stays with its row over the versions."""
LineId = Annotated[int, Field(ge=1, lt=2**63)]


class LevelDraft(Schema, extra="forbid"):
    level: Typed = ""
    anchor: Typed = ""


class StepDraft(Schema, extra="forbid"):
    days: Typed = ""
    result: Typed = ""


class ClauseDraft(Schema, extra="forbid"):
    number: Counted
    side: Typed = "provider"
    kind: Typed = ""
    heading: Typed = ""
    text: Typed = ""
    assessable: bool = False
    measure: Typed = ""
    unit: Typed = ""
    target: Typed = ""
    tolerance: Typed = ""
    grace_days: Typed = ""
    steps: Annotated[list[StepDraft], Field(max_length=20)] = []
    levels: Annotated[list[LevelDraft], Field(max_length=20)] = []
    weight: Typed = ""
    must_pass: bool = False
    evidence: Typed = "none"
    measured_by: Typed = "purchaser"


class PeriodDraft(Schema, extra="forbid"):
    no: Counted
    title: Typed = ""
    from_on: Typed = ""
    to_on: Typed = ""


class InstalmentDraft(Schema, extra="forbid"):
    """`period` is the number of the period whose acceptance it waits for."""

    no: Counted
    title: Typed = ""
    basis: Typed = "acceptance"
    period: Counted | None = None
    milestone_on: Typed = ""
    amount: Typed = ""
    retention: bool = False


class BudgetDraft(Schema, extra="forbid"):
    line: LineId | None = None
    amount: Typed = ""


BandDraft = TypedDict("BandDraft", {"from": Typed, "label": Typed})
BandDraft.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]  # as pydantic asks it of a dict
"""From which score on it is called so."""


class AnswerDraft(Schema, extra="forbid"):
    """Why a free subject is not the thing that it resembles (P-01)."""

    code: Annotated[Line, Field(min_length=1, max_length=20)]
    answer: Typed = ""


class TermsDraft(Schema, extra="forbid"):
    """The whole text as complete as it is. What is left out is empty."""

    subject: Typed = ""
    content: Typed = ""
    service_code: Typed = ""
    answers: Annotated[list[AnswerDraft], Field(max_length=50)] = []
    provider_kind: Typed = ""
    provider: Typed = ""
    basis: Typed = ""
    method: Typed = ""
    method_reason: Typed = ""
    awarded_on: Typed = ""
    starts_on: Typed = ""
    ends_on: Typed = ""
    term_reason: Typed = ""
    price: Typed = ""
    late_interest: Typed = ""
    payment_days: Typed = ""
    retention_percent: Typed = ""
    acceptance_plan: Typed = ""
    clauses: Annotated[list[ClauseDraft], Field(max_length=200)] = []
    periods: Annotated[list[PeriodDraft], Field(max_length=60)] = []
    instalments: Annotated[list[InstalmentDraft], Field(max_length=60)] = []
    budget: Annotated[list[BudgetDraft], Field(max_length=20)] = []
    bands: Annotated[list[BandDraft], Field(max_length=3)] = []


# --- the same, whole: every field is what it must be ---

Said = Annotated[Text, Field(min_length=1)]
Named = Annotated[Line, Field(min_length=1, max_length=60)]
Quantity = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]
MOST_PAYMENT_DAYS = 60


class LevelText(TypedDict):
    level: Annotated[int, Field(ge=0, le=20)]
    anchor: Said


class StepText(TypedDict):
    days: Annotated[int, Field(ge=1, le=366)]
    result: Annotated[Decimal, Field(ge=0, le=1, max_digits=5, decimal_places=4)]


def _one_of_the_measures(measure: str) -> str:
    if measure not in MeasureKind.values:
        raise said(_("不在可选范围内"))
    return measure


class ClauseText(BaseModel):
    """One clause, with the columns of its row."""

    number: Counted
    side: Side
    kind: ClauseKind
    heading: Named
    text: Said
    assessable: bool = False
    measure: Annotated[str, AfterValidator(_one_of_the_measures)] = ""
    unit: Annotated[Line, Field(max_length=20)] = ""
    target: Quantity | None = None
    tolerance: Quantity = Decimal(0)
    grace_days: Annotated[int, Field(ge=0, le=366)] = 0
    steps: list[StepText] = []
    levels: list[LevelText] = []
    weight: Percent = Decimal(0)
    must_pass: bool = False
    evidence: Evidence = Evidence.NONE
    measured_by: MeasuredBy = MeasuredBy.PURCHASER


class PeriodText(BaseModel):
    no: Counted
    title: Named
    from_on: date
    to_on: date


class InstalmentText(BaseModel):
    no: Counted
    title: Named
    basis: Instalment.Basis
    period: Counted | None = None
    milestone_on: date | None = None
    amount: Annotated[Money, Field(gt=0)]
    retention: bool = False


class BudgetText(BaseModel):
    line: LineId
    amount: Annotated[Money, Field(gt=0)]


BandText = TypedDict("BandText", {"from": Percent, "label": Satisfaction})


class AnswerText(BaseModel):
    code: str
    answer: Text = ""


class TermsText(BaseModel):
    """The whole text of one version, as both sides sign it."""

    subject: Annotated[Line, Field(min_length=1, max_length=100)]
    content: Said
    service_code: Annotated[Line, Field(max_length=12)] = ""
    answers: list[AnswerText] = []
    provider_kind: ProviderKind
    provider: Annotated[Line, Field(min_length=1, max_length=100)]
    basis: Said
    method: Method
    method_reason: Text = ""
    awarded_on: date | None = None
    starts_on: date
    ends_on: date
    term_reason: Text = ""
    price: Annotated[Money, Field(gt=0)]
    late_interest: Percent | None = None
    payment_days: Annotated[int, Field(ge=1, le=MOST_PAYMENT_DAYS)]
    retention_percent: Percent = Decimal(0)
    acceptance_plan: Said
    clauses: list[ClauseText] = []
    periods: list[PeriodText] = []
    instalments: list[InstalmentText] = []
    budget: list[BudgetText] = []
    bands: list[BandText] = []


def whole(text: Mapping[str, Any]) -> TermsText:
    """What was typed, read strictly. Raises pydantic's ValidationError, its places those of the draft."""
    return TermsText.model_validate(_without_blanks(text))


def part_of(text: Mapping[str, Any], *parts: str) -> TermsText:
    """Only these parts of what was typed, read strictly; the others are as good as absent."""
    typed = _without_blanks({part: text.get(part, []) for part in parts})
    fields = {part: TermsText.model_fields[part] for part in parts}
    shape: type[BaseModel] = create_model("Part", **{name: (field.annotation, ...) for name, field in fields.items()})  # type: ignore[call-overload]  # names known at run time only
    return TermsText.model_construct(**{part: getattr(shape.model_validate(typed), part) for part in parts})


def _without_blanks(typed: Any) -> Any:
    """What was left empty was not filled in; inside lists everything keeps its place."""
    if isinstance(typed, Mapping):
        return {name: _without_blanks(value) for name, value in typed.items() if not _is_blank(value)}
    if isinstance(typed, list):
        return [_without_blanks(value) for value in typed]
    return typed.strip() if isinstance(typed, str) else typed


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
