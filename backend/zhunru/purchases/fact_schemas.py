"""What the county's read side of contracts shows: facts, and nothing by which villages could be ranked (rule P-15)."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field

from zhunru.core.text import Line, Money

Number = Annotated[int, Field(ge=1, lt=2**63)]


class ContractFilter(Schema):
    township: Annotated[str, Field(pattern=r"^[0-9]{9}$")] | None = None
    department: Number | None = None
    status: Annotated[Line, Field(max_length=20)] | None = None
    late: bool | None = None
    """With an instalment that should have been paid by now."""


class ContractFactRow(BaseModel):
    """A line of the list of contracts over all townships; money in yuan."""

    id: int
    number: str
    subject: str
    service_code: str
    status: str
    township: str
    village: str
    department: str
    price: Money | None
    paid: Money | None
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    late: bool


class DepartmentFigures(Schema):
    """What one department has bought; days count from the day on which a payment was due."""

    department_id: int
    department: str
    contracts: int
    amount: Money
    paid: Money
    late_payments: int
    late_days: int
    late_amount: Money


class Figures(Schema):
    contracts: int
    amount: Money
    paid: Money
    late_payments: int
    late_amount: Money
    by_department: list[DepartmentFigures]


class MonthsAsked(Schema):
    months: Annotated[int, Field(ge=1, le=36)] = 12
    department: Number | None = None


class Month(Schema):
    """Payments that fell due and that were made in one month (2026-11); in yuan."""

    month: str
    due: Money
    made: Money
