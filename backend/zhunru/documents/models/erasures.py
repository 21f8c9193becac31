"""What is erased when its time is over: the file of a paper, never its row."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.documents.models.papers import Document


class Erasure(models.Model):
    """A file that was erased by the rule of its kind, and on which day. It stays written."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="erasure", verbose_name=_("文书"))
    rule = models.CharField(_("保管期限规则"), max_length=200)
    due_on = models.DateField(_("保管期满"))
    erased_at = models.DateTimeField(_("销毁时间"))
    sha256 = models.CharField(_("文件校验值"), max_length=64)

    class Meta:
        verbose_name = _("销毁登记")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(rule=""), name="erased_by_a_rule")]

    def __str__(self) -> str:
        return str(self.document)
