"""What is owed to the townships: written with the decision, carried out under each township's own role."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.admissions.models.matters import Matter
from zhunru.divisions.models import Township


class Delivery(models.Model):
    """What a decision owes one township: written with the decision, carried out under the township's own role."""

    class Kind(models.TextChoices):
        ENTER = "enter", _("进入")
        CHANGE = "change", _("变更")
        SUSPEND = "suspend", _("暂停")
        RESUME = "resume", _("恢复")
        WITHDRAW = "withdraw", _("撤销")

    class Status(models.TextChoices):
        WAITING = "waiting", _("等待文书")
        PENDING = "pending", _("送达中")
        DONE = "done", _("已送达")
        FAILED = "failed", _("送达失败，重试中")

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="deliveries", verbose_name=_("准入事项"))
    township = models.ForeignKey(Township, models.PROTECT, related_name="+", verbose_name=_("乡镇"))
    schema_name = models.CharField(max_length=48)
    kind = models.CharField(_("类型"), max_length=10, choices=Kind.choices)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.WAITING)
    revision = models.PositiveIntegerField(default=0)
    """The matter's version at the act: what can happen again is delivered again."""
    village_codes = ArrayField(models.CharField(max_length=12), verbose_name=_("村（社区）"))
    facts = models.JSONField(default=dict)
    """What the township must know, so that it need not read the county's tables; see `services.delivery_facts`."""
    attempts = models.PositiveIntegerField(_("尝试次数"), default=0)
    error = models.TextField(_("失败原因"), blank=True)
    done_at = models.DateTimeField(_("送达时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("送达")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "township", "kind", "revision"], name="one_delivery_per_township_and_act"
            ),
            models.UniqueConstraint(
                fields=["matter", "township", "kind"],
                condition=Q(kind__in=["enter", "withdraw"]),
                name="enters_and_leaves_a_township_once",
            ),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(done_at__isnull=False), name="done_delivery_has_its_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.kind} {self.schema_name}"
