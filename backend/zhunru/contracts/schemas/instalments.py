"""Payments as they come in and go out."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.contracts.models import Instalment
from zhunru.contracts.rules import paying as rules
from zhunru.core.text import Line, Money, PastDay, Text
from zhunru.core.workflow import Remark


class PaymentIn(Remark):
    """That it was paid; how much was approved before and is not said again."""

    paid_on: PastDay
    voucher: Annotated[Line, Field(min_length=1, max_length=60)]


class ArrivalIn(Remark):
    """On which day the village has found it in its account; today when none is given."""

    arrived_on: PastDay | None = None


class Denial(Remark):
    """Why the village says that nothing has arrived."""

    remark: Annotated[Text, StringConstraints(min_length=1, max_length=1000)]


class InstalmentOut(Schema):
    id: int
    version: int
    contract_id: int
    no: int
    title: str
    basis: str
    basis_label: str = Field(alias="get_basis_display")
    period_id: int | None
    period: str
    """Its title; empty where a milestone is waited for."""
    milestone_on: date | None
    retention: bool
    amount: Money
    status: str
    status_label: str = Field(alias="get_status_display")
    approved: Money | None
    due_on: date | None
    late_days: int
    """The purchaser's delay: until it was paid, or until today."""
    paid: Money
    paid_on: date | None
    voucher: str
    interest: Money
    """What the contract promises for the delay, kept when it was paid."""
    arrived_on: date | None
    denial: str

    @staticmethod
    def resolve_period(instalment: Instalment) -> str:
        return instalment.period.title if instalment.period else ""

    @staticmethod
    def resolve_late_days(instalment: Instalment) -> int:
        return rules.late_days(instalment)
