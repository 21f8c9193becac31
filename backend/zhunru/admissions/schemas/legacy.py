"""Existing matters over the API."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from django.utils import timezone
from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.admissions.models import Application
from zhunru.admissions.schemas.drafts import Id
from zhunru.admissions.schemas.matters import MatterStatus
from zhunru.configuration.choices import ObjectType
from zhunru.files.sheets import Preview, PreviewOut, Sha256


class LegacyImportOut(Schema):
    """A table that has been taken over."""

    id: int
    sha256: str
    rows: int
    readmit_by: date
    imported_by: str = Field(alias="imported_by.name")
    imported_at: datetime


class DepartmentCount(Schema):
    department: str
    rows: int


class LegacyPreviewOut(PreviewOut):
    """The table as it would be taken over: how many matters of which department, and their term."""

    departments: list[DepartmentCount]
    readmit_by: date
    imported: LegacyImportOut | None
    """This very file has been taken over before."""

    @classmethod
    def shown(cls, preview: Preview, **more: Any) -> Self:
        return cls(**PreviewOut.of(preview).model_dump(), **more)


class LegacyCommit(Schema, extra="forbid"):
    """The file of step one, by its digest."""

    sha256: Sha256


class LegacyFilter(Schema):
    department: Id | None = None
    status: MatterStatus | None = None


class LegacyRow(BaseModel):
    """One existing matter; `application` is the one under way in its place."""

    id: int
    code: str
    title: str
    department: str
    object_type: str
    villages: int
    person_days: Decimal | None
    status: MatterStatus
    readmit_by: date
    application: int | None
    application_status: str | None

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)

    @computed_field
    def object_type_label(self) -> str:
        return str(ObjectType(self.object_type).label)

    @computed_field
    def application_label(self) -> str:
        return str(Application.Status(self.application_status).label) if self.application_status else ""

    @computed_field
    def days_left(self) -> int:
        """Until the last day of the term; negative = overdue."""
        return (self.readmit_by - timezone.localdate()).days


class LegacyDepartment(Schema):
    """How far a department is with its existing matters."""

    department_id: int
    department: str
    total: int
    waiting: int
    readmit_by: date | None
