"""What a village or the township says to the county; who said it stands in the history of this schema only."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.admissions.models import Opinion
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village


class Statement(Tracked):
    """An answer to a question, or a word unasked (clause 1.3a). The trigger behind it tells the county, without person.

    Without a village it is the township's own.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", _("答复")
        OBJECTION = "objection", _("异议")
        COMMENT = "comment", _("年度意见")
        PETITION = "petition", _("要求退出")

    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices)
    opinion_id = models.BigIntegerField(null=True, blank=True)
    """The county's question; no constraint, as county and township may one day live in two databases."""
    matter_id = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(_("事项名称"), max_length=60)
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, db_constraint=False, related_name="+",
        verbose_name=_("村（社区）"),
    )  # fmt: skip
    position = models.CharField(_("态度"), max_length=12, choices=Opinion.Position.choices)
    text = models.TextField(_("意见"), blank=True)
    meeting_on = models.DateField(_("村（居）民会议日期"), null=True, blank=True)
    attendance = models.CharField(_("到会情况"), max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, blank=True)
    said_at = models.DateTimeField(_("提出时间"))

    class Meta:
        verbose_name = _("村（社区）意见")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="reply", opinion_id__isnull=False) & ~Q(position="objection")
                | Q(kind="objection", opinion_id__isnull=False, position="objection")
                | Q(kind="comment", opinion_id=None, matter_id__isnull=False)
                | Q(kind="petition", opinion_id=None, matter_id__isnull=False),
                name="a_statement_answers_or_concerns_a_matter",
            ),
            models.CheckConstraint(condition=~Q(position="objection") | ~Q(text=""), name="said_with_its_reasons"),
            models.CheckConstraint(
                condition=~Q(kind="petition")
                | Q(position="objection", village__isnull=False, meeting_on__isnull=False) & ~Q(attendance=""),
                name="a_petition_comes_from_a_meeting",
            ),
            models.CheckConstraint(condition=~Q(kind="comment") | Q(year__isnull=False), name="a_comment_has_its_year"),
            models.UniqueConstraint(fields=["opinion_id"], name="a_question_is_answered_once"),
            models.UniqueConstraint(
                fields=["matter_id", "village"], condition=Q(kind="petition"), name="one_petition_per_village"
            ),
            models.UniqueConstraint(
                fields=["matter_id", "village", "year"],
                condition=Q(kind="comment"),
                nulls_distinct=False,
                name="one_comment_a_year",
            ),
        ]

    def __str__(self) -> str:
        return self.title
