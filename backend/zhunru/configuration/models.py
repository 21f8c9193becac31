"""The county's parameters, one row per version; a case keeps the version it began under."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.configuration.schema import Settings
from zhunru.core.models import Tracked


class Configuration(Tracked):
    """All parameters from one moment on, until the next version; never changed (the database refuses it)."""

    number = models.PositiveIntegerField(_("版本号"), unique=True)
    settings = models.JSONField(_("参数"))
    note = models.TextField(_("修改说明"), default="", blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("修改人"))
    """None for the first version, which comes with the installation."""
    made_at = models.DateTimeField(_("启用时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("参数配置")
        ordering = ["-number"]
        constraints = [models.CheckConstraint(condition=Q(number__gte=1), name="configuration_numbers_begin_at_1")]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def values(self) -> Settings:
        """The parameters, read anew each time: ask once. One that came later than this version has its default."""
        return Settings.model_validate(self.settings, extra="ignore")
