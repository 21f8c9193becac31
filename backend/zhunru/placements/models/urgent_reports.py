"""An urgent entry that the township registers because the department has not yet (clause 2.1e)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.configuration.grounds import UrgentGround
from zhunru.core.models import Tracked


class UrgentReport(Tracked):
    """The trigger behind it puts it into the county's inbox, without person; the county makes the matter of it."""

    department_id = models.BigIntegerField()
    department = models.CharField(_("责任部门"), max_length=100)
    title = models.CharField(_("事项名称"), max_length=60)
    ground = models.CharField(_("紧急情形"), max_length=30, choices=UrgentGround.choices)
    entered_at = models.DateTimeField(_("先行进入时间"))
    late_reason = models.TextField(_("逾时登记的理由"), blank=True)
    village_duty = models.TextField(_("村（社区）职责"))
    scope = ArrayField(models.CharField(max_length=12), verbose_name=_("涉及的村（社区）"))
    reported_at = models.DateTimeField(_("登记时间"))
    client_key = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("代登记的紧急事项")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["client_key"], name="one_report_per_client_key"),
            models.CheckConstraint(condition=~Q(scope=[]), name="report_names_villages"),
            models.CheckConstraint(condition=~Q(village_duty="") & ~Q(title=""), name="report_says_what_is_asked"),
        ]

    def __str__(self) -> str:
        return self.title
