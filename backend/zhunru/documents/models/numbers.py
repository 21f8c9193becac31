"""Numbers of papers: gapless, one series for each sign and year."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NumberSeries(models.Model):
    """Counts an office's papers of one series in one year; its row is locked while a number is allotted."""

    organ_code = models.CharField(_("发文机关代字"), max_length=20)
    series = models.CharField(_("文种代字"), max_length=10)
    year = models.PositiveSmallIntegerField(_("年份"))
    last = models.PositiveIntegerField(_("最后序号"), default=0)

    class Meta:
        verbose_name = _("文号序列")
        constraints = [models.UniqueConstraint(fields=["organ_code", "series", "year"], name="one_series_per_year")]

    def __str__(self) -> str:
        return f"{self.organ_code}{self.series}〔{self.year}〕"
