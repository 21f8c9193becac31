"""Who reads what: catalogue and library are open, money and contracts are a department's own and the county's."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    DecimalField,
    DurationField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncMonth
from django.utils.timezone import localdate

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES
from zhunru.purchases.models import BudgetLine, ContractFact, InstalmentFact, SampleClause, Service, Template, Waiver

MONEY = DecimalField(max_digits=20, decimal_places=2)
OWED = Coalesce("approved", "amount", output_field=MONEY)
"""Of an instalment: what was approved, else what was planned."""
UNSIGNED = ("negotiating", "abandoned")
"""What no longer or not yet counts as a contract."""
SETTLED = ("arrived", "cancelled")


def services(words: str = "") -> QuerySet[Service]:
    """Classes whose name holds every one of `words`, or whose code begins with it."""
    rows = Service.objects.exclude(parent_code="")
    for word in words.split():
        rows = rows.filter(Q(name__contains=word) | Q(code__istartswith=word))
    return rows


def clauses() -> QuerySet[SampleClause]:
    rows: QuerySet[SampleClause] = SampleClause.objects.filter(ended_on=None)
    return rows


def templates() -> QuerySet[Template]:
    rows: QuerySet[Template] = Template.objects.filter(ended_on=None).prefetch_related("clauses")
    return rows


def own[M: Any](rows: QuerySet[M], actor: Actor) -> QuerySet[M]:
    """A department sees its own rows, the county's offices all, everybody else none."""
    if actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES):
        return rows.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return rows.filter(department_id=actor.organisation_id)
    return rows


def lines_visible_to(actor: Actor) -> QuerySet[BudgetLine]:
    rows: QuerySet[BudgetLine] = BudgetLine.objects.select_related("department")
    return own(rows, actor)


def line_rows(rows: QuerySet[BudgetLine]) -> QuerySet[Any, Any]:
    """Columns of `LineRow`."""
    columns = ("id", "version", "department_id", "year", "function_code", "economic_code", "project")
    found: QuerySet[Any, Any]
    found = rows.values(*columns, "amount", "reserved", "spent").annotate(department=F("department__name"))
    return found


def waivers_visible_to(actor: Actor) -> QuerySet[Waiver]:
    rows: QuerySet[Waiver] = Waiver.objects.select_related("department")
    return own(rows, actor)


def contracts_visible_to(actor: Actor) -> QuerySet[ContractFact]:
    return own(ContractFact.objects.all(), actor)


def late(today: date) -> Q:
    """Of instalments: due before today and not paid."""
    return Q(due_on__lt=today, paid_on=None) & ~Q(status__in=SETTLED)


def contract_rows(rows: QuerySet[ContractFact], *, only_late: bool | None = None) -> QuerySet[Any, Any]:
    """Columns of `ContractFactRow`."""
    owed = InstalmentFact.objects.filter(late(localdate()), contract=OuterRef("pk"))
    rows = rows.annotate(late=Exists(owed))
    if only_late is not None:
        rows = rows.filter(late=only_late)
    columns = ("id", "number", "subject", "service_code", "status", "price", "paid", "signed_on", "starts_on")
    found: QuerySet[Any, Any] = rows.values(*columns, "ends_on", "late").annotate(
        township=F("township__name"), village=F("village__name"), department=F("department__name")
    )
    return found


def by_department(actor: Actor) -> list[dict[str, Any]]:
    """Number, money and late payments of each department that has signed a contract; villages are never compared."""
    found: dict[int, dict[str, Any]] = {
        row["department_id"]: {**row, "late_payments": 0, "late_days": 0, "late_amount": Decimal(0)}
        for row in contracts_visible_to(actor)
        .exclude(status__in=UNSIGNED)
        .values("department_id", name=F("department__name"))
        .annotate(contracts=Count("id"), amount=_sum("price"), paid=_sum("paid"))
        .order_by("department_id")
    }
    for row in _late_payments(actor):
        if row["department_id"] in found:
            days = row.pop("late_time").days
            found[row["department_id"]] |= {**row, "late_days": days}
    return [{**row, "department": row.pop("name")} for row in found.values()]


def _late_payments(actor: Actor) -> QuerySet[Any, Any]:
    """Paid late or still not paid; the purchaser's fault, counted by department."""
    today = localdate()
    rows = own(InstalmentFact.objects.all(), actor)
    rows = rows.filter(late(today) | Q(paid_on__gt=F("due_on")))
    until = Case(When(paid_on=None, then=Value(today)), default=F("paid_on"), output_field=DateField())
    counted: QuerySet[Any, Any] = rows.values("department_id").annotate(
        late_payments=Count("id"),
        late_time=Sum(until - F("due_on"), output_field=DurationField()),
        late_amount=_sum(OWED),
    )
    return counted.order_by()


def _sum(column: str | Coalesce) -> Coalesce:
    return Coalesce(Sum(column), Decimal(0), output_field=MONEY)


def payments_by_month(actor: Actor, *, since: date, department: int | None) -> dict[date, dict[str, Decimal]]:
    """What fell due and what was paid in each month from `since` on."""
    rows = own(InstalmentFact.objects.exclude(status="cancelled"), actor)
    if department is not None:
        rows = rows.filter(department_id=department)
    found: dict[date, dict[str, Decimal]] = {}
    for name, column, amount in (
        ("due", "due_on", OWED),
        ("made", "paid_on", Coalesce("paid", Decimal(0), output_field=MONEY)),
    ):
        months = rows.filter(**{f"{column}__gte": since}).annotate(month=TruncMonth(column)).values("month")
        for row in months.annotate(sum=_sum(amount)).order_by("month"):
            found.setdefault(row["month"], {"due": Decimal(0), "made": Decimal(0)})[name] = row["sum"]
    return found
