"""Long work on many papers: it can be left and found again, and goes on where it stopped."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.core.models import Tracked
from zhunru.documents.models.papers import Document


class Batch(Tracked):
    """A job and what it makes: a file in the end. Asked for twice under one key it is one."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("排队中")
        RUNNING = "running", _("制作中")
        DONE = "done", _("已完成")
        FAILED = "failed", _("未完成")
        CANCELLED = "cancelled", _("已取消")

    job = models.CharField(_("任务"), max_length=20)
    key = models.CharField(_("任务标识"), max_length=64, unique=True)
    title = models.CharField(_("名称"), max_length=200)
    params = models.JSONField(_("条件"), default=dict)
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"))
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.WAITING)
    total = models.PositiveIntegerField(_("总数"), default=0)
    done = models.PositiveIntegerField(_("已完成"), default=0)
    finished_at = models.DateTimeField(_("完成时间"), null=True, blank=True)
    file_name = models.CharField(_("文件名"), max_length=200, blank=True)
    sha256 = models.CharField(_("文件校验值"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("文件大小"), default=0)
    error = models.CharField(_("未完成的原因"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("批量任务")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="done") | Q(~Q(sha256=""), finished_at__isnull=False), name="done_batch_has_a_file"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class BatchItem(models.Model):
    """One paper of a batch; written as it is made, one by one."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items", verbose_name=_("批量任务"))
    place = models.PositiveIntegerField(_("序号"))
    label = models.CharField(_("名称"), max_length=200)
    ref = models.BigIntegerField(null=True, blank=True)
    """The row that it is about: a village, a paper, a contract."""
    sha256 = models.CharField(_("文件校验值"), max_length=64, blank=True)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("文书")
    )
    error = models.CharField(_("未完成的原因"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("批量任务条目")
        ordering = ["batch", "place"]
        constraints = [models.UniqueConstraint(fields=["batch", "place"], name="one_item_in_a_place")]

    def __str__(self) -> str:
        return self.label
