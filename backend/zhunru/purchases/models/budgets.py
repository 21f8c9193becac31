"""The money that a department may spend on services, and what of it is bound by contracts."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.core.models import Tracked


class BudgetLine(Tracked):
    """One line of a department's budget of one year (rule P-02).

    `reserved` and `spent` follow the reservations: only the trigger function of migration 0002 writes them.
    """

    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("购买主体"))
    year = models.PositiveSmallIntegerField(_("预算年度"))
    function_code = models.CharField(_("功能科目"), max_length=7)
    economic_code = models.CharField(_("部门经济科目"), max_length=5)
    project = models.CharField(_("项目名称"), max_length=100)
    amount = models.DecimalField(_("预算金额"), max_digits=14, decimal_places=2)
    reserved = models.DecimalField(_("已占用金额"), max_digits=14, decimal_places=2, default=Decimal(0), editable=False)
    """Bound by signed contracts, what they have been paid included."""
    spent = models.DecimalField(_("已支付金额"), max_digits=14, decimal_places=2, default=Decimal(0), editable=False)

    class Meta:
        verbose_name = _("预算项目")
        ordering = ["-year", "department", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(spent__gte=0, reserved__gte=F("spent"), amount__gte=F("reserved")),
                name="a_budget_line_is_never_overdrawn",
            ),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="budget_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(function_code__regex=r"^\d{3,7}$", economic_code__regex=r"^\d{3,5}$"),
                name="budget_codes_are_digits",
            ),
            models.UniqueConstraint(
                fields=["department", "year", "function_code", "economic_code", "project"],
                name="one_budget_line_for_a_project",
            ),
        ]
        indexes = [models.Index(fields=["department", "year"], name="budget_lines_of_a_department")]

    def __str__(self) -> str:
        return f"{self.year} {self.function_code} {self.economic_code} {self.project}"


class Reservation(Tracked):
    """What one contract binds of one line. A township writes those of its own realm; the trigger keeps the line."""

    realm = models.CharField(max_length=63, editable=False)
    contract_id = models.BigIntegerField(_("合同"))
    """Stamped with the township's number."""
    line = models.ForeignKey(BudgetLine, models.PROTECT, related_name="reservations", verbose_name=_("预算项目"))
    amount = models.DecimalField(_("占用金额"), max_digits=14, decimal_places=2)
    spent = models.DecimalField(_("已支付金额"), max_digits=14, decimal_places=2, default=Decimal(0))
    released_at = models.DateTimeField(_("释放时间"), null=True, blank=True)
    """From then on it binds no more than what was paid."""

    class Meta:
        verbose_name = _("预算占用")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, spent__gte=0, amount__gte=F("spent")), name="no_more_is_spent_than_reserved"
            ),
            models.UniqueConstraint(fields=["contract_id", "line"], name="a_contract_reserves_a_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.amount}"
