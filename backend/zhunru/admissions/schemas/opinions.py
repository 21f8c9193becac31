"""What those who are asked say, as it goes out over the API."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field


class OpinionOut(Schema):
    """One party's opinion; of a village its name, never a person's."""

    id: int
    purpose: str
    purpose_label: str = Field(alias="get_purpose_display")
    party: str
    party_label: str = Field(alias="get_party_display")
    who: str
    asked_at: datetime | None
    due_on: date | None
    position: str
    position_label: str = Field(alias="get_position_display")
    text: str
    answered_at: datetime | None
    silent: bool
    reply: str

    @staticmethod
    def resolve_who(opinion: Any) -> str:
        place = opinion.village or opinion.organisation or opinion.township
        township = f"{opinion.township.name} " if opinion.village else ""
        return f"{township}{place.name}"


class OpinionAsked(OpinionOut):
    """What a party is asked, with what it is about."""

    title: str
    brief: dict[str, Any]
    application_id: int | None
    matter_id: int | None
