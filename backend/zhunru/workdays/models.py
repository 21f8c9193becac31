"""The working-day calendar as data, and the clocks that run by it (rules A-06 and A-07)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation, User
from zhunru.core.models import Tracked
from zhunru.core.roles import Role

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST = 3660
"""Days of the longest limit: ten years."""
BY_HAND = "县里录入"
"""Source of what somebody entered or edited; what is seeded never touches it."""
MONDAY_TO_FRIDAY = Q(working=True, date__iso_week_day__lte=5) | Q(working=False, date__iso_week_day__gte=6)


class Year(Tracked):
    """A year whose calendar has been entered; of any other year nothing is counted."""

    year = models.PositiveSmallIntegerField(_("年份"), unique=True)
    source = models.CharField(_("来源"), max_length=200, default="", blank=True)
    note = models.TextField(_("说明"), default="", blank=True)

    class Meta:
        verbose_name = _("年度日历")
        ordering = ["year"]
        constraints = [
            models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="calendar_year_is_near"),
        ]

    def __str__(self) -> str:
        return str(self.year)


class Day(Tracked):
    """A day with a name of its own: a holiday, a make-up working day (调休), the county's own festival.

    A row that says what Monday to Friday say anyway, and has no name, is a day put back to the rule.
    """

    date = models.DateField(_("日期"), unique=True)
    working = models.BooleanField(_("上班"))
    name = models.CharField(_("名称"), max_length=50, default="", blank=True)
    source = models.CharField(_("来源"), max_length=200, default="", blank=True)

    class Meta:
        verbose_name = _("日历日")
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") | MONDAY_TO_FRIDAY, name="day_off_the_rule_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.name}".strip()


class Clock(models.Model):
    """One term within which somebody must act on one case. Kept when it is met, never deleted."""

    class Unit(models.TextChoices):
        WORKING = "working", _("工作日")
        CALENDAR = "calendar", _("自然日")

    subject = models.CharField(max_length=100)
    """The model of the case, such as `admissions.application`."""
    subject_id = models.BigIntegerField()
    name = models.CharField(max_length=40)
    title = models.CharField(_("事项"), max_length=200)
    started_on = models.DateField(_("起算日"))
    """Not counted itself."""
    limit = models.PositiveIntegerField(_("时限"))
    unit = models.CharField(_("单位"), max_length=10, choices=Unit.choices, default=Unit.WORKING)
    pausable = models.BooleanField(_("可暂停"), default=True)
    """Whether the case's pauses stop it. The clock of what is waited for meanwhile runs on."""
    due_on = models.DateField(_("到期日"), null=True, blank=True)
    """None while a pause is open, and where it falls into a year that has not been entered."""
    met_on = models.DateField(_("完成日"), null=True, blank=True)
    """None while it runs."""
    role = models.CharField(_("责任角色"), max_length=30, choices=Role.choices, default="", blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("责任单位"))

    class Meta:
        verbose_name = _("时限")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "subject_id", "name"], condition=Q(met_on__isnull=True), name="one_running_clock"
            ),
            models.CheckConstraint(condition=Q(limit__range=(1, LONGEST)), name="clock_has_a_limit"),
            models.CheckConstraint(condition=Q(unit__in=["working", "calendar"]), name="clock_counts_days"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gt=F("started_on")), name="clock_is_due_after_it_started"
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(met_on__isnull=True), name="running_clocks_by_due"),
            models.Index(fields=["subject", "subject_id"], name="clocks_of_a_case"),
        ]

    def __str__(self) -> str:
        return self.title


class Pause(models.Model):
    """Days on which a case's clocks stand still: from `from_on` until the day before `to_on`, which counts again."""

    class Reason(models.TextChoices):
        CORRECTION = "correction", _("等待补正")
        CONSULTATION = "consultation", _("征求意见")
        COMMITTEE = "committee", _("等待会议")
        SUSPENSION = "suspension", _("中止")

    subject = models.CharField(max_length=100)
    subject_id = models.BigIntegerField()
    reason = models.CharField(_("原因"), max_length=20, choices=Reason.choices)
    from_on = models.DateField(_("暂停日"))
    to_on = models.DateField(_("恢复日"), null=True, blank=True)

    class Meta:
        verbose_name = _("时限暂停")
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="pause_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["subject", "subject_id"], condition=Q(to_on__isnull=True), name="one_open_pause"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["correction", "consultation", "committee", "suspension"]),
                name="pause_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["subject", "subject_id"], name="pauses_of_a_case")]

    def __str__(self) -> str:
        return str(self.get_reason_display())


class Told(models.Model):
    """What has been told of a clock: once for each stage and each due date it has had."""

    class Stage(models.TextChoices):
        SOON = "soon", _("临近到期")
        NEXT = "next", _("即将到期")
        OVERDUE = "overdue", _("已超期")

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="told")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    due_on = models.DateField()
    told_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clock", "stage", "due_on"], name="told_once"),
            models.CheckConstraint(condition=Q(stage__in=["soon", "next", "overdue"]), name="told_of_a_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.stage} {self.due_on}"


class Feed(models.Model):
    """What makes a person's calendar links good: a link that bears another key is none."""

    user = models.OneToOneField(User, models.PROTECT)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(key__regex=r"^[\w-]{20,}$"), name="feed_key_is_long")]

    def __str__(self) -> str:
        return str(self.user_id)
