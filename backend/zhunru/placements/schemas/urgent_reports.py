"""Urgent entries that the township registers for a department (clause 2.1e, A-24)."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import AwareDatetime, Field

from zhunru.admissions.models import UrgentReport as Inbox
from zhunru.configuration.grounds import UrgentGround
from zhunru.core.text import values_of
from zhunru.placements.discretion import PublicLine, PublicText

VillageCode = Annotated[str, Field(pattern=r"^[0-9]{12}$")]


class UrgentReportIn(Schema, extra="forbid"):
    department: Annotated[int, Field(ge=1, lt=2**63)]
    title: Annotated[PublicLine, Field(min_length=1, max_length=60)]
    ground: Annotated[UrgentGround, values_of(UrgentGround)]
    entered_at: AwareDatetime
    late_reason: PublicText = ""
    village_duty: Annotated[PublicText, Field(min_length=1)]
    scope: Annotated[list[VillageCode], Field(min_length=1, max_length=1000)]


class UrgentReportOut(Schema):
    """A report with what the county has made of it; `reason` says why it could not be registered."""

    id: int
    department: str
    title: str
    ground: str
    ground_label: str = Field(alias="get_ground_display")
    entered_at: datetime
    late_reason: str
    village_duty: str
    scope: list[str]
    reported_at: datetime
    status: str
    status_label: str
    reason: str
    document_number: str
    """Of the provisional paper; empty while there is none."""

    @staticmethod
    def resolve_status_label(report: Any) -> str:
        return str(Inbox.Status(report.status).label)

    @staticmethod
    def resolve_reason(report: Any) -> str:
        return str(report.declined)
