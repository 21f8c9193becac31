"""What a township has registered on a department's behalf: the county's inbox for urgent entries (clause 2.1e)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models.matters import Matter
from zhunru.configuration.grounds import UrgentGround
from zhunru.divisions.models import Township


class UrgentReport(models.Model):
    """Written by the trigger behind the township's own report; its id is that report's. It carries no person."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("登记中")
        DONE = "done", _("已登记")
        DECLINED = "declined", _("不能登记")

    id = models.BigIntegerField(primary_key=True)
    realm = models.CharField(max_length=48)
    township = models.ForeignKey(Township, models.PROTECT, related_name="+", verbose_name=_("乡镇"))
    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("责任部门"))
    title = models.CharField(_("事项名称"), max_length=60)
    ground = models.CharField(_("紧急情形"), max_length=30, choices=UrgentGround.choices)
    entered_at = models.DateTimeField(_("先行进入时间"))
    late_reason = models.TextField(_("逾时登记的理由"), blank=True)
    village_duty = models.TextField(_("村（社区）职责"))
    scope = ArrayField(models.CharField(max_length=12), verbose_name=_("涉及的村（社区）"))
    reported_at = models.DateTimeField(_("乡镇登记时间"))
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.WAITING)
    reason = models.TextField(_("不能登记的原因"), blank=True)
    done_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("准入事项")
    )

    class Meta:
        verbose_name = _("乡镇代登记的紧急事项")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="waiting", done_at=None, matter=None)
                | Q(status="done", done_at__isnull=False, matter__isnull=False)
                | Q(status="declined", done_at__isnull=False, matter=None) & ~Q(reason=""),
                name="a_report_ends_in_a_matter_or_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["status"], condition=Q(status="waiting"), name="reports_that_wait")]

    def __str__(self) -> str:
        return self.title
