"""An admitted matter and its deliveries to the townships."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models.applications import Application
from zhunru.core.models import Tracked
from zhunru.divisions.models import Township
from zhunru.documents.models import Document


class Matter(Tracked):
    """A work matter that the county has admitted; it binds villages only while it is in force."""

    class Status(models.TextChoices):
        PENDING = "pending", _("待制发文书")
        IN_FORCE = "in_force", _("生效")
        WITHDRAWING = "withdrawing", _("待制发撤销文书")
        WITHDRAWN = "withdrawn", _("已撤销")

    code = models.CharField(_("事项编码"), max_length=30, unique=True)
    """Permanent: county code, application's number; it outlives changes of name and paper."""
    application = models.OneToOneField(Application, models.PROTECT, related_name="matter", verbose_name=_("准入申请"))
    department = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("责任部门"))
    title = models.CharField(_("事项名称"), max_length=60)
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.PENDING)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, verbose_name=_("批准文书"), related_name="matter"
    )
    withdrawal_reasons = models.TextField(_("撤销理由"), blank=True)
    withdrawal_document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, verbose_name=_("撤销文书"), related_name="withdrawn_matter"
    )

    class Meta:
        verbose_name = _("准入事项")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="pending") | Q(document__isnull=False), name="in_force_only_with_its_document"
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | Q(withdrawal_document__isnull=False),
                name="withdrawn_only_with_a_document",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["withdrawing", "withdrawn"]) | ~Q(withdrawal_reasons=""),
                name="withdrawal_says_why",
            ),
        ]
        indexes = [models.Index(fields=["status", "department"])]

    def __str__(self) -> str:
        return self.title

    @property
    def papers(self) -> list[Document]:
        """The approval and, after the end, the withdrawal."""
        return [paper for paper in (self.document, self.withdrawal_document) if paper]


class Delivery(models.Model):
    """What a decision owes one township: written with the decision, carried out under the township's own role."""

    class Kind(models.TextChoices):
        ENTER = "enter", _("进入")
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
            models.UniqueConstraint(fields=["matter", "township", "kind"], name="one_delivery_per_township_and_kind"),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(done_at__isnull=False), name="done_delivery_has_its_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.kind} {self.schema_name}"
