"""What departments and townships say to a draft, and who has taken note of what was published."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.core.models import Tracked
from zhunru.divisions.models import Township, Village
from zhunru.lists.models.editions import Edition
from zhunru.lists.models.entries import Entry


class OfOnePlace(Tracked):
    """A department's row on the county's side, or a township's on its own; `realm` says which side that is."""

    realm = models.CharField(max_length=63, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("部门")
    )
    township = models.ForeignKey(
        Township, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("乡镇")
    )

    class Meta:
        abstract = True


class Comment(OfOnePlace):
    """A word on an entry of a draft, or without one on the draft as a whole."""

    class Position(models.TextChoices):
        NO_OBJECTION = "no_objection", _("无意见")
        PROPOSAL = "proposal", _("修改建议")
        OBJECTION = "objection", _("不同意")

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="comments", verbose_name=_("版次"))
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="comments", verbose_name=_("清单事项")
    )
    position = models.CharField(_("态度"), max_length=20, choices=Position.choices)
    text = models.TextField(_("意见"), default="", blank=True)
    said_at = models.DateTimeField(_("提出时间"))
    answer = models.TextField(_("答复"), default="", blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("清单意见")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, township=None, realm="county")
                | Q(organisation=None, township__isnull=False, realm__startswith="t_"),
                name="a_comment_is_a_departments_or_a_townships",
            ),
            models.CheckConstraint(
                condition=Q(position="no_objection", entry=None) | ~Q(position="no_objection") & ~Q(text=""),
                name="a_comment_says_something",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="an_answer_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()} {self.text[:30]}"


class Acknowledgement(OfOnePlace):
    """Who must take note of a published edition (rule L-04): a department, a township, or one of its villages."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="acknowledgements", verbose_name=_("版次"))
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("村（社区）")
    )
    asked_on = models.DateField(_("送达日期"))
    due_on = models.DateField(_("确认期限"), null=True, blank=True)
    """None where the working days of that year are not entered."""
    done_at = models.DateTimeField(_("确认时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("知悉确认")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, township=None, village=None, realm="county")
                | Q(organisation=None, township__isnull=False, realm__startswith="t_"),
                name="asked_of_a_department_or_a_township",
            ),
            models.UniqueConstraint(
                fields=["edition", "organisation", "township", "village"],
                nulls_distinct=False,
                name="asked_once_an_edition",
            ),
        ]

    def __str__(self) -> str:
        return str(self.village or self.township or self.organisation)
