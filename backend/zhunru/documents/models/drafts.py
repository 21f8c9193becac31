"""拟制文书: a paper that the office writes by hand, until it is issued."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation, User
from zhunru.core.models import Tracked
from zhunru.documents.models.papers import Document
from zhunru.documents.models.uses import SealUse


class Draft(Tracked):
    """What a paper will say, as typed; it may have gaps until its seal is asked for."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("起草中")
        REQUESTED = "requested", _("待审批用印")
        APPROVED = "approved", _("待用印")
        ISSUED = "issued", _("已印发")
        ABANDONED = "abandoned", _("已作罢")

    kind = models.CharField(_("文种"), max_length=20)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="drafts", verbose_name=_("发文机关"))
    title = models.CharField(_("标题"), max_length=400, blank=True)
    facts = models.JSONField(_("载明内容"), default=dict)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("起草人"))
    corrects = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("更正的文书")
    )
    use = models.OneToOneField(
        SealUse, models.PROTECT, null=True, blank=True, related_name="draft", verbose_name=_("用印登记")
    )
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="draft", verbose_name=_("文书")
    )

    class Meta:
        verbose_name = _("拟制文书")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="issued", document__isnull=False) | Q(~Q(status="issued"), document__isnull=True),
                name="issued_draft_has_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "abandoned"]) | Q(use__isnull=False), name="draft_asks_for_its_seal"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.kind
