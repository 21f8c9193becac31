"""The clauses of a signed version. They are written once, when both sides have signed, and never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.terms import Terms
from zhunru.contracts.scoring import MeasureKind
from zhunru.core.models import Tracked
from zhunru.purchases.choices import ClauseKind, Evidence, MeasuredBy, Side


class Clause(Tracked):
    """One clause. An assessable one says how it is measured and what it weighs.

    `tolerance` is in the clause's own unit, `grace_days` are calendar days, `weight` counts towards 100 per side.
    """

    terms = models.ForeignKey(Terms, models.PROTECT, related_name="clauses", verbose_name=_("合同文本"))
    number = models.PositiveSmallIntegerField(_("条款号"))
    """The same clause keeps its number over the versions."""
    side = models.CharField(_("义务方"), max_length=10, choices=Side.choices, default=Side.PROVIDER)
    kind = models.CharField(_("类别"), max_length=20, choices=ClauseKind.choices)
    heading = models.CharField(_("标题"), max_length=60)
    text = models.TextField(_("内容"))
    assessable = models.BooleanField(_("纳入评定"), default=False)
    measure = models.CharField(_("计量方式"), max_length=10, choices=MeasureKind.choices, blank=True)
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    target = models.DecimalField(_("目标值"), max_digits=14, decimal_places=2, null=True, blank=True)
    tolerance = models.DecimalField(_("容差"), max_digits=14, decimal_places=2, default=0)
    grace_days = models.PositiveSmallIntegerField(_("宽限天数"), default=0)
    steps = models.JSONField(_("逾期档次"), default=list, blank=True)
    levels = models.JSONField(_("等级说明"), default=list, blank=True)
    weight = models.DecimalField(_("权重"), max_digits=5, decimal_places=2, default=0)
    must_pass = models.BooleanField(_("必须达到"), default=False)
    evidence = models.CharField(_("佐证要求"), max_length=20, choices=Evidence.choices, default=Evidence.NONE)
    measured_by = models.CharField(_("计量方"), max_length=12, choices=MeasuredBy.choices, default=MeasuredBy.PURCHASER)

    class Meta:
        verbose_name = _("合同条款")
        ordering = ["terms", "number"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "number"], name="one_clause_per_number"),
            models.CheckConstraint(
                condition=Q(assessable=True, weight__gt=0, weight__lte=100) & ~Q(measure="")
                | Q(assessable=False, weight=0, measure=""),
                name="assessable_clause_is_measured",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"
