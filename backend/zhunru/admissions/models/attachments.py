"""Files that come with an application; the bytes lie in the store of the county's side, by their digest."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.admissions.models.applications import Application
from zhunru.core.models import Tracked


class Attachment(Tracked):
    """One file, checked when it came in; taken out by its department while the form is open, never deleted."""

    class Kind(models.TextChoices):
        REQUEST = "request", _("请示（函）")
        SEALED_FORM = "sealed_form", _("盖章申请表")
        BASIS = "basis", _("依据文本")
        PLAN = "plan", _("工作方案")
        FUNDING = "funding", _("经费证明")
        OPINIONS = "opinions", _("乡镇、村（社区）意见")
        LEGAL = "legal", _("法律审核意见")
        GUIDE = "guide", _("办事指南")
        PRIVACY = "privacy", _("个人信息保护影响说明")
        OTHER = "other", _("其他")

    application = models.ForeignKey(Application, models.PROTECT, related_name="attachments", verbose_name=_("准入申请"))
    kind = models.CharField(_("材料类别"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("文件名"), max_length=120)
    type = models.CharField(_("文件类型"), max_length=100)
    size = models.PositiveIntegerField(_("大小"))
    sha256 = models.CharField(_("文件校验值"), max_length=64)
    uploaded_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("上传人"), related_name="+")
    removed_at = models.DateTimeField(_("移除时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("附件")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="attachment_sha256_is_whole"),
            models.UniqueConstraint(
                fields=["application", "sha256"], condition=Q(removed_at__isnull=True), name="a_file_is_attached_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
