"""A department's request, what its reviewers found and what the county decided."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation, User
from zhunru.core.models import Tracked
from zhunru.documents.models import Document


class Application(Tracked):
    """A department's request to bring a work matter into villages (clause 2.1a)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("草拟")
        SUBMITTED = "submitted", _("已申报")
        RETURNED = "returned", _("退回补正")
        ACCEPTED = "accepted", _("已受理")
        REVIEWED = "reviewed", _("已复审")
        AT_COMMITTEE = "at_committee", _("提请常委会")
        APPROVED = "approved", _("同意，待制发文书")
        REJECTED = "rejected", _("不同意")
        ISSUED = "issued", _("已制发批准文书")

    department = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("申请单位"))
    title = models.CharField(_("事项名称"), max_length=60, blank=True)
    necessity = models.TextField(_("必要性说明"), blank=True)
    objective = models.TextField(_("工作目标与任务"), blank=True)
    done_criteria = models.TextField(_("完成标准"), blank=True)
    department_duty = models.TextField(_("部门职责"), blank=True)
    township_duty = models.TextField(_("乡镇职责"), blank=True)
    village_duty = models.TextField(_("村（社区）职责"), blank=True)
    frequency = models.CharField(_("工作频次"), max_length=100, blank=True)
    person_days = models.DecimalField(
        _("每村每月工作量（人日）"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    legal_bases = models.JSONField(_("准入依据"), default=list, blank=True)
    """A list of {document, article, version, quotation}; `schemas.LegalBasis` gives the shape."""
    starts_on = models.DateField(_("开始日期"), null=True, blank=True)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    funding_amount = models.DecimalField(
        _("每村工作经费（元）"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_line = models.CharField(_("经费来源（预算科目）"), max_length=200, blank=True)
    no_cost_reason = models.TextField(_("无需经费的理由"), blank=True)
    scope = ArrayField(models.CharField(max_length=12), verbose_name=_("涉及的村（社区）"), default=list, blank=True)
    """Official codes of the villages; a rule sees to it that each names a village of this county."""
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.DRAFT)
    submitted_at = models.DateTimeField(_("申报时间"), null=True, blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("经办人"), related_name="+")
    filed_by = models.ForeignKey(
        User, models.PROTECT, verbose_name=_("申报人"), related_name="+", null=True, blank=True
    )
    client_key = models.UUIDField(null=True, blank=True, editable=False)
    """The browser's own key of a new draft: sent twice, it still makes one draft."""

    class Meta:
        verbose_name = _("准入申请")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["drafted_by", "client_key"], name="one_draft_per_client_key"),
            models.CheckConstraint(condition=Q(funding_amount__gte=0), name="funding_is_not_negative"),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(submitted_at__isnull=False, filed_by__isnull=False),
                name="only_a_draft_is_unfiled",
            ),
        ]
        indexes = [models.Index(fields=["status", "department"])]

    def __str__(self) -> str:
        return self.title

    @property
    def editable(self) -> bool:
        """Whether its department may still change the form."""
        return self.status in (self.Status.DRAFT, self.Status.RETURNED)

    @property
    def papers(self) -> list[Document]:
        """What has been issued on it, in order."""
        matter = getattr(self, "matter", None)
        return matter.papers if matter else []


class Finding(Tracked):
    """One of the three conclusions of the second review (clause 3.1a); each stands by itself."""

    class Aspect(models.TextChoices):
        LEGALITY = "legality", _("合法性")
        FEASIBILITY = "feasibility", _("可行性")
        REASONABLENESS = "reasonableness", _("合理性")

    application = models.ForeignKey(Application, models.PROTECT, related_name="findings", verbose_name=_("准入申请"))
    aspect = models.CharField(_("审核内容"), max_length=20, choices=Aspect.choices)
    favourable = models.BooleanField(_("通过"))
    opinion = models.TextField(_("意见"))
    reviewer = models.ForeignKey(User, models.PROTECT, verbose_name=_("复审人"), related_name="+")

    class Meta:
        verbose_name = _("复审结论")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "aspect"], name="one_finding_per_aspect"),
            models.CheckConstraint(condition=~Q(opinion=""), name="finding_says_why"),
        ]


class Decision(Tracked):
    """What the standing committee decided (clause 3.1b): number, date and result; never its minutes."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("同意")
        REJECTED = "rejected", _("不同意")

    application = models.OneToOneField(Application, models.PROTECT, related_name="decision", verbose_name=_("准入申请"))
    outcome = models.CharField(_("结果"), max_length=20, choices=Outcome.choices)
    resolution_number = models.CharField(_("决定编号"), max_length=100)
    meeting_on = models.DateField(_("会议日期"))
    reasons = models.TextField(_("理由"), blank=True)
    recorder = models.ForeignKey(User, models.PROTECT, verbose_name=_("登记人"), related_name="+")

    class Meta:
        verbose_name = _("常委会决定")
        constraints = [
            models.CheckConstraint(condition=~Q(resolution_number=""), name="decision_has_a_number"),
            models.CheckConstraint(condition=Q(outcome="approved") | ~Q(reasons=""), name="rejection_says_why"),
        ]
