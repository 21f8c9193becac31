"""Files of a contract, a piece of work or a verdict, kept on the township's side."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.contracts import Contract
from zhunru.contracts.models.deliverables import Deliverable
from zhunru.contracts.models.verdicts import Verdict
from zhunru.core.models import Tracked


class Attachment(Tracked):
    """One file, found by its hash; taken away it stays in the history."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="attachments", verbose_name=_("合同"))
    deliverable = models.ForeignKey(
        Deliverable, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name=_("服务记录")
    )
    verdict = models.ForeignKey(
        Verdict, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name=_("条款评定")
    )
    name = models.CharField(_("文件名"), max_length=120)
    type = models.CharField(_("类型"), max_length=20)
    size = models.PositiveIntegerField(_("大小"))
    sha256 = models.CharField(_("校验值"), max_length=64)
    location = models.BooleanField(_("保留拍摄位置"), default=False)
    """The picture still says where it was taken, because its clause asks for that."""
    removed_at = models.DateTimeField(_("移除时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("合同附件")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deliverable__isnull=True) | Q(verdict__isnull=True), name="attachment_of_one_thing"
            )
        ]

    def __str__(self) -> str:
        return self.name
