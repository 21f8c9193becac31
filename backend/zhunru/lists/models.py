"""The three lists as numbered editions: what a village owes by law, what it assists in, what no one may ask of it."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked


class ListKind(models.TextChoices):
    """An entry belongs to exactly one of them (rule L-01)."""

    STATUTORY = "statutory", _("依法履职事项清单")
    ASSIST = "assist", _("协助办理事项清单")
    NEGATIVE = "negative", _("工作负面事项清单")


CODE_LETTERS = {ListKind.STATUTORY: "S", ListKind.ASSIST: "A", ListKind.NEGATIVE: "N"}
"""A code begins with its list's letter, so that no code can stand in two lists."""


class Edition(Tracked):
    """One list as it holds from a day on, until the next edition of that list takes effect."""

    kind = models.CharField(_("清单"), max_length=20, choices=ListKind.choices)
    number = models.PositiveIntegerField(_("版次"))
    effective_on = models.DateField(_("施行日期"))
    note = models.TextField(_("说明"), default="", blank=True)

    class Meta:
        verbose_name = _("清单版次")
        ordering = ["kind", "number"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="one_edition_per_number"),
            models.UniqueConstraint(fields=["kind", "effective_on"], name="one_edition_per_day"),
            models.UniqueConstraint(fields=["id", "kind"], name="edition_with_its_kind"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_numbers_begin_at_1"),
            models.CheckConstraint(condition=Q(kind__in=ListKind.values), name="edition_is_of_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class LegalBasis(models.Model):
    """One article of one document in one version; never changed, so that whatever rests on it can be found."""

    document = models.CharField(_("文件"), max_length=200)
    document_number = models.CharField(_("文号"), max_length=50, default="", blank=True)
    article = models.CharField(_("条款"), max_length=50, default="", blank=True)
    version = models.DateField(_("版本"), null=True, blank=True)
    """The day on which this text was passed or last amended; None where the source does not tell."""
    ended_on = models.DateField(_("失效日期"), null=True, blank=True)
    """The first day on which it no longer holds: repealed, replaced or renumbered."""

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
        ]

    def __str__(self) -> str:
        return f"{self.document_number}《{self.document}》{self.article}"


class Entry(Tracked):
    """One matter of one list. In the next edition it is another row with the same code."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="entries", verbose_name=_("版次"))
    kind = models.CharField(_("清单"), max_length=20, choices=ListKind.choices)
    code = models.CharField(_("编码"), max_length=10)
    """The list's letter and a number given once, such as S-001; never reused, also not in later editions."""
    seq = models.PositiveIntegerField(_("序号"))
    title = models.CharField(_("事项名称"), max_length=200)
    village_duty = models.TextField(_("村（社区）职责"), default="", blank=True)
    lead_department = models.CharField(_("主责部门"), max_length=100, default="", blank=True)
    """In the words of the law, such as 民政部门; empty where the law names none."""
    legal_basis = models.CharField(_("法律依据"), max_length=600)
    """As printed in the list; `bases` holds the same taken apart."""
    basis_version = models.CharField(_("依据版本"), max_length=100, default="", blank=True)
    source_url = models.TextField(_("来源"), default="", blank=True)
    completeness = models.CharField(_("核对情况"), max_length=100, default="", blank=True)
    bases = models.ManyToManyField(LegalBasis, related_name="entries", verbose_name=_("法律依据"))

    class Meta:
        verbose_name = _("清单事项")
        ordering = ["edition", "seq", "id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="one_entry_per_code"),
            models.UniqueConstraint(fields=["edition", "title", "legal_basis"], name="one_entry_per_title_and_basis"),
            models.CheckConstraint(condition=~Q(title=""), name="entry_has_a_title"),
            models.CheckConstraint(condition=~Q(legal_basis=""), name="entry_has_a_legal_basis"),
            models.CheckConstraint(
                condition=Q(kind=ListKind.STATUTORY, code__regex=r"^S-\d{3,}$")
                | Q(kind=ListKind.ASSIST, code__regex=r"^A-\d{3,}$")
                | Q(kind=ListKind.NEGATIVE, code__regex=r"^N-\d{3,}$"),
                name="entry_code_tells_its_list",
            ),
        ]
        indexes = [
            GinIndex(
                OpClass(F("title"), "gin_trgm_ops"),
                OpClass(F("village_duty"), "gin_trgm_ops"),
                OpClass(F("legal_basis"), "gin_trgm_ops"),
                name="entry_text_trigrams",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
