"""Clause by clause what was found in a period, and what the other side says to it (clause 2.4d)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.clauses import Clause
from zhunru.contracts.models.periods import Period
from zhunru.contracts.scoring import NotApplicable
from zhunru.core.models import Tracked


class Verdict(Tracked):
    """What was measured of one clause in one round. No verdict is without a clause, no column is for anything else.

    Only raw measures are kept: results and scores are computed from them.
    """

    period = models.ForeignKey(Period, models.PROTECT, related_name="verdicts", verbose_name=_("验收期"))
    round = models.PositiveSmallIntegerField(_("评定轮次"))
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="verdicts", verbose_name=_("条款"))
    not_applicable = models.CharField(_("不适用情形"), max_length=20, choices=NotApplicable.choices, blank=True)
    done = models.BooleanField(_("是否做到"), null=True, blank=True)
    actual = models.DecimalField(_("实际值"), max_digits=14, decimal_places=2, null=True, blank=True)
    days_late = models.PositiveSmallIntegerField(_("逾期天数"), null=True, blank=True)
    sampled = models.PositiveIntegerField(_("抽查数"), null=True, blank=True)
    passed = models.PositiveIntegerField(_("合格数"), null=True, blank=True)
    valid_answers = models.PositiveIntegerField(_("有效答卷数"), null=True, blank=True)
    satisfied = models.PositiveIntegerField(_("满意数"), null=True, blank=True)
    fairly = models.PositiveIntegerField(_("基本满意数"), null=True, blank=True)
    level = models.PositiveSmallIntegerField(_("等级"), null=True, blank=True)
    reason = models.TextField(_("理由和依据"), blank=True)

    class Meta:
        verbose_name = _("条款评定")
        ordering = ["period", "round", "clause"]
        constraints = [
            models.UniqueConstraint(fields=["period", "round", "clause"], name="one_verdict_per_clause_and_round"),
            models.CheckConstraint(
                condition=Q(passed__isnull=True) | Q(passed__lte=F("sampled")), name="passed_within_sampled"
            ),
            models.CheckConstraint(
                condition=Q(satisfied__isnull=True) | Q(valid_answers__gte=F("satisfied") + F("fairly")),
                name="satisfied_within_valid_answers",
            ),
        ]

    def __str__(self) -> str:
        return str(self.clause)


class Objection(Tracked):
    """What the provider says to one verdict, and the purchaser's answer (P-11)."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="objections", verbose_name=_("验收期"))
    round = models.PositiveSmallIntegerField(_("评定轮次"))
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="objections", verbose_name=_("条款"))
    text = models.TextField(_("申辩"))
    said_at = models.DateTimeField(_("申辩时间"))
    answer = models.TextField(_("答复"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("申辩")
        ordering = ["period", "round", "clause"]
        constraints = [
            models.UniqueConstraint(fields=["period", "round", "clause"], name="one_objection_per_clause_and_round")
        ]

    def __str__(self) -> str:
        return str(self.clause)
