"""The register of legal bases: what entries and matters rest on, and what became of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LegalBasis(models.Model):
    """One article of one document in one version. Its text never changes; it may end and have a successor."""

    document = models.CharField(_("文件"), max_length=200)
    document_number = models.CharField(_("文号"), max_length=50, default="", blank=True)
    article = models.CharField(_("条款"), max_length=50, default="", blank=True)
    version = models.DateField(_("版本"), null=True, blank=True)
    """The day on which this text was passed or last amended; None where the source does not tell."""
    valid_from = models.DateField(_("施行日期"), null=True, blank=True)
    quotation = models.TextField(_("条文"), default="", blank=True)
    ended_on = models.DateField(_("失效日期"), null=True, blank=True)
    """The first day on which it no longer holds: repealed, replaced or renumbered."""
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("现行条款")
    )

    class Meta:
        verbose_name = _("法律依据")
        ordering = ["document", "version", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "document_number", "article", "version"],
                name="one_row_per_article_and_version",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~Q(document=""), name="legal_basis_names_a_document"),
            models.CheckConstraint(
                condition=Q(successor=None) | Q(ended_on__isnull=False) & ~Q(successor=F("id")),
                name="what_has_a_successor_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_number}《{self.document}》{self.article}"
