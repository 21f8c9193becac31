"""How one contract goes on, for its charts: clauses met by period, money by month. No score (rule P-15)."""

from ninja import Schema

from zhunru.core.text import Money


class PeriodProgress(Schema):
    """How many of the provider's clauses were met, partly, or not; of a period whose panel has signed."""

    no: int
    title: str
    met: int
    partly: int
    not_met: int
    not_applicable: int


class MonthProgress(Schema):
    """`month` as 2026-07: what fell due in it, and what was paid."""

    month: str
    due: Money
    paid: Money


class ProgressOut(Schema):
    periods: list[PeriodProgress]
    payments: list[MonthProgress]
