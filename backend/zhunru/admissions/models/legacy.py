"""What villages carried before this system: taken over from the tables that departments keep."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.core.models import Tracked


class LegacyImport(Tracked):
    """One table of existing matters, taken over once; the file lies in the county's store by its digest."""

    sha256 = models.CharField(_("文件校验值"), max_length=64, unique=True)
    rows = models.PositiveIntegerField(_("事项数"))
    readmit_by = models.DateField(_("重新准入期限"))
    imported_by = models.ForeignKey(User, models.PROTECT, verbose_name=_("导入人"), related_name="+")
    imported_at = models.DateTimeField(_("导入时间"))

    class Meta:
        verbose_name = _("存量事项导入")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="legacy_sha256_is_whole"),
            models.CheckConstraint(condition=Q(rows__gt=0), name="legacy_import_has_rows"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]
