"""What village staff have done under a contract, written at a desk: no check-in, no photo unless the clause asks."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.clauses import Clause
from zhunru.contracts.models.contracts import Contract
from zhunru.core.models import Tracked


class Deliverable(Tracked):
    """A piece of work under one clause. It is corrected by a new one that points at it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("草稿")
        SUBMITTED = "submitted", _("待购买主体确认")
        CONFIRMED = "confirmed", _("已确认")
        QUERIED = "queried", _("有疑问，待更正")
        SUPERSEDED = "superseded", _("已更正")

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="deliverables", verbose_name=_("合同"))
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="deliverables", verbose_name=_("条款"))
    department_id = models.BigIntegerField()
    done_on = models.DateField(_("完成日期"))
    quantity = models.DecimalField(_("数量"), max_digits=14, decimal_places=2, null=True, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    note = models.TextField(_("说明"), blank=True)
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.DRAFT)
    submitted_at = models.DateTimeField(_("提交时间"), null=True, blank=True)
    confirm_due_on = models.DateField(_("确认期限"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("确认时间"), null=True, blank=True)
    silent = models.BooleanField(_("逾期未提疑问，视为确认"), default=False)
    query = models.TextField(_("疑问"), blank=True)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name=_("更正的记录")
    )
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("服务记录")
        ordering = ["-done_on", "-id"]
        indexes = [
            models.Index(fields=["contract", "status", "done_on"]),
            models.Index(fields=["confirm_due_on"], condition=Q(status="submitted"), name="deliverables_to_confirm"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gte=0), name="deliverable_quantity_counts"
            ),
            models.CheckConstraint(condition=~Q(supersedes=F("id")), name="deliverable_supersedes_another"),
        ]

    def __str__(self) -> str:
        return f"{self.done_on} {self.clause_id}"
