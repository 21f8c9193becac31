"""What the calendar and the clocks take in and give out."""

import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.core.text import Line, Text
from zhunru.workdays.models import FIRST_YEAR, LAST_YEAR

YearNumber = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


class DayIn(Schema, extra="forbid"):
    """`name` may be empty only where the day is what Monday to Friday say of it."""

    date: datetime.date
    working: bool
    name: Annotated[Line, StringConstraints(max_length=50)] = ""


class DaysIn(Schema, extra="forbid"):
    days: Annotated[list[DayIn], Field(min_length=1, max_length=366)]
    reason: Line = ""


class DatesIn(Schema, extra="forbid"):
    dates: Annotated[list[datetime.date], Field(min_length=1, max_length=366)]
    reason: Line = ""


class EnterIn(Schema, extra="forbid"):
    source: Line = ""
    note: Text = ""
    confirmed: bool = False
    """Enter the year although no day in it has a name."""


class DayOut(Schema):
    date: datetime.date
    working: bool
    name: str
    source: str
    exceptional: bool
    """Other than Monday to Friday say."""


class MonthOut(Schema):
    month: int
    working_days: int
    days: list[DayOut]


class CalendarOut(Schema):
    """Of a year that is not `entered`, this is a draft by which nothing is counted, as `warning` says."""

    year: int
    entered: bool
    source: str
    note: str
    warning: str | None
    months: list[MonthOut]


class MissingYearOut(Schema):
    """A year that is missing within the next twelve months."""

    year: int
    message: str


class WarningsOut(Schema):
    years: list[MissingYearOut]
    undated: int
    """Running clocks whose due date cannot be told because a year is missing."""


class PauseOut(Schema):
    reason: str
    label: str
    from_on: datetime.date
    to_on: datetime.date | None


class ClockOut(Schema):
    id: int
    subject: str
    subject_id: int
    name: str
    label: str
    title: str
    started_on: datetime.date
    limit: int
    unit: str
    unit_label: str
    due_on: datetime.date | None
    left: int | None
    """In the clock's unit: 0 = due today, negative = overdue; while it is paused, the days it has left."""
    overdue: bool
    paused: bool
    warning: str | None
    """Why there is no due date, for a reason that somebody must mend."""
    met_on: datetime.date | None
    role: str
    role_label: str
    organisation_id: int | None
    pauses: list[PauseOut]


class ClocksOut(Schema):
    items: list[ClockOut]
    total: int


class ClocksCut(Schema):
    limit: Annotated[int, Field(ge=1, le=200)] = 100
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0


class FeedOut(Schema):
    """`path` on this host; whoever has it reads the deadlines without logging in."""

    path: str
