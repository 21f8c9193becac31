"""Meetings and their agendas as they go out over the API."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.admissions.models import AgendaItem, Meeting
from zhunru.admissions.parameters import bodies_of
from zhunru.core.text import values_of

MeetingStatus = Annotated[Meeting.Status, values_of(Meeting.Status)]


class AgendaItemOut(Schema):
    """One application on an agenda; the recommendation stands apart from the outcome."""

    id: int
    position: int
    application_id: int
    title: str
    department: str
    kind_label: str
    category_label: str
    status: str
    status_label: str
    recommendation: str
    deciding: bool
    """Whether this meeting decides on it or advises only."""
    outcome: str
    outcome_label: str
    reasons: str
    conditions: list[str]

    @classmethod
    def of(cls, item: AgendaItem) -> "AgendaItemOut":
        application, meeting = item.application, item.meeting
        decision = application.decisions.filter(meeting=meeting).last()
        endorsement = application.endorsements.filter(meeting=meeting).last()
        return cls(
            id=item.pk,
            position=item.position,
            application_id=application.pk,
            title=application.title,
            department=application.department.name,
            kind_label=application.get_kind_display(),
            category_label=application.get_category_display(),
            status=application.status,
            status_label=application.get_status_display(),
            recommendation=item.recommendation,
            deciding=bodies_of(application)[-1] == meeting.body,
            outcome=decision.outcome if decision else "",
            outcome_label=decision.get_outcome_display() if decision else "",
            reasons=decision.reasons if decision else endorsement.opinion if endorsement else "",
            conditions=decision.conditions if decision else [],
        )


class MeetingOut(Schema):
    id: int
    version: int
    body: str
    body_label: str = Field(alias="get_body_display")
    held_on: date
    number: str
    status: str
    status_label: str = Field(alias="get_status_display")
    items: list[AgendaItemOut]

    @staticmethod
    def resolve_items(meeting: Meeting) -> list[AgendaItemOut]:
        items = meeting.items.filter(removed=False).select_related("application__department")
        return [AgendaItemOut.of(item) for item in items]


class MeetingRow(BaseModel):
    id: int
    body: str
    held_on: date
    number: str
    status: MeetingStatus
    item_count: int

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class MeetingFilter(Schema):
    status: MeetingStatus | None = None
    body: str | None = Field(None, max_length=20)
