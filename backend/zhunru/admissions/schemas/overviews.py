"""What is gathered over many cases: what awaits a meeting, and what ends when."""

from datetime import date, timedelta
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import model_validator

from zhunru.configuration.choices import Body
from zhunru.core.text import said, values_of

LONGEST = timedelta(days=400)
"""A little more than a year may be looked at in one go."""


class BodyAsked(Schema):
    body: Annotated[Body, values_of(Body)]


class WaitingOut(Schema):
    """An application that waits for a body, with what the office recommends."""

    id: int
    title: str
    department: str
    kind_label: str
    category_label: str
    object_type_label: str
    recommendation: str
    deciding: bool
    """Whether the body decides on it or advises only."""
    due_on: date | None
    meeting_id: int | None
    """The planned meeting on whose agenda it stands already."""


class Span(Schema):
    """The first and the last day that are looked at."""

    from_on: date
    to_on: date

    @model_validator(mode="after")
    def is_a_span(self) -> "Span":
        if self.to_on < self.from_on:
            raise said(_("截止日不能早于起始日"))
        if self.to_on - self.from_on > LONGEST:
            raise said(_("一次最多查看 %(days)s 天") % {"days": LONGEST.days})
        return self


class ExpiringOut(Schema):
    id: int
    code: str
    title: str
    department: str
    status: str
    status_label: str


class ExpiryOut(Schema):
    """What falls on one day for one reason; `count` tells of all of it, `items` names the first."""

    on: date
    kind: Literal["ends", "urgent_end", "review", "readmit", "objections"]
    label: str
    count: int
    items: list[ExpiringOut]
