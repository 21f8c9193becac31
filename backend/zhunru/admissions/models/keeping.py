"""What a department owes for a matter in force: what it promised, and its word in the yearly review."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.admissions.models.matters import Matter
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village


class Commitment(models.Model):
    """What the department has promised a village with the matter, and by when (clause 3.3b, F-01)."""

    class Kind(models.TextChoices):
        FUNDS = "funds", _("工作经费")
        SUPPORT = "support", _("技术支持")
        TRAINING = "training", _("培训")

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="commitments", verbose_name=_("准入事项"))
    village = models.ForeignKey(Village, models.PROTECT, related_name="+", verbose_name=_("村（社区）"))
    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices)
    amount = models.DecimalField(_("金额（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    promise = models.TextField(_("承诺内容"), blank=True)
    due_on = models.DateField(_("兑现期限"))
    ended_on = models.DateField(_("不再适用"), null=True, blank=True)

    class Meta:
        verbose_name = _("保障承诺")
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="funds", amount__gt=0) | ~Q(kind="funds") & ~Q(promise=""),
                name="a_promise_says_what",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due_on}"


class Confirmation(Tracked):
    """A department's word on a matter in the yearly review (A-27); without it the matter is proposed to leave."""

    class Verdict(models.TextChoices):
        KEEP = "keep", _("继续保留")
        ADJUST = "adjust", _("拟调整")
        CANCEL = "cancel", _("拟取消")

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="confirmations", verbose_name=_("准入事项"))
    year = models.PositiveSmallIntegerField(_("年度"))
    verdict = models.CharField(_("意见"), max_length=10, choices=Verdict.choices)
    remark = models.TextField(_("说明"), blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("确认人"), related_name="+")

    class Meta:
        verbose_name = _("年度确认")
        ordering = ["-year", "-id"]
        constraints = [models.UniqueConstraint(fields=["matter", "year"], name="one_confirmation_a_year")]
