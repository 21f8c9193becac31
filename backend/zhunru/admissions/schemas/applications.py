"""Applications as they go out over the API."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils import timezone
from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.admissions.models import Application, Matter
from zhunru.admissions.parameters import bodies_of
from zhunru.admissions.schemas.drafts import DemandIn, HitAnswer, Id, Instalment, LegalBasis, Part
from zhunru.admissions.schemas.pointers import MatterRef, Paper
from zhunru.admissions.schemas.reviews import DecisionOut, EndorsementOut, FindingOut, FirstReviewOut
from zhunru.configuration.choices import Category, ObjectType
from zhunru.core.text import Money, values_of
from zhunru.documents.kinds import CORRECTION
from zhunru.workdays import outputs
from zhunru.workdays.schemas import ClockOut

ApplicationStatus = Annotated[Application.Status, values_of(Application.Status)]


class AttachmentOut(Schema):
    id: int
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    name: str
    type: str
    size: int


class BodyOut(Schema):
    """One body of the course, in order; the last decides."""

    body: str
    label: str


class ApplicationOut(Schema):
    id: int
    version: int
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    object_type: str
    object_type_label: str = Field(alias="get_object_type_display")
    category: str
    category_label: str = Field(alias="get_category_display")
    status: str
    status_label: str = Field(alias="get_status_display")
    department: str = Field(alias="department.name")
    department_id: int
    concerns: list[int]
    parts: list[Part]
    extras: dict[str, Any]
    contact_name: str
    contact_phone: str
    title: str
    necessity: str
    feasibility: str
    duty_relation: str
    authorised_content: str
    authority_scope: str
    objective: str
    done_criteria: str
    department_duty: str
    township_duty: str
    village_duty: str
    frequency: str
    person_days: Decimal | None
    staffing: str
    dedicated_post: bool
    legal_bases: list[LegalBasis]
    starts_on: date | None
    ends_on: date | None
    funding_amount: Money | None
    budget_line: str
    funding_standard: str
    funding_channel: str
    funding_due: list[Instalment]
    no_cost_reason: str
    tech_support: str
    training_plan: str
    demands: list[DemandIn]
    assessment_method: str
    handles_personal_data: bool
    personal_data: str
    personal_data_purpose: str
    personal_data_retention: str
    not_secret: bool
    negative_entry: int | None
    hit_answers: list[HitAnswer]
    new_facts: str
    completion_report: str
    settlement: str
    closures: str
    urgent_ground: str
    entered_at: datetime | None
    registered_at: datetime | None
    late_reason: str
    scope: list[str]
    configuration: int | None
    corrections: int
    defects: list[str]
    """What its one correction notice lists (A-03)."""
    recommendation: str
    submitted_at: datetime | None
    bodies: list[BodyOut]
    first_review: FirstReviewOut | None
    findings: list[FindingOut]
    endorsements: list[EndorsementOut]
    decision: DecisionOut | None
    matter: MatterRef | None
    """Of a split the first."""
    matters: list[MatterRef]
    papers: list[Paper]
    attachments: list[AttachmentOut]
    clocks: list[ClockOut]
    editable: bool

    @staticmethod
    def resolve_configuration(application: Application) -> int | None:
        return application.configuration.number if application.configuration else None

    @staticmethod
    def resolve_defects(application: Application) -> list[str]:
        return [one for paper in application.papers if paper.kind == CORRECTION.name for one in paper.facts["defects"]]

    @staticmethod
    def resolve_first_review(application: Application) -> object:
        return getattr(application, "first_review", None)

    @staticmethod
    def resolve_bodies(application: Application) -> list[BodyOut]:
        return [BodyOut(body=body, label=str(body.label)) for body in bodies_of(application)]

    @staticmethod
    def resolve_matters(application: Application) -> list[Matter]:
        return sorted(application.matters.all(), key=lambda matter: matter.pk)

    @staticmethod
    def resolve_attachments(application: Application) -> list[object]:
        return [one for one in application.attachments.all() if one.removed_at is None]

    @staticmethod
    def resolve_clocks(application: Application) -> list[object]:
        return list(outputs.of(application, timezone.localdate()))


class ApplicationRow(BaseModel):
    """A line of the list of applications."""

    id: int
    title: str
    kind: str
    category: str
    object_type: str
    department: str
    status: ApplicationStatus
    submitted_at: datetime | None
    villages: int
    due_on: date | None
    """When the earliest of its running clocks is due."""

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)

    @computed_field
    def category_label(self) -> str:
        return str(Category(self.category).label)

    @computed_field
    def object_type_label(self) -> str:
        return str(ObjectType(self.object_type).label)


class ApplicationFilter(Schema):
    status: ApplicationStatus | None = None
    department: Id | None = None
    kind: str | None = Field(None, max_length=10)
    category: str | None = Field(None, max_length=10)
    object_type: str | None = Field(None, max_length=20)
