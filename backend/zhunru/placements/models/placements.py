"""An admitted matter in one village."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked
from zhunru.divisions.models import Village


class Placement(Tracked):
    """A matter in one village. It cannot exist without its approval document (clause 2.1c)."""

    class Status(models.TextChoices):
        NOTIFIED = "notified", _("已送达，待签收")
        ENTERED = "entered", _("已签收，办理中")
        SUSPENDED = "suspended", _("已暂停，可以不办")
        REFUSED = "refused", _("已拒绝，待处理")
        COMPLETED = "completed", _("已办结")
        CLOSED = "closed", _("已撤销")

    matter_id = models.BigIntegerField(_("事项"))
    """The county's row; no constraint, as county and township may one day live in two databases."""
    matter_code = models.CharField(_("事项编码"), max_length=30)
    title = models.CharField(_("事项名称"), max_length=60)
    department_id = models.BigIntegerField()
    department = models.CharField(_("责任部门"), max_length=100)
    village = models.ForeignKey(
        Village, models.PROTECT, db_constraint=False, related_name="+", verbose_name=_("村（社区）")
    )
    village_duty = models.TextField(_("村（社区）职责"))
    funding = models.DecimalField(_("工作经费（元）"), max_digits=14, decimal_places=2)
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    document_id = models.BigIntegerField()
    document_number = models.CharField(_("批准文书文号"), max_length=50)
    document_code = models.CharField(_("批准文书核验码"), max_length=12)
    provisional = models.BooleanField(_("先行进入，尚未批准"), default=False)
    carried_from_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """Placements of this village that go on in this one: of the matters that were merged or split."""
    refusal_id = models.BigIntegerField(null=True, blank=True)
    """The village's refusal by which it is set aside."""
    discreet = models.BooleanField(_("不向部门显示拒绝"), default=False)
    """The refusal does not name its village to the department, so the county's facts do not show it either."""
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.NOTIFIED)
    notified_at = models.DateTimeField(_("送达时间"))
    late_on = models.DateField(_("逾期未签收"), null=True, blank=True)
    """The first morning on which its receipt was late (A-19); a later receipt does not take that back."""
    entered_at = models.DateTimeField(_("签收时间"), null=True, blank=True)
    completed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    closed_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    closing_reason = models.TextField(_("撤销理由"), blank=True)
    closing_document_id = models.BigIntegerField(null=True, blank=True)
    closing_number = models.CharField(_("撤销文书文号"), max_length=50, blank=True)
    closing_code = models.CharField(_("撤销文书核验码"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("村（社区）事项")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["matter_id", "village"], name="a_matter_enters_a_village_once"),
            models.CheckConstraint(
                condition=~Q(document_number="") & ~Q(document_code=""), name="no_placement_without_document"
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | (~Q(closing_reason="") & ~Q(closing_code="")),
                name="closed_with_paper_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | Q(refusal_id__isnull=False), name="refused_by_a_refusal"
            ),
        ]
        indexes = [models.Index(fields=["village", "status"])]

    def __str__(self) -> str:
        return self.title

    @property
    def course(self) -> str:
        """How far it has come, apart from resting: what it goes back to when it no longer rests."""
        if self.refusal_id:
            return self.Status.REFUSED
        if self.completed_at:
            return self.Status.COMPLETED
        return self.Status.ENTERED if self.entered_at else self.Status.NOTIFIED
