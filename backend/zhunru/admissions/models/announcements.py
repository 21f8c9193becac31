"""What time has brought and was told once, so that no night tells it twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Announcement(models.Model):
    """Written in the transaction that tells; whoever finds it there already stays silent."""

    subject = models.CharField(max_length=100)
    """The model of what was told about, such as `admissions.matter`."""
    subject_id = models.BigIntegerField()
    topic = models.CharField(_("事由"), max_length=60)
    """What was told, with what makes it another telling: `expiry:30:2026-12-31`."""
    told_on = models.DateField(_("日期"))

    class Meta:
        verbose_name = _("到期告知")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["subject", "subject_id", "topic"], name="announced_once")]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} {self.topic}"
