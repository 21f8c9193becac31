"""A department's request to the county."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation, User
from zhunru.admissions.models.choices import Assessment, FundingChannel, RequestKind
from zhunru.configuration.choices import Category, ObjectType
from zhunru.configuration.models import Configuration
from zhunru.core.models import Tracked
from zhunru.documents.models import Document

if TYPE_CHECKING:
    from zhunru.admissions.models.decisions import Decision
    from zhunru.admissions.models.matters import Matter


class Application(Tracked):
    """A department's request to bring a work matter into villages (clause 2.1a)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("草拟")
        SUBMITTED = "submitted", _("已申报")
        RETURNED = "returned", _("退回补正")
        NOT_ACCEPTED = "not_accepted", _("不予受理")
        ACCEPTED = "accepted", _("已受理，待初审")
        FIRST_REVIEWED = "first_reviewed", _("已初审，待复审")
        REVIEWED = "reviewed", _("已复审")
        AT_LEADER = "at_leader", _("呈分管县领导")
        AT_JOINT_MEETING = "at_joint_meeting", _("提请联席会议")
        AT_COMMITTEE = "at_committee", _("提请常委会")
        APPROVED = "approved", _("同意，待制发文书")
        REJECTED = "rejected", _("不同意")
        DEFERRED = "deferred", _("暂缓")
        CONVERTED = "converted", _("转政府购买服务")
        MERGED = "merged", _("并入其他事项")
        ISSUED = "issued", _("已制发批准文书")
        RECALLED = "recalled", _("申请单位撤回")
        LAPSED = "lapsed", _("已终止")

    department = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("申请单位"))
    kind = models.CharField(_("申请类型"), max_length=10, choices=RequestKind.choices, default=RequestKind.ADMIT)
    object_type = models.CharField(
        _("准入对象类型"), max_length=20, choices=ObjectType.choices, default=ObjectType.WORK_MATTER
    )
    category = models.CharField(_("事项类别"), max_length=10, choices=Category.choices, default=Category.REGULAR)
    concerns = ArrayField(models.BigIntegerField(), verbose_name=_("所涉事项"), default=list, blank=True)
    """Ids of the matters to be adjusted, extended, merged, split or withdrawn; of a legacy matter to be admitted."""
    parts = models.JSONField(_("拆分后的事项"), default=list, blank=True)
    """Of a split: a list of {title, village_duty, person_days, funding_amount, scope}; see `schemas.Part`."""
    extras = models.JSONField(_("专项内容"), default=dict, blank=True)
    """The section of its object type: `configuration.sections` says what stands in it."""
    contact_name = models.CharField(_("联系人"), max_length=50, blank=True)
    contact_phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    title = models.CharField(_("事项名称"), max_length=60, blank=True)
    necessity = models.TextField(_("必要性说明"), blank=True)
    feasibility = models.TextField(_("可行性说明"), blank=True)
    duty_relation = models.TextField(_("与部门职责的关系"), blank=True)
    authorised_content = models.TextField(_("授权内容"), blank=True)
    authority_scope = models.TextField(_("权限"), blank=True)
    objective = models.TextField(_("工作目标与任务"), blank=True)
    done_criteria = models.TextField(_("完成标准"), blank=True)
    department_duty = models.TextField(_("部门职责"), blank=True)
    township_duty = models.TextField(_("乡镇职责"), blank=True)
    village_duty = models.TextField(_("村（社区）职责"), blank=True)
    frequency = models.CharField(_("工作频次"), max_length=100, blank=True)
    person_days = models.DecimalField(
        _("每村每月工作量（人日）"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    staffing = models.TextField(_("人员配备"), blank=True)
    dedicated_post = models.BooleanField(_("要求村（社区）设专职岗位"), default=False)
    legal_bases = models.JSONField(_("准入依据"), default=list, blank=True)
    """A list of {document, article, version, quotation}; `schemas.LegalBasis` gives the shape."""
    starts_on = models.DateField(_("开始日期"), null=True, blank=True)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    funding_amount = models.DecimalField(
        _("每村工作经费（元）"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_line = models.CharField(_("经费来源（预算科目）"), max_length=200, blank=True)
    funding_standard = models.CharField(_("经费标准"), max_length=200, blank=True)
    funding_channel = models.CharField(_("拨付方式"), max_length=10, choices=FundingChannel.choices, blank=True)
    funding_due = models.JSONField(_("拨付时间"), default=list, blank=True)
    """A list of {on, amount}: what each village is paid when; `schemas.Instalment` gives the shape."""
    no_cost_reason = models.TextField(_("无需经费的理由"), blank=True)
    tech_support = models.TextField(_("技术支持"), blank=True)
    training_plan = models.TextField(_("培训安排"), blank=True)
    demands = models.JSONField(_("附带要求"), default=list, blank=True)
    """A list of {kind, name, basis}: boards, ledgers, forms, apps, certificates; `schemas.DemandIn`."""
    assessment_method = models.CharField(
        _("考核方式"), max_length=24, choices=Assessment.choices, default=Assessment.NONE
    )
    handles_personal_data = models.BooleanField(_("涉及个人信息"), default=False)
    personal_data = models.TextField(_("个人信息种类"), blank=True)
    personal_data_purpose = models.TextField(_("处理目的"), blank=True)
    personal_data_retention = models.CharField(_("保存期限"), max_length=100, blank=True)
    not_secret = models.BooleanField(_("本申请不涉及国家秘密"), default=False)
    negative_entry = models.BigIntegerField(_("所涉负面清单条目"), null=True, blank=True)
    """Set by the applicant or a reviewer who sees that the request is what the negative list forbids (A-09)."""
    hit_answers = models.JSONField(_("对负面清单提示的说明"), default=list, blank=True)
    """A list of {entry, answer}: why a hit on a negative entry's words is a false alarm."""
    new_facts = models.TextField(_("新的事实和理由"), blank=True)
    completion_report = models.TextField(_("完成情况报告"), blank=True)
    settlement = models.TextField(_("经费结算情况"), blank=True)
    closures = models.TextField(_("台账、牌子清理情况"), blank=True)
    urgent_ground = models.CharField(_("紧急情形"), max_length=30, blank=True)
    entered_at = models.DateTimeField(_("先行进入时间"), null=True, blank=True)
    registered_at = models.DateTimeField(_("先行进入登记时间"), null=True, blank=True)
    """Both times are kept: when it entered villages and when that was registered (A-24)."""
    late_reason = models.TextField(_("逾时登记的理由"), blank=True)
    scope = ArrayField(models.CharField(max_length=12), verbose_name=_("涉及的村（社区）"), default=list, blank=True)
    """Official codes of the villages; a rule sees to it that each names a village of this county."""
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.DRAFT)
    configuration = models.ForeignKey(
        Configuration, models.PROTECT, null=True, blank=True, verbose_name=_("适用参数"), related_name="+"
    )
    """The parameters under which it was first submitted; later changes of the rules do not touch it."""
    corrections = models.PositiveSmallIntegerField(_("补正次数"), default=0)
    recommendation = models.TextField(_("提请意见"), blank=True)
    submitted_at = models.DateTimeField(_("申报时间"), null=True, blank=True)
    drafted_by = models.ForeignKey(
        User, models.PROTECT, verbose_name=_("经办人"), related_name="+", null=True, blank=True
    )
    """None where a township has registered an urgent entry for the department."""
    filed_by = models.ForeignKey(
        User, models.PROTECT, verbose_name=_("申报人"), related_name="+", null=True, blank=True
    )
    drafted_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("代何人经办"), related_name="+"
    )
    filed_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("代何人申报"), related_name="+"
    )
    """In whose place a deputy acted."""
    client_key = models.UUIDField(null=True, blank=True, editable=False)
    """The browser's own key of a new draft: sent twice, it still makes one draft."""

    class Meta:
        verbose_name = _("准入申请")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["drafted_by", "client_key"], name="one_draft_per_client_key"),
            models.CheckConstraint(condition=Q(funding_amount__gte=0), name="funding_is_not_negative"),
            models.CheckConstraint(condition=Q(corrections__lte=1), name="one_correction_notice"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "recalled"])
                | Q(status="lapsed", entered_at__isnull=False)
                | Q(submitted_at__isnull=False, filed_by__isnull=False),
                name="only_a_draft_is_unfiled",
            ),
        ]
        indexes = [models.Index(fields=["status", "department"]), models.Index(fields=["department", "-id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def editable(self) -> bool:
        """Whether its department may still change the form."""
        return self.status in (self.Status.DRAFT, self.Status.RETURNED)

    @property
    def decision(self) -> "Decision | None":
        """The last one: an application that was deferred may be decided again."""
        return next(iter(sorted(self.decisions.all(), key=lambda decision: -decision.pk)), None)

    @property
    def matter(self) -> "Matter | None":
        """What it brought into being; of a split the first."""
        return min(self.matters.all(), key=lambda matter: matter.pk, default=None)

    @property
    def papers(self) -> list[Document]:
        """What has been issued on it, in order; a paper on several matters once."""
        return list(dict.fromkeys(link.document for link in self.case_papers.all()))
