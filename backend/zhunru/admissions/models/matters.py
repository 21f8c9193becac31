"""An admitted matter, from what it came, and its papers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models.applications import Application
from zhunru.admissions.models.choices import Ground, RequestKind
from zhunru.admissions.models.legacy import LegacyImport
from zhunru.configuration.choices import Category, ObjectType
from zhunru.core.models import Tracked
from zhunru.documents.models import Document

CONTENT = (
    "object_type", "category", "title", "objective", "department_duty", "township_duty", "village_duty", "frequency",
    "person_days", "legal_bases", "funding_amount", "budget_line", "funding_due", "no_cost_reason", "tech_support",
    "training_plan", "demands", "scope", "starts_on", "ends_on",
)  # fmt: skip
"""What a matter takes over from the application, under the same names."""


class Matter(Tracked):
    """A work matter that the county has admitted; it binds villages only while it is in force."""

    class Status(models.TextChoices):
        PENDING = "pending", _("待制发文书")
        PROVISIONAL = "provisional", _("先行进入，待批准")
        IN_FORCE = "in_force", _("生效")
        SUSPENDED = "suspended", _("暂停")
        WITHDRAWING = "withdrawing", _("待制发撤销文书")
        WITHDRAWN = "withdrawn", _("已撤销")
        EXPIRED = "expired", _("到期退出")
        SUPERSEDED = "superseded", _("已并入或拆分")
        LAPSED = "lapsed", _("未获批准，已失效")
        LEGACY = "legacy", _("存量，待重新准入")
        WRITTEN_OFF = "written_off", _("存量，已核销")

    BINDING = (Status.PROVISIONAL, Status.IN_FORCE, Status.SUSPENDED, Status.WITHDRAWING)
    """A village carries it, or is about to be rid of it."""
    ENDED = (Status.WITHDRAWN, Status.EXPIRED, Status.SUPERSEDED, Status.LAPSED, Status.WRITTEN_OFF)
    """No village carries it any more."""

    code = models.CharField(_("事项编码"), max_length=30, unique=True)
    """Permanent: county, object type, running number; it outlives changes of name and paper."""
    application = models.ForeignKey(
        Application, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("准入申请")
    )
    """The one that brought it into being; a legacy matter has none."""
    department = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("责任部门"))
    object_type = models.CharField(
        _("准入对象类型"), max_length=20, choices=ObjectType.choices, default=ObjectType.WORK_MATTER
    )
    category = models.CharField(_("事项类别"), max_length=10, choices=Category.choices, default=Category.REGULAR)
    title = models.CharField(_("事项名称"), max_length=60)
    objective = models.TextField(_("工作目标与任务"), blank=True)
    department_duty = models.TextField(_("部门职责"), blank=True)
    township_duty = models.TextField(_("乡镇职责"), blank=True)
    village_duty = models.TextField(_("村（社区）职责"), blank=True)
    frequency = models.CharField(_("工作频次"), max_length=100, blank=True)
    person_days = models.DecimalField(
        _("每村每月工作量（人日）"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    legal_bases = models.JSONField(_("准入依据"), default=list, blank=True)
    funding_amount = models.DecimalField(
        _("每村工作经费（元）"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_line = models.CharField(_("经费来源（预算科目）"), max_length=200, blank=True)
    funding_due = models.JSONField(_("拨付时间"), default=list, blank=True)
    no_cost_reason = models.TextField(_("无需经费的理由"), blank=True)
    tech_support = models.TextField(_("技术支持"), blank=True)
    training_plan = models.TextField(_("培训安排"), blank=True)
    demands = models.JSONField(_("附带要求"), default=list, blank=True)
    scope = ArrayField(models.CharField(max_length=12), verbose_name=_("涉及的村（社区）"), default=list, blank=True)
    conditions = models.JSONField(_("准入条件"), default=list, blank=True)
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    review_on = models.DateField(_("复核日期"), null=True, blank=True)
    readmit_by = models.DateField(_("重新准入期限"), null=True, blank=True)
    extensions = models.PositiveSmallIntegerField(_("延期次数"), default=0)
    legacy = models.BooleanField(_("存量事项"), default=False)
    legacy_import = models.ForeignKey(
        LegacyImport, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("存量事项导入")
    )
    """The table it came from."""
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.PENDING)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, verbose_name=_("现行文书"), related_name="+"
    )
    """The paper that holds now: approval, adjustment, merger, ... or the provisional one."""
    withdrawal_ground = models.CharField(_("撤销情形"), max_length=12, choices=Ground.choices, blank=True)
    withdrawal_reasons = models.TextField(_("撤销理由"), blank=True)
    completion_report = models.TextField(_("完成情况报告"), blank=True)
    settlement = models.TextField(_("经费结算情况"), blank=True)
    closures = models.TextField(_("台账、牌子清理情况"), blank=True)
    withdrawal_round = models.PositiveSmallIntegerField(_("撤销轮次"), default=0)
    objections_until = models.DateField(_("村（社区）异议截止日期"), null=True, blank=True)
    withdrawal_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, verbose_name=_("退出文书"), related_name="+"
    )

    class Meta:
        verbose_name = _("准入事项")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="pending") | Q(legacy=True) | Q(document__isnull=False),
                name="in_force_only_with_its_document",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["expired", "superseded", "lapsed"]) | Q(withdrawal_document__isnull=False),
                name="ended_only_with_a_document",
            ),
            models.CheckConstraint(
                condition=Q(legacy=True, readmit_by__isnull=False) | Q(legacy=False) & ~Q(status="legacy"),
                name="legacy_has_its_term",
            ),
            models.UniqueConstraint(
                fields=["department", "title"], condition=Q(status="legacy"), name="a_legacy_matter_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(category="temporary") | Q(ends_on__isnull=False), name="temporary_matter_ends"
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False) | Q(legacy=True), name="admitted_by_application"
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | Q(withdrawal_document__isnull=False),
                name="withdrawn_only_with_a_document",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["withdrawing", "withdrawn"]) | ~Q(withdrawal_reasons=""),
                name="withdrawal_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status="written_off") | Q(legacy=True) & ~Q(withdrawal_reasons=""),
                name="written_off_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "department"]),
            models.Index(fields=["ends_on"], condition=Q(status="in_force"), name="matters_that_end"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def papers(self) -> list[Document]:
        """Every paper on it, in order."""
        return [link.document for link in self.case_papers.all()]


class Lineage(models.Model):
    """From what a matter came: merged from several, split from one, admitted anew from a legacy one."""

    predecessor = models.ForeignKey(Matter, models.PROTECT, related_name="successions", verbose_name=_("原事项"))
    successor = models.ForeignKey(Matter, models.PROTECT, related_name="origins", verbose_name=_("新事项"))
    kind = models.CharField(_("方式"), max_length=10, choices=RequestKind.choices)

    class Meta:
        verbose_name = _("沿革")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="one_line_between_two_matters"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="no_matter_begets_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} {self.kind} {self.successor_id}"


class CasePaper(models.Model):
    """A paper issued on an application, on a matter, or on both."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, models.PROTECT, null=True, blank=True, related_name="case_papers")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="case_papers")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "application", "matter"], nulls_distinct=False, name="a_paper_is_filed_once"
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False) | Q(matter__isnull=False), name="a_paper_belongs_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)
