"""What is paid when, and whether it has arrived (clause 3.3b)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.contracts import Contract
from zhunru.contracts.models.periods import Period
from zhunru.contracts.models.terms import Terms
from zhunru.core.models import Tracked, one_of


class Instalment(Tracked):
    """One instalment of the price: it falls due by the acceptance of a period or by a milestone, never by itself."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("未到期")
        DUE = "due", _("待支付")
        PAID = "paid", _("已支付，待确认到账")
        ARRIVED = "arrived", _("已到账")
        DENIED = "denied", _("未到账")
        CANCELLED = "cancelled", _("不再支付")

    class Basis(models.TextChoices):
        ACCEPTANCE = "acceptance", _("验收合格后")
        MILESTONE = "milestone", _("达到约定节点后")

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="instalments", verbose_name=_("合同"))
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="instalments", verbose_name=_("合同文本"))
    department_id = models.BigIntegerField()
    no = models.PositiveSmallIntegerField(_("期次"))
    title = models.CharField(_("款项"), max_length=60)
    basis = models.CharField(_("支付条件"), max_length=12, choices=Basis.choices)
    period = models.ForeignKey(
        Period, models.PROTECT, null=True, blank=True, related_name="instalments", verbose_name=_("验收期")
    )
    milestone_on = models.DateField(_("约定节点日期"), null=True, blank=True)
    retention = models.BooleanField(_("质量保留金"), default=False)
    amount = models.DecimalField(_("金额"), max_digits=14, decimal_places=2)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.PLANNED)
    approved = models.DecimalField(_("核准金额"), max_digits=14, decimal_places=2, null=True, blank=True)
    due_on = models.DateField(_("支付期限"), null=True, blank=True)
    paid = models.DecimalField(_("支付金额"), max_digits=14, decimal_places=2, default=0)
    paid_on = models.DateField(_("支付日期"), null=True, blank=True)
    voucher = models.CharField(_("支付凭证号"), max_length=60, blank=True)
    interest = models.DecimalField(_("逾期利息"), max_digits=14, decimal_places=2, default=0)
    arrived_on = models.DateField(_("到账日期"), null=True, blank=True)
    denial = models.TextField(_("未到账说明"), blank=True)

    class Meta:
        verbose_name = _("付款")
        ordering = ["contract", "no"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "no"], name="one_instalment_per_number"),
            models.CheckConstraint(
                condition=Q(basis="acceptance", period__isnull=False, milestone_on__isnull=True)
                | Q(basis="milestone", period__isnull=True, milestone_on__isnull=False),
                name="instalment_is_bound",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0, paid__gte=0, interest__gte=0), name="instalment_counts"),
            models.CheckConstraint(
                condition=Q(approved__isnull=True, paid=0)
                | Q(approved__gte=0, approved__lte=F("amount"), paid__lte=F("approved")),
                name="paid_within_approved_within_instalment",
            ),
            models.CheckConstraint(
                condition=~one_of("status", "due", "paid", "arrived", "denied") | Q(approved__isnull=False),
                name="instalment_due_is_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.title
