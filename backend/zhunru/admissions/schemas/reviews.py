"""What the office and the bodies said of an application, as it goes out over the API."""

from datetime import date
from typing import Any

from ninja import Schema
from pydantic import Field

from zhunru.admissions.models import Finding, FirstReview


class Reviewed(Schema):
    opinion: str
    reviewer: str
    """Whoever wrote it; of a deputy also for whom."""

    @staticmethod
    def resolve_reviewer(review: FirstReview | Finding) -> str:
        absent = review.reviewed_for
        return f"{review.reviewer.name}（代{absent.name}）" if absent else review.reviewer.name


class FirstReviewOut(Reviewed):
    similar: list[dict[str, Any]]


class FindingOut(Reviewed):
    aspect: str
    aspect_label: str = Field(alias="get_aspect_display")
    favourable: bool


class EndorsementOut(Schema):
    body: str
    body_label: str = Field(alias="get_body_display")
    reference: str
    given_on: date
    opinion: str


class DecisionOut(Schema):
    body: str
    body_label: str = Field(alias="get_body_display")
    outcome: str
    outcome_label: str = Field(alias="get_outcome_display")
    resolution_number: str
    meeting_on: date
    meeting_id: int | None
    reasons: str
    conditions: list[str]
    resubmit_on: date | None
    merged_into_id: int | None
