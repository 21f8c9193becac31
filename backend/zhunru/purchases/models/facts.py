"""What the county knows of contracts: facts that the townships' own tables push up.

They carry no person, no verdict and no score: nothing by which villages could be ranked (rule P-15). Written only by
the trigger functions of migration 0002, never by the application. Each id is the row's own in its township: stamped
with the township's number, it is unique in the whole country.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.divisions.models import Township, Village


def _reference(to: Any, **options: Any) -> Any:
    """A key that no constraint holds: what it points at may lie elsewhere."""
    return models.ForeignKey(to, models.DO_NOTHING, db_constraint=False, related_name="+", **options)


class Fact(models.Model):
    id = models.BigIntegerField(primary_key=True)
    township = _reference(Township, to_field="no", db_column="tenant_no")
    department = _reference(Organisation)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(township_id=F("id") / Value(2**36)), name="%(class)s_stamp_is_its_township"
            )
        ]


class ContractFact(Fact):
    """One contract as it stands now; money in yuan."""

    village = _reference(Village)
    number = models.CharField(_("合同编号"), max_length=60, default="", blank=True)
    subject = models.CharField(_("购买事项"), max_length=200)
    service_code = models.CharField(_("品目编码"), max_length=12, default="", blank=True)
    status = models.CharField(_("状态"), max_length=20)
    price = models.DecimalField(_("合同金额"), max_digits=14, decimal_places=2, null=True)
    original_price = models.DecimalField(_("原合同金额"), max_digits=14, decimal_places=2, null=True)
    accepted = models.DecimalField(_("验收金额"), max_digits=14, decimal_places=2, null=True)
    paid = models.DecimalField(_("已支付金额"), max_digits=14, decimal_places=2, null=True)
    signed_on = models.DateField(_("签订日期"), null=True)
    starts_on = models.DateField(_("开始日期"), null=True)
    ends_on = models.DateField(_("结束日期"), null=True)
    publication_due_on = models.DateField(_("公告期限"), null=True)
    published_on = models.DateField(_("公告日期"), null=True)
    filing_due_on = models.DateField(_("备案期限"), null=True)
    filed_on = models.DateField(_("备案日期"), null=True)
    procurement_law = models.BooleanField(_("适用政府采购法"), default=False)

    class Meta(Fact.Meta):
        verbose_name = _("购买服务合同")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["department", "status"], name="contract_facts_of_department"),
            models.Index(fields=["township", "status"], name="contract_facts_of_township"),
        ]

    def __str__(self) -> str:
        return self.number or self.subject


class PartFact(Fact):
    """Of something that belongs to one contract."""

    contract = _reference(ContractFact)
    no = models.PositiveIntegerField(_("序号"))
    status = models.CharField(_("状态"), max_length=20)
    due_on = models.DateField(_("期限"), null=True)

    class Meta(Fact.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.contract_id} {self.no} {self.status}"


class TermsFact(PartFact):
    """One version of a contract's text."""

    class Meta(PartFact.Meta):
        verbose_name = _("合同文本")
        indexes = [models.Index(fields=["department", "status"], name="terms_facts_of_department")]


class PeriodFact(PartFact):
    """One acceptance period."""

    from_on = models.DateField(_("开始日期"), null=True)
    to_on = models.DateField(_("结束日期"), null=True)

    class Meta(PartFact.Meta):
        verbose_name = _("验收期")
        indexes = [models.Index(fields=["department", "status"], name="period_facts_of_department")]


class InstalmentFact(PartFact):
    """One payment; money in yuan."""

    amount = models.DecimalField(_("金额"), max_digits=14, decimal_places=2)
    approved = models.DecimalField(_("核定金额"), max_digits=14, decimal_places=2, null=True)
    paid = models.DecimalField(_("已支付金额"), max_digits=14, decimal_places=2, null=True)
    paid_on = models.DateField(_("支付日期"), null=True)
    arrived_on = models.DateField(_("到账日期"), null=True)

    class Meta(PartFact.Meta):
        verbose_name = _("付款")
        indexes = [
            models.Index(fields=["department", "status"], name="instalment_facts_of_department"),
            models.Index(fields=["due_on"], name="instalment_facts_by_due_date"),
        ]


class DeliverableFact(Fact):
    """How many records of one contract wait for the department; the id is the contract's."""

    waiting = models.PositiveIntegerField(_("待确认"), default=0)
    due_on = models.DateField(_("期限"), null=True)
    """Of the one that has waited longest."""

    class Meta(Fact.Meta):
        verbose_name = _("待确认的服务记录")
        indexes = [models.Index(fields=["department"], condition=Q(waiting__gt=0), name="deliverables_for_department")]

    def __str__(self) -> str:
        return f"{self.id} {self.waiting}"
