"""A contract by which a department buys a service from a village (clauses 2.4b and 2.4c)."""

from datetime import timedelta
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked, one_of
from zhunru.divisions.models import Village
from zhunru.purchases.choices import ProviderKind

LONGEST = timedelta(days=3 * 366)
TEN_PERCENT = Decimal("0.10")


class Contract(Tracked):
    """What holds of a contract whatever its version; its text is in its terms.

    Money is in yuan. `accepted` is what has been approved for payment, `paid` what was paid of it.
    """

    class Status(models.TextChoices):
        NEGOTIATING = "negotiating", _("商签中")
        SIGNED = "signed", _("已签订，待公开")
        PERFORMING = "performing", _("履行中")
        SUSPENDED = "suspended", _("已中止")
        SETTLEMENT = "settlement", _("结算中")
        COMPLETED = "completed", _("已完成")
        ARCHIVED = "archived", _("已归档")
        ABANDONED = "abandoned", _("未签订")

    class Ending(models.TextChoices):
        COMPLETED = "completed", _("履行完毕")
        MUTUAL = "mutual", _("双方协商一致解除")
        BREACH = "breach", _("因违约解除")
        PUBLIC_INTEREST = "public_interest", _("继续履行将损害国家利益和社会公共利益")

    class Party(models.TextChoices):
        PURCHASER = "purchaser", _("购买主体")
        PROVIDER = "provider", _("承接主体")

    purchaser_id = models.BigIntegerField()
    purchaser = models.CharField(_("购买主体"), max_length=100)
    village = models.ForeignKey(
        Village, models.PROTECT, db_constraint=False, related_name="+", verbose_name=_("村（社区）")
    )
    provider_kind = models.CharField(_("承接主体类别"), max_length=24, choices=ProviderKind.choices)
    provider = models.CharField(_("承接主体"), max_length=100)
    subject = models.CharField(_("服务项目"), max_length=100, blank=True)
    service_code = models.CharField(_("采购品目编码"), max_length=12, blank=True)
    service_name = models.CharField(_("采购品目"), max_length=100, blank=True)
    check_result = models.JSONField(_("可购买性审查"), default=dict, blank=True)
    """The whole eligibility check as it was on the day on which the contract was offered (P-01)."""
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.NEGOTIATING)
    number = models.CharField(_("合同编号"), max_length=60, blank=True)
    procurement_law = models.BooleanField(_("适用政府采购法"), default=False)
    original_price = models.DecimalField(_("原合同价款"), max_digits=14, decimal_places=2, null=True, blank=True)
    price = models.DecimalField(_("合同价款"), max_digits=14, decimal_places=2, null=True, blank=True)
    supplemented = models.DecimalField(_("补充合同金额"), max_digits=14, decimal_places=2, default=0)
    accepted = models.DecimalField(_("已核准支付"), max_digits=14, decimal_places=2, default=0)
    paid = models.DecimalField(_("已支付"), max_digits=14, decimal_places=2, default=0)
    starts_on = models.DateField(_("开始日期"), null=True, blank=True)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    signed_on = models.DateField(_("签订日期"), null=True, blank=True)
    publication_due_on = models.DateField(_("公开期限"), null=True, blank=True)
    published_on = models.DateField(_("公开日期"), null=True, blank=True)
    filing_due_on = models.DateField(_("备案期限"), null=True, blank=True)
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    suspension_reason = models.TextField(_("中止原因"), blank=True)
    ending = models.CharField(_("终止方式"), max_length=16, choices=Ending.choices, blank=True)
    ending_asked_by = models.CharField(_("提出解除的一方"), max_length=10, choices=Party.choices, blank=True)
    ending_reason = models.TextField(_("终止原因"), blank=True)
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    archived_on = models.DateField(_("归档日期"), null=True, blank=True)
    keep_until = models.DateField(_("保存至"), null=True, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("购买服务合同")
        ordering = ["-id"]
        indexes = [models.Index(fields=["purchaser_id", "status"]), models.Index(fields=["village", "status"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(provider_kind=ProviderKind.PARTY_BRANCH), name="provider_is_no_party_branch"
            ),
            models.CheckConstraint(
                condition=one_of("status", "negotiating", "abandoned")
                | Q(price__gt=0, original_price__gt=0, starts_on__isnull=False, signed_on__isnull=False),
                name="signed_contract_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on"), ends_on__lte=F("starts_on") + LONGEST),
                name="contract_lasts_three_years_at_most",
            ),
            models.CheckConstraint(
                condition=Q(supplemented__gte=0)
                & (Q(supplemented=0) | Q(supplemented__lte=F("original_price") * TEN_PERCENT)),
                name="supplements_within_ten_percent",
            ),
            models.CheckConstraint(
                condition=Q(paid__gte=0, accepted__gte=F("paid")) & (Q(accepted=0) | Q(accepted__lte=F("price"))),
                name="paid_within_accepted_within_price",
            ),
            models.CheckConstraint(
                condition=Q(paid=0) | Q(paid__lte=F("original_price") * (1 + TEN_PERCENT)),
                name="paid_within_price_and_ten_percent",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.subject
