"""Questions to villages and township, and what they say."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field, ValidationInfo, field_validator

from zhunru.admissions.models import Opinion
from zhunru.core.text import PastDay, said, values_of
from zhunru.placements.discretion import PublicLine, PublicText

Purpose = Annotated[Opinion.Purpose, values_of(Opinion.Purpose)]


class Answer(Schema, extra="forbid"):
    """An objection says why (A-14)."""

    position: Literal["support", "no_objection", "objection"]
    text: PublicText = Field("", validate_default=True)

    @field_validator("text")
    @classmethod
    def _says_why(cls, text: str, info: ValidationInfo) -> str:
        if info.data.get("position") == "objection" and not text:
            raise said(_("不同意的，请说明理由"))
        return text


class StatementIn(Answer):
    """A word in the yearly review (A-27)."""


class PetitionIn(Schema, extra="forbid"):
    """The residents ask that the matter leave (A-26): decided by their meeting."""

    meeting_on: PastDay
    attendance: Annotated[PublicLine, Field(min_length=1, max_length=100)]
    """How many were present, in words: 应到68户，实到56户."""
    reason: Annotated[PublicText, Field(min_length=1, max_length=3000)]


class ConsultationFilter(Schema):
    """`open`: only what is not answered yet, or only what is."""

    open: bool | None = None
    purpose: Purpose | None = None


class SaidOut(Schema):
    """What a village or the township has said, and what the county's office has replied."""

    id: int
    purpose: str
    purpose_label: str = Field(alias="get_purpose_display")
    village: str | None
    title: str
    position: str
    position_label: str = Field(alias="get_position_display")
    text: str
    answered_at: datetime | None
    silent: bool
    reply: str

    @staticmethod
    def resolve_village(opinion: Any) -> str | None:
        return opinion.village.name if opinion.village else None


class ConsultationOut(SaidOut):
    """One question; without a village the township is asked. `brief` says what it is about."""

    brief: dict[str, Any]
    asked_at: datetime
    due_on: date | None
    days_left: int | None
    """Working days after today; negative = overdue; None where it is answered or the calendar cannot tell."""
    may_answer: bool
