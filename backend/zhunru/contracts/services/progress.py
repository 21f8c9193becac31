"""One contract over time: which clauses were met in each period, what fell due and was paid in each month."""

from collections import Counter, defaultdict
from decimal import Decimal

from zhunru.contracts.models import Contract, Period
from zhunru.contracts.schemas.progress import MonthProgress, PeriodProgress, ProgressOut
from zhunru.contracts.scoring import Met
from zhunru.contracts.services import assessing


def progress(contract: Contract) -> ProgressOut:
    signed = contract.periods.exclude(panel_signed_at=None).select_related("contract", "terms", "judged_by")
    return ProgressOut(periods=[_period(period) for period in signed.order_by("no")], payments=_payments(contract))


def _period(period: Period) -> PeriodProgress:
    found = assessing.assessment(period, formula=assessing.formula_for(period))
    states = Counter(line.state for line in found.lines) if found else Counter()
    return PeriodProgress(no=period.no, title=period.title, **{state.value: states[state] for state in Met})


def _payments(contract: Contract) -> list[MonthProgress]:
    due: defaultdict[str, Decimal] = defaultdict(Decimal)
    paid: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in contract.instalments.all():
        if row.due_on and row.approved:
            due[f"{row.due_on:%Y-%m}"] += row.approved
        if row.paid_on and row.paid:
            paid[f"{row.paid_on:%Y-%m}"] += row.paid
    return [MonthProgress(month=month, due=due[month], paid=paid[month]) for month in sorted({*due, *paid})]
