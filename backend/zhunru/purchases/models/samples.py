"""Clauses ready to be taken into a contract, and templates made of them."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked
from zhunru.purchases.choices import ClauseKind, Evidence, MeasuredBy, Side


class SampleClause(Tracked):
    """A clause of the library, as it would stand in a contract."""

    seq = models.PositiveIntegerField(_("序号"), unique=True)
    kind = models.CharField(_("条款类别"), max_length=20, choices=ClauseKind.choices)
    side = models.CharField(_("义务方"), max_length=10, choices=Side.choices, default=Side.PROVIDER)
    heading = models.CharField(_("条款标题"), max_length=60)
    text = models.TextField(_("条款内容"))
    mandatory = models.BooleanField(_("必备条款"), default=False)
    """Of what every contract must have (rule P-05)."""
    assessable = models.BooleanField(_("可评定"), default=False)
    measure = models.CharField(_("评定方式"), max_length=10, default="", blank=True)
    """In the words of the scoring engine, which stands above this app."""
    unit = models.CharField(_("计量单位"), max_length=20, default="", blank=True)
    target = models.DecimalField(_("目标值"), max_digits=14, decimal_places=2, null=True, blank=True)
    tolerance = models.DecimalField(_("允许偏差"), max_digits=14, decimal_places=2, default=Decimal(0))
    grace_days = models.PositiveSmallIntegerField(_("宽限天数"), default=0)
    steps = models.JSONField(_("逾期档次"), default=list, blank=True)
    levels = models.JSONField(_("分档标准"), default=list, blank=True)
    """Of a scale: [{"level": 0, "anchor": "..."}], each level in words."""
    weight = models.DecimalField(_("权重"), max_digits=5, decimal_places=2, default=Decimal(0))
    must_pass = models.BooleanField(_("否决条款"), default=False)
    evidence = models.CharField(_("佐证要求"), max_length=20, choices=Evidence.choices, default=Evidence.NONE)
    measured_by = models.CharField(
        _("评定主体"), max_length=20, choices=MeasuredBy.choices, default=MeasuredBy.PURCHASER
    )
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("示范条款")
        ordering = ["seq"]
        constraints = [
            models.CheckConstraint(condition=~Q(heading="") & ~Q(text=""), name="a_sample_clause_says_something"),
            models.CheckConstraint(
                condition=Q(assessable=False, measure="", weight=0, must_pass=False)
                | Q(
                    assessable=True,
                    measure__in=["boolean", "count", "ratio", "deadline", "sample", "survey", "scale"],
                    weight__gte=0,
                    weight__lte=100,
                ),
                name="an_assessable_sample_has_its_measure",
            ),
        ]

    def __str__(self) -> str:
        return self.heading


class Template(Tracked):
    """A contract for one kind of service to begin from; a copy is taken, so that a change touches no contract."""

    name = models.CharField(_("名称"), max_length=100, unique=True)
    service_code = models.CharField(_("品目编码"), max_length=9, default="", blank=True)
    clauses = models.ManyToManyField(SampleClause, related_name="templates", verbose_name=_("条款"))
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("合同范本")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
