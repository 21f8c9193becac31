"""What the county's read side shows."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.placements.schemas import PlacementStatus


class Slice(Schema):
    """One bar of a chart: a township or a department with its load."""

    key: str
    label: str
    matters: int
    notified: int
    confirmed: int
    closed: int


class StatusSlice(Schema):
    key: str
    label: str
    count: int


class Totals(Schema):
    matters: int
    placements: int
    notified: int
    confirmed: int
    completed: int
    closed: int


class Board(Schema):
    """The consolidated board (clauses 1.2, 3.3a)."""

    totals: Totals
    by_township: list[Slice]
    by_department: list[Slice]
    by_status: list[StatusSlice]
    matters_by_status: list[StatusSlice]


class FactRow(BaseModel):
    """A line of the list of placements over all townships."""

    id: int
    matter_id: int
    title: str
    township: str
    village: str
    department: str
    status: PlacementStatus
    notified_at: datetime
    entered_at: datetime | None
    completed_at: datetime | None
    closed_at: datetime | None

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class FactFilter(Schema):
    status: PlacementStatus | None = None
    township: Annotated[str, Field(pattern=r"^[0-9]{9}$")] | None = None
    department: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    matter: Annotated[int, Field(ge=1, lt=2**63)] | None = None


class ProgressLine(Schema):
    township: str
    villages: int
    notified: int
    confirmed: int
    completed: int
    closed: int
    delivery: str
    delivery_status: str
    delivery_status_label: str
    delivery_error: str


class Progress(Schema):
    """`n of m villages`: what has arrived of what was owed."""

    townships: int
    townships_done: int
    villages: int
    notified: int
    confirmed: int
    completed: int
    closed: int
    rows: list[ProgressLine]
