"""用印登记: what each seal was put on, who asked for it, who agreed and who did it (国发〔1999〕25号, 25)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.core.models import Tracked
from zhunru.documents.models.papers import Document
from zhunru.documents.models.seals import Seal, SealGrant


class SealUse(Tracked):
    """One use of one seal, from the request to the paper that bears it. The database lets none skip the approval.

    People are written down by name, too, as history does: a log-in must not touch this table.
    """

    class Status(models.TextChoices):
        REQUESTED = "requested", _("待审批")
        APPROVED = "approved", _("待用印")
        USED = "used", _("已用印")
        REFUSED = "refused", _("不同意")
        CANCELLED = "cancelled", _("已取消")

    class Purpose(models.TextChoices):
        ISSUE = "issue", _("制发文书")
        DUPLICATE = "duplicate", _("制发副本")

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="uses", verbose_name=_("印章"))
    purpose = models.CharField(_("用途"), max_length=10, choices=Purpose.choices, default=Purpose.ISSUE)
    kind = models.CharField(_("文种"), max_length=20)
    title = models.CharField(_("用印事由"), max_length=400)
    copies = models.PositiveSmallIntegerField(_("份数"), default=1)
    receiver = models.CharField(_("副本发给"), max_length=200, blank=True)
    reason = models.CharField(_("副本事由"), max_length=200, blank=True)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.REQUESTED)
    requested_by = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False, verbose_name=_("申请人")
    )
    requested_name = models.CharField(_("申请人姓名"), max_length=100)
    requested_for_id = models.BigIntegerField(null=True, blank=True, editable=False)
    """The colleague in whose place it was asked for; `approved_for_id` likewise: four eyes count both."""
    requested_at = models.DateTimeField(_("申请时间"))
    approved_by = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False, verbose_name=_("审批人")
    )
    approved_name = models.CharField(_("审批人姓名"), max_length=100, blank=True)
    approved_for_id = models.BigIntegerField(null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(_("审批时间"), null=True, blank=True)
    ground = models.CharField(_("审批依据"), max_length=200, blank=True)
    grant = models.ForeignKey(
        SealGrant, models.PROTECT, null=True, blank=True, related_name="uses", verbose_name=_("常用文书用印授权")
    )
    refusal = models.CharField(_("不同意的理由"), max_length=400, blank=True)
    used_by = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False, verbose_name=_("用印人")
    )
    used_name = models.CharField(_("用印人姓名"), max_length=100, blank=True)
    used_at = models.DateTimeField(_("用印时间"), null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="uses", verbose_name=_("文书")
    )

    class Meta:
        verbose_name = _("用印登记")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["requested", "refused", "cancelled"])
                | Q(
                    Q(approved_by__isnull=False) | Q(grant__isnull=False),
                    ~Q(approved_name=""),
                    approved_at__isnull=False,
                ),
                name="use_was_approved",
            ),
            models.CheckConstraint(
                condition=~Q(status="used") | Q(~Q(used_name=""), document__isnull=False, used_at__isnull=False),
                name="use_has_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(used_by__isnull=True) | ~Q(approved_by=F("used_by")),
                name="use_by_another_than_the_approver",
            ),
            models.CheckConstraint(condition=~Q(status="refused") | ~Q(refusal=""), name="use_refused_with_a_reason"),
            models.CheckConstraint(condition=Q(copies__gte=1), name="use_of_one_copy_or_more"),
            models.CheckConstraint(
                condition=Q(purpose="issue") | Q(~Q(receiver=""), ~Q(reason=""), document__isnull=False),
                name="duplicate_is_of_a_paper",
            ),
            models.UniqueConstraint(
                fields=["document", "seal"], condition=Q(purpose="issue"), name="one_use_a_seal_on_a_paper"
            ),
        ]
        indexes = [models.Index(fields=["seal", "-id"], name="uses_of_a_seal")]

    def __str__(self) -> str:
        return f"{self.seal}：{self.title}"
