"""Refusals as they go out over the API."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.admissions.models import RefusalCase
from zhunru.admissions.schemas.drafts import Id
from zhunru.core.text import values_of

RefusalStatus = Annotated[RefusalCase.Status, values_of(RefusalCase.Status)]


class RefusalOut(Schema):
    """A refusal as county and department see it. Where the village wished so, the department sees no village."""

    id: int
    version: int
    status: str
    status_label: str = Field(alias="get_status_display")
    department: str = Field(alias="department.name")
    village: str
    township: str
    matter_id: int | None
    demand: str
    form: str
    form_label: str = Field(alias="get_form_display")
    demanded_on: date
    reasons: list[str]
    explanation: str
    filed_at: datetime
    due_on: date | None
    answer: str
    answered_at: datetime | None
    application_id: int | None
    ruling: str
    ruled_at: datetime | None

    @staticmethod
    def resolve_village(case: Any) -> str:
        return str(case.shown_village)

    @staticmethod
    def resolve_township(case: Any) -> str:
        return str(case.shown_township)


class RefusalRow(BaseModel):
    id: int
    department: str
    township: str
    village: str
    demand: str
    status: RefusalStatus
    filed_at: datetime
    due_on: date | None

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class RefusalFilter(Schema):
    status: RefusalStatus | None = None
    department: Id | None = None
