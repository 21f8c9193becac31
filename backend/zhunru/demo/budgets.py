"""Budget lines to buy services from: figures of the demonstration, no county's budget."""

from decimal import Decimal
from itertools import product

from django.utils.timezone import localdate

from zhunru.accounts.models import Organisation
from zhunru.core.actors import SYSTEM
from zhunru.purchases.models import BudgetLine

LINES = (
    ("水务局", "2130306", "30227", "农村供水管护购买服务（演示）", 180_000),
    ("应急管理局", "2240106", "30227", "森林防火巡护购买服务（演示）", 240_000),
    ("农业农村局", "2130135", "30227", "农村人居环境保洁购买服务（演示）", 360_000),
    ("农业农村局", "2130108", "30227", "农作物病虫害防治购买服务（演示）", 120_000),
)
"""Department, functional and economic classification, project, yuan."""


def create_budgets() -> None:
    """Of this year, the one before and the next; what is there stays."""
    this = localdate().year
    for year, (department, function, economic, project, amount) in product((this - 1, this, this + 1), LINES):
        key = {
            "department": Organisation.objects.get(kind=Organisation.Kind.DEPARTMENT, short_name=department),
            "year": year,
            "function_code": function,
            "economic_code": economic,
            "project": project,
        }
        if not BudgetLine.objects.filter(**key).exists():
            BudgetLine(**key, amount=Decimal(amount)).record(actor=SYSTEM, reason="编列演示预算")
