"""The county's figures of purchased services: what departments have bought, paid and paid late (clauses 1.2, 3.3b)."""

from datetime import date
from decimal import Decimal

from django.utils.timezone import localdate

from zhunru.core.actors import Actor
from zhunru.purchases import queries
from zhunru.purchases.fact_schemas import DepartmentFigures, Figures, Month


def figures(actor: Actor) -> Figures:
    rows = [DepartmentFigures(**row) for row in queries.by_department(actor)]
    zero = Decimal(0)
    return Figures(
        contracts=sum(row.contracts for row in rows),
        amount=sum((row.amount for row in rows), zero),
        paid=sum((row.paid for row in rows), zero),
        late_payments=sum(row.late_payments for row in rows),
        late_amount=sum((row.late_amount for row in rows), zero),
        by_department=rows,
    )


def payments(actor: Actor, *, months: int, department: int | None) -> list[Month]:
    """One row for each of the last `months` months, this one included, and for each later one that has a date set."""
    today = localdate()
    first = _back(today.replace(day=1), months - 1)
    found = queries.payments_by_month(actor, since=first, department=department)
    last = max([today.replace(day=1), *found])
    rows, month = [], first
    while month <= last:
        sums = found.get(month, {"due": Decimal(0), "made": Decimal(0)})
        rows.append(Month(month=f"{month:%Y-%m}", **sums))
        month = _back(month, -1)
    return rows


def _back(month: date, by: int) -> date:
    """The first day of the month so many months before."""
    count = month.year * 12 + month.month - 1 - by
    return date(count // 12, count % 12 + 1, 1)
