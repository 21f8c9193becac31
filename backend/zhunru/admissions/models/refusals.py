"""A village's refusal as the county and the department see it: what was refused and why, never who refused."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models.applications import Application
from zhunru.admissions.models.matters import Matter
from zhunru.core.models import Tracked
from zhunru.divisions.models import Township, Village


class RefusalCase(Tracked):
    """Opened by the trigger behind the township's own refusal. It carries no person.

    Its id is drawn by lot, and known to the township's row: the refusal's own id would tell whose it is.
    """

    class Status(models.TextChoices):
        FILED = "filed", _("待部门答复")
        DEMAND_WITHDRAWN = "demand_withdrawn", _("部门已收回要求")
        APPLIED = "applied", _("部门承诺申请准入")
        CONTESTED = "contested", _("部门有异议，待裁定")
        UPHELD = "upheld", _("拒绝成立")
        OVERRULED = "overruled", _("拒绝不成立")

    class Form(models.TextChoices):
        DOCUMENT = "document", _("文件通知")
        PHONE = "phone", _("电话口头")
        CHAT = "chat", _("工作群消息")
        MEETING = "meeting", _("会议布置")
        VISIT = "visit", _("到村（社区）要求")
        SYSTEM = "system", _("信息系统派单")

    id = models.BigIntegerField(primary_key=True)
    realm = models.CharField(max_length=48)
    township = models.ForeignKey(Township, models.PROTECT, related_name="+", verbose_name=_("乡镇"))
    village = models.ForeignKey(Village, models.PROTECT, related_name="+", verbose_name=_("村（社区）"))
    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("提出要求的部门"))
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="refusals", verbose_name=_("准入事项")
    )
    demand = models.TextField(_("要求的内容"))
    form = models.CharField(_("要求的形式"), max_length=12, choices=Form.choices)
    demanded_on = models.DateField(_("要求日期"))
    reasons = ArrayField(models.CharField(max_length=2), verbose_name=_("拒绝理由"))
    explanation = models.TextField(_("说明"), blank=True)
    anonymous = models.BooleanField(_("不向部门显示村（社区）"), default=False)
    filed_at = models.DateTimeField(_("登记时间"))
    due_on = models.DateField(_("答复期限"), null=True, blank=True)
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.FILED)
    answer = models.TextField(_("部门答复"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    application = models.ForeignKey(
        Application, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("准入申请")
    )
    ruling = models.TextField(_("裁定理由"), blank=True)
    ruled_at = models.DateTimeField(_("裁定时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("拒绝事项")
        ordering = ["-filed_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=[]), name="refusal_has_a_reason"),
            models.CheckConstraint(
                condition=Q(status="filed", answered_at__isnull=True) | ~Q(status="filed") & ~Q(answer=""),
                name="answered_in_words",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["upheld", "overruled"]) | ~Q(ruling=""), name="ruled_in_words"
            ),
        ]
        indexes = [models.Index(fields=["department", "status"]), models.Index(fields=["realm", "status"])]

    def __str__(self) -> str:
        return self.demand[:60]
