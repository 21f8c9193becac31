"""An acceptance period: from the provider's report to the certificate that both sides sign (clause 2.4d)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.contracts import Contract
from zhunru.contracts.models.terms import Terms
from zhunru.contracts.scoring import Satisfaction
from zhunru.core.models import Tracked, one_of


class Period(Tracked):
    """One period's acceptance. The score is of its clauses alone; it stands here and on the certificate only."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("待自评")
        REPORTED = "reported", _("已自评，待评定")
        ASSESSED = "assessed", _("已评定，待承接主体确认")
        DEFENDED = "defended", _("已申辩，待答复")
        ANSWERED = "answered", _("已答复，待承接主体确认")
        AT_TOWNSHIP = "at_township", _("乡镇调解中")
        PROPOSED = "proposed", _("乡镇已提出调解意见")
        AT_COUNTY = "at_county", _("县委社会工作部调解中")
        AGREED = "agreed", _("评定已确定，待验收")
        PANEL_SIGNED = "panel_signed", _("验收小组已签，待承接主体签订")
        ACCEPTED = "accepted", _("验收合格")
        PARTLY = "partly", _("部分验收合格")
        REMEDY = "remedy", _("限期整改")
        NOT_ACCEPTED = "not_accepted", _("验收不合格")
        CANCELLED = "cancelled", _("不再验收")

    class Result(models.TextChoices):
        ACCEPTED = "accepted", _("验收合格")
        PARTLY = "partly", _("部分验收合格")
        REMEDY = "remedy", _("限期整改")
        NOT_ACCEPTED = "not_accepted", _("验收不合格")

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="periods", verbose_name=_("合同"))
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="periods", verbose_name=_("合同文本"))
    department_id = models.BigIntegerField()
    no = models.PositiveSmallIntegerField(_("期次"))
    title = models.CharField(_("验收期"), max_length=60)
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.PLANNED)
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    round = models.PositiveSmallIntegerField(_("评定轮次"), default=1)
    report = models.TextField(_("自评报告"), blank=True)
    reported_at = models.DateTimeField(_("自评时间"), null=True, blank=True)
    judged_by = models.ForeignKey(
        Terms, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("评定所依据的文本")
    )
    """The signed version whose clauses were assessed."""
    assessed_at = models.DateTimeField(_("评定时间"), null=True, blank=True)
    proposal = models.TextField(_("乡镇调解意见"), blank=True)
    county_opinion = models.TextField(_("县级调解意见"), blank=True)
    panel = models.JSONField(_("验收小组"), default=list, blank=True)
    """Members as [{"name", "capacity", "recipient"}] (P-12)."""
    recipients_opinion = models.TextField(_("服务对象意见"), blank=True)
    result = models.CharField(_("验收结论"), max_length=12, choices=Result.choices, blank=True)
    result_reason = models.TextField(_("结论说明"), blank=True)
    accepted_amount = models.DecimalField(_("建议支付金额"), max_digits=14, decimal_places=2, null=True, blank=True)
    remedy_due_on = models.DateField(_("整改期限"), null=True, blank=True)
    score = models.DecimalField(_("条款评定得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    band = models.CharField(_("满意度等次"), max_length=40, choices=Satisfaction.choices, blank=True)
    purchaser_score = models.DecimalField(
        _("购买主体义务评定得分"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    formula = models.PositiveSmallIntegerField(_("计算公式版本"), null=True, blank=True)
    panel_signed_at = models.DateTimeField(_("验收小组签字时间"), null=True, blank=True)
    countersigned_at = models.DateTimeField(_("承接主体签订时间"), null=True, blank=True)
    countersignatory = models.CharField(_("承接主体签字人"), max_length=50, blank=True)

    class Meta:
        verbose_name = _("验收期")
        ordering = ["contract", "no"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "no"], name="one_period_per_number"),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="period_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=100, formula__isnull=False),
                name="score_within_hundred",
            ),
            models.CheckConstraint(
                condition=Q(purchaser_score__isnull=True) | Q(purchaser_score__gte=0, purchaser_score__lte=100),
                name="purchaser_score_within_hundred",
            ),
            models.CheckConstraint(
                condition=~one_of("status", "accepted", "partly", "not_accepted")
                | Q(countersigned_at__isnull=False, panel_signed_at__isnull=False) & ~Q(result=""),
                name="certificate_has_both_signatures",
            ),
        ]

    def __str__(self) -> str:
        return self.title
