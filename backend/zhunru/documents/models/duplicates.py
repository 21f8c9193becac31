"""副本: further copies of an issued paper, marked as such, each with a file of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked
from zhunru.documents.models.papers import Document
from zhunru.documents.models.uses import SealUse


class Duplicate(Tracked):
    """One duplicate: for whom, why, and the file. It stays as issued."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="duplicates", verbose_name=_("文书"))
    use = models.OneToOneField(SealUse, models.PROTECT, related_name="duplicate", verbose_name=_("用印登记"))
    no = models.PositiveSmallIntegerField(_("副本序号"))
    receiver = models.CharField(_("发给"), max_length=200)
    reason = models.CharField(_("事由"), max_length=200)
    issued_on = models.DateField(_("制发日期"))
    sha256 = models.CharField(_("文件校验值"), max_length=64, unique=True)
    size = models.PositiveIntegerField(_("文件大小"))

    class Meta:
        verbose_name = _("副本")
        ordering = ["document", "no"]
        constraints = [
            models.UniqueConstraint(fields=["document", "no"], name="duplicates_are_numbered"),
            models.CheckConstraint(condition=Q(no__gte=1, size__gt=0), name="duplicate_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.document} 副本{self.no}"
