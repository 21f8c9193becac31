"""What comes in and goes out over the API."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import BaseModel, Field, computed_field, model_validator

from zhunru.admissions.models import Application, Finding, Matter
from zhunru.core.text import Line, Money, Text, said, values_of
from zhunru.core.workflow import Remark

ApplicationStatus = Annotated[Application.Status, values_of(Application.Status)]
MatterStatus = Annotated[Matter.Status, values_of(Matter.Status)]
VillageCode = Annotated[str, Field(pattern=r"^[0-9]{12}$")]
Title = Annotated[Line, Field(max_length=60)]


class LegalBasis(Schema):
    """Where the matter rests in law: document, article and the version (its date) that was read."""

    document: Line
    article: Line
    version: Line
    quotation: Text = ""


class ApplicationIn(Schema, extra="forbid"):
    """A draft, as complete as it is; whatever is left out stays as it was."""

    title: Title = ""
    necessity: Text = ""
    objective: Text = ""
    done_criteria: Text = ""
    department_duty: Text = ""
    township_duty: Text = ""
    village_duty: Text = ""
    frequency: Annotated[Line, Field(max_length=100)] = ""
    person_days: Annotated[Decimal, Field(ge=0, max_digits=5, decimal_places=1)] | None = None
    legal_bases: Annotated[list[LegalBasis], Field(max_length=20)] = []
    starts_on: date | None = None
    ends_on: date | None = None
    funding_amount: Money | None = None
    budget_line: Line = ""
    no_cost_reason: Text = ""
    scope: Annotated[list[VillageCode], Field(max_length=1000)] = []


class ApplicationPatch(ApplicationIn):
    version: int
    """The version that was on the screen; an older one is refused with 409 `stale`."""


class Findings(Remark):
    """Three conclusions, each with an opinion (clause 3.1a)."""

    class One(Schema):
        aspect: Finding.Aspect
        favourable: bool
        opinion: Annotated[Text, Field(min_length=1)]

    findings: Annotated[list[One], Field(min_length=3, max_length=3)]

    @model_validator(mode="after")
    def has_each_aspect_once(self) -> "Findings":
        if {one.aspect for one in self.findings} != set(Finding.Aspect):
            raise said(_("合法性、可行性、合理性须各有一项结论"))
        return self


class Resolution(Remark):
    """The standing committee's decision: number and date, no minutes (clause 3.1b)."""

    resolution_number: Annotated[Line, Field(min_length=1, max_length=100)]
    meeting_on: date


class Rejection(Resolution):
    reasons: Annotated[Text, Field(min_length=1)]


class Return(Remark):
    remark: Annotated[Text, Field(min_length=1)]


class WithdrawalOrder(Remark):
    reasons: Annotated[Text, Field(min_length=1)]


class FindingOut(Schema):
    aspect: str
    aspect_label: str = Field(alias="get_aspect_display")
    favourable: bool
    opinion: str
    reviewer: str = Field(alias="reviewer.name")


class DecisionOut(Schema):
    outcome: str
    outcome_label: str = Field(alias="get_outcome_display")
    resolution_number: str
    meeting_on: date
    reasons: str


class Paper(Schema):
    """A pointer to a document of the register."""

    id: int
    number: str
    code: str
    title: str


class MatterRef(Schema):
    id: int
    code: str
    status: str
    status_label: str = Field(alias="get_status_display")


class ApplicationOut(Schema):
    id: int
    version: int
    status: str
    status_label: str = Field(alias="get_status_display")
    department: str = Field(alias="department.name")
    title: str
    necessity: str
    objective: str
    done_criteria: str
    department_duty: str
    township_duty: str
    village_duty: str
    frequency: str
    person_days: Decimal | None
    legal_bases: list[LegalBasis]
    starts_on: date | None
    ends_on: date | None
    funding_amount: Money | None
    budget_line: str
    no_cost_reason: str
    scope: list[str]
    submitted_at: datetime | None
    findings: list[FindingOut]
    decision: DecisionOut | None
    matter: MatterRef | None
    papers: list[Paper]
    editable: bool

    @staticmethod
    def resolve_decision(application: Application) -> object:
        return getattr(application, "decision", None)

    @staticmethod
    def resolve_matter(application: Application) -> object:
        return getattr(application, "matter", None)


class ApplicationRow(BaseModel):
    """A line of the list of applications."""

    id: int
    title: str
    department: str
    status: ApplicationStatus
    submitted_at: datetime | None
    villages: int

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class Check(Schema):
    """One rule of submission, told before the button is pressed."""

    code: str
    ok: bool
    field: str | None
    detail: str


class MatterOut(Schema):
    id: int
    version: int
    code: str
    title: str
    department: str = Field(alias="department.name")
    status: str
    status_label: str = Field(alias="get_status_display")
    starts_on: date
    ends_on: date | None
    application_id: int
    withdrawal_reasons: str
    papers: list[Paper]


class MatterRow(BaseModel):
    """A line of the list of matters."""

    id: int
    code: str
    title: str
    department: str
    status: MatterStatus
    starts_on: date
    ends_on: date | None
    villages: int

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class ApplicationFilter(Schema):
    status: ApplicationStatus | None = None
    department: Annotated[int, Field(ge=1, lt=2**63)] | None = None


class MatterFilter(Schema):
    status: MatterStatus | None = None
    department: Annotated[int, Field(ge=1, lt=2**63)] | None = None
