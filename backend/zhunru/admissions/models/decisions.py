"""Meetings, their agenda, and what the leader, the joint meeting and the standing committee said."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.admissions.models.applications import Application
from zhunru.configuration.choices import Body
from zhunru.core.models import Tracked


class Meeting(Tracked):
    """A sitting that takes a block of applications: number and date, never its minutes (clause 3.1b)."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("筹备中")
        HELD = "held", _("已召开")
        CANCELLED = "cancelled", _("已取消")

    body = models.CharField(_("会议"), max_length=20, choices=Body.choices)
    held_on = models.DateField(_("会议日期"))
    number = models.CharField(_("会议编号"), max_length=100, blank=True)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.PLANNED)
    convener = models.ForeignKey(User, models.PROTECT, verbose_name=_("议题汇总人"), related_name="+")

    class Meta:
        verbose_name = _("会议")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(status="held") | ~Q(number=""), name="held_meeting_has_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.get_body_display()} {self.held_on}"


class AgendaItem(Tracked):
    """One application on an agenda; the office's recommendation stands apart from the decision."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", verbose_name=_("会议"))
    application = models.ForeignKey(
        Application, models.PROTECT, related_name="agenda_items", verbose_name=_("准入申请")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    recommendation = models.TextField(_("提请意见"), blank=True)
    removed = models.BooleanField(_("已移出议题"), default=False)

    class Meta:
        verbose_name = _("议题")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "application"], name="once_on_an_agenda"),
        ]


class Endorsement(Tracked):
    """What a body said that does not decide itself, such as the leader in charge before the committee."""

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="endorsements", verbose_name=_("准入申请")
    )
    body = models.CharField(_("签批主体"), max_length=20, choices=Body.choices)
    reference = models.CharField(_("批示或纪要编号"), max_length=100)
    given_on = models.DateField(_("日期"))
    opinion = models.TextField(_("意见"))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="endorsements", verbose_name=_("会议")
    )
    recorder = models.ForeignKey(User, models.PROTECT, verbose_name=_("登记人"), related_name="+")

    class Meta:
        verbose_name = _("签批意见")
        ordering = ["id"]


class Decision(Tracked):
    """What the deciding body decided (clause 3.1b): number, date and result; never its minutes."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("同意")
        CONDITIONAL = "conditional", _("附条件同意")
        REJECTED = "rejected", _("不同意")
        DEFERRED = "deferred", _("暂缓")
        RETURNED = "returned", _("退回补正")
        CONVERTED = "converted", _("转政府购买服务")
        MERGED = "merged", _("并入其他事项")

    FINAL = (Outcome.APPROVED, Outcome.CONDITIONAL, Outcome.REJECTED, Outcome.CONVERTED, Outcome.MERGED)

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions", verbose_name=_("准入申请"))
    body = models.CharField(_("决定主体"), max_length=20, choices=Body.choices, default=Body.COMMITTEE)
    outcome = models.CharField(_("结果"), max_length=20, choices=Outcome.choices)
    resolution_number = models.CharField(_("决定编号"), max_length=100)
    meeting_on = models.DateField(_("会议日期"))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("会议")
    )
    reasons = models.TextField(_("理由"), blank=True)
    conditions = models.JSONField(_("条件"), default=list, blank=True)
    """A list of sentences."""
    resubmit_on = models.DateField(_("再次提请日期"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "admissions.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("并入事项")
    )
    recorder = models.ForeignKey(User, models.PROTECT, verbose_name=_("登记人"), related_name="+")
    recorded_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("代何人登记"), related_name="+"
    )

    class Meta:
        verbose_name = _("决定")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(outcome__in=["approved", "conditional", "rejected", "converted", "merged"]),
                name="one_final_decision",
            ),
            models.CheckConstraint(condition=~Q(resolution_number=""), name="decision_has_a_number"),
            models.CheckConstraint(
                condition=Q(outcome__in=["approved", "conditional"]) | ~Q(reasons=""), name="rejection_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="deferred") | Q(resubmit_on__isnull=False), name="deferral_names_its_date"
            ),
            models.CheckConstraint(
                condition=Q(outcome="merged", merged_into__isnull=False)
                | (~Q(outcome="merged") & Q(merged_into__isnull=True)),
                name="merged_names_the_matter",
            ),
            models.CheckConstraint(
                condition=Q(outcome="conditional") & ~Q(conditions=[]) | ~Q(outcome="conditional") & Q(conditions=[]),
                name="conditions_where_conditional",
            ),
        ]
