"""What comes in and goes out of the county's side of purchased services."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.core.text import Line, Money, Text, values_of
from zhunru.purchases.choices import Ban, ClauseKind, Evidence, MeasuredBy, ProviderKind, Side

Number = Annotated[int, Field(ge=1, lt=2**63)]
Given = Annotated[Line, StringConstraints(min_length=1)]
Reason = Annotated[Text, StringConstraints(min_length=1, max_length=600)]
Code = Annotated[str, Field(max_length=9, pattern=r"^([A-Z]\d{0,8})?$")]
Figure = Annotated[Decimal, Field(max_digits=14, decimal_places=2, ge=0)]
Measure = Literal["", "boolean", "count", "ratio", "deadline", "sample", "survey", "scale"]


class ServiceFilter(Schema):
    offered: bool | None = None
    parent: Annotated[Code | None, Field(alias="parent")] = None


class ServiceRow(BaseModel):
    id: int
    code: str
    name: str
    parent_code: str
    level: int
    offered: bool
    note: str
    source: str


class ForbiddenOut(Schema):
    seq: int
    item: str
    kind: Annotated[Ban, values_of(Ban)]
    catalogue_code: str
    legal_basis: str
    basis_version: str
    quote: str
    source: str


class ClauseIn(Schema):
    """A clause of the library; what is measured says how."""

    kind: Annotated[ClauseKind, values_of(ClauseKind)]
    side: Annotated[Side, values_of(Side)] = Side.PROVIDER
    heading: Annotated[Line, StringConstraints(min_length=1, max_length=60)]
    text: Annotated[Text, StringConstraints(min_length=1)]
    mandatory: bool = False
    measure: Measure = ""
    unit: Annotated[Line, StringConstraints(max_length=20)] = ""
    target: Figure | None = None
    tolerance: Figure = Decimal(0)
    grace_days: Annotated[int, Field(ge=0, le=365)] = 0
    levels: Annotated[list["LevelIn"], Field(max_length=20)] = []
    weight: Annotated[Decimal, Field(max_digits=5, decimal_places=2, ge=0, le=100)] = Decimal(0)
    must_pass: bool = False
    evidence: Annotated[Evidence, values_of(Evidence)] = Evidence.NONE
    measured_by: Annotated[MeasuredBy, values_of(MeasuredBy)] = MeasuredBy.PURCHASER


class LevelIn(Schema):
    level: Annotated[int, Field(ge=0, le=20)]
    anchor: Given


class ClauseNew(ClauseIn):
    reason: Reason


class ClauseChange(ClauseNew):
    version: Annotated[int, Field(ge=1, lt=2**31)]


class SampleClauseOut(Schema):
    id: int
    version: int
    seq: int
    kind: Annotated[ClauseKind, values_of(ClauseKind)]
    kind_label: str
    side: Annotated[Side, values_of(Side)]
    heading: str
    text: str
    mandatory: bool
    assessable: bool
    measure: Measure
    unit: str
    target: Decimal | None
    tolerance: Decimal
    grace_days: int
    steps: list[dict[str, Any]]
    levels: list[dict[str, Any]]
    weight: Decimal
    must_pass: bool
    evidence: Annotated[Evidence, values_of(Evidence)]
    measured_by: Annotated[MeasuredBy, values_of(MeasuredBy)]

    @staticmethod
    def resolve_kind_label(obj: Any) -> str:
        return str(ClauseKind(obj.kind).label)


class TemplateOut(Schema):
    id: int
    name: str
    service_code: str
    clauses: list[SampleClauseOut]


class CheckIn(Schema):
    """A purchase as it stands on the form; `answers` by the key of what was asked."""

    subject: Given
    description: Text = ""
    service_code: Code = ""
    provider_kind: Annotated[ProviderKind, values_of(ProviderKind)]
    provider: Given
    village: Number | None = None
    answers: Annotated[
        dict[Annotated[str, Field(max_length=40)], Annotated[Text, StringConstraints(max_length=1000)]],
        Field(max_length=60),
    ] = {}


class CheckFindingOut(Schema):
    rule: str
    code: str
    level: Literal["block", "ask", "pass"]
    sentence: str
    key: str
    legal_basis: str
    quote: str
    matched: list[str]
    answer: str


class CheckOut(Schema):
    """What was found; nothing of it is kept until a contract is."""

    passed: bool
    checked_on: date
    threshold: float
    findings: list[CheckFindingOut]
    editions: list[Mapping[str, Any]]
    service: Mapping[str, Any] | None
    compared: list[Mapping[str, Any]]


class LineFilter(Schema):
    department: Number | None = None
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None


class LineIn(Schema):
    year: Annotated[int, Field(ge=2000, le=2100)]
    function_code: Annotated[str, Field(pattern=r"^[0-9]{3,7}$")]
    economic_code: Annotated[str, Field(pattern=r"^[0-9]{3,5}$")]
    project: Annotated[Line, StringConstraints(min_length=1, max_length=100)]
    amount: Money
    reason: Reason


class LineChange(Schema):
    """The amount alone: what else a line is, it stays."""

    amount: Money
    reason: Reason
    version: Annotated[int, Field(ge=1, lt=2**31)]


class LineRow(BaseModel):
    id: int
    version: int
    department_id: int
    department: str
    year: int
    function_code: str
    economic_code: str
    project: str
    amount: Money
    reserved: Money
    spent: Money

    @computed_field
    def free(self) -> str:
        """What contracts may still bind, in yuan."""
        return f"{self.amount - self.reserved:.2f}"


class WaiverIn(Schema):
    department: Number
    subject: Given
    reason: Annotated[Text, StringConstraints(min_length=1, max_length=1000)]


class WaiverEnd(Schema):
    reason: Reason
    version: Annotated[int, Field(ge=1, lt=2**31)]


class WaiverOut(Schema):
    id: int
    version: int
    department_id: int
    department: str
    subject: str
    rule: str
    reason: str
    granted_on: date
    ended_on: date | None

    @staticmethod
    def resolve_department(obj: Any) -> str:
        return str(obj.department.name)
