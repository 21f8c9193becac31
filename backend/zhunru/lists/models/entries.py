"""What stands in an edition of a list."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.configuration.choices import ObjectType
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village
from zhunru.lists.models.bases import LegalBasis
from zhunru.lists.models.choices import ListKind
from zhunru.lists.models.editions import Edition


class Entry(Tracked):
    """One matter of one list. In the next edition it is another row with the same code."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="entries", verbose_name=_("版次"))
    kind = models.CharField(_("清单"), max_length=20, choices=ListKind.choices)
    code = models.CharField(_("编码"), max_length=10)
    """The list's letter and a number given once, such as S-001; never reused, also not in later editions."""
    seq = models.PositiveIntegerField(_("序号"))
    category = models.CharField(_("事项类别"), max_length=100, default="", blank=True)
    title = models.CharField(_("事项名称"), max_length=200)
    title_bo = models.CharField(_("事项名称（藏文）"), max_length=600, default="", blank=True)
    initials = models.CharField(_("拼音首字母"), max_length=200, default="", blank=True, editable=False)
    village_duty = models.TextField(_("村（社区）职责"), default="", blank=True)
    village_duty_bo = models.TextField(_("村（社区）职责（藏文）"), default="", blank=True)
    lead_department = models.CharField(_("主责部门"), max_length=100, default="", blank=True)
    """In the words of the law, such as 民政部门; empty where the law names none."""
    supporting_departments = models.CharField(_("配合部门"), max_length=300, default="", blank=True)
    legal_basis = models.CharField(_("法律依据"), max_length=600)
    """As printed in the list; `bases` holds the same taken apart."""
    basis_version = models.CharField(_("依据版本"), max_length=100, default="", blank=True)
    bases = models.ManyToManyField(LegalBasis, related_name="entries", verbose_name=_("法律依据"))
    applies_to = ArrayField(
        models.CharField(max_length=20, choices=Village.Kind.choices), default=list, blank=True,
        verbose_name=_("适用范围"),
    )  # fmt: skip
    """Kinds of village; empty for all of them (rule L-07)."""
    funding = models.CharField(_("经费保障"), max_length=300, default="", blank=True)
    remark = models.CharField(_("备注"), max_length=600, default="", blank=True)
    deviation = models.BooleanField(_("与上级指导清单不同"), default=False)
    deviation_reason = models.CharField(_("不同的理由"), max_length=600, default="", blank=True)
    matter_code = models.CharField(_("准入事项编码"), max_length=30, default="", blank=True)
    """The admitted matter that brought it into the list, through the process only."""
    change_reason = models.CharField(_("变动理由"), max_length=600, default="", blank=True)
    """Why it is not as in the edition before; empty where it is."""
    removed = models.BooleanField(_("移出"), default=False)
    """It stood in the edition before and leaves with this one."""
    object_types = ArrayField(
        models.CharField(max_length=20, choices=ObjectType.choices), default=list, blank=True,
        verbose_name=_("所禁对象类型"),
    )  # fmt: skip
    """Of a negative entry (rule L-05): what it forbids; empty for every type."""
    departments = ArrayField(models.BigIntegerField(), default=list, blank=True, verbose_name=_("所禁部门"))
    """Of a negative entry: to whom; empty for all."""
    keywords = ArrayField(models.CharField(max_length=100), default=list, blank=True, verbose_name=_("关键词组"))
    """Of a negative entry: each a set of words; a text that has all of one set comes near the prohibition."""
    outright = models.BooleanField(_("一律禁止"), default=False)
    """Of a negative entry: nothing of these types may be asked by these departments, whatever it is called."""
    source_url = models.TextField(_("来源"), default="", blank=True)
    completeness = models.CharField(_("核对情况"), max_length=100, default="", blank=True)

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
            models.CheckConstraint(
                condition=Q(deviation=False) | ~Q(deviation_reason=""), name="a_deviation_has_its_reason"
            ),
            models.CheckConstraint(condition=Q(removed=False) | ~Q(change_reason=""), name="removed_with_a_reason"),
            models.CheckConstraint(
                condition=Q(kind=ListKind.NEGATIVE) | Q(object_types=[], departments=[], keywords=[], outright=False),
                name="only_the_negative_list_forbids",
            ),
            models.CheckConstraint(
                condition=Q(outright=False) | ~Q(object_types=[]) | ~Q(departments=[]),
                name="an_outright_ban_has_its_bounds",
            ),
            models.CheckConstraint(
                condition=Q(kind=ListKind.ASSIST) | Q(matter_code=""), name="matters_join_the_assist_list"
            ),
            models.UniqueConstraint(
                fields=["edition", "matter_code"],
                condition=~Q(matter_code="") & Q(removed=False),
                name="a_matter_stands_once_in_an_edition",
            ),
        ]
        indexes = [
            GinIndex(
                OpClass(F("title"), "gin_trgm_ops"),
                OpClass(F("village_duty"), "gin_trgm_ops"),
                OpClass(F("legal_basis"), "gin_trgm_ops"),
                name="entry_text_trigrams",
            ),
            models.Index(fields=["kind", "code"], name="entry_codes_given"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"
