"""Opinions asked for before a decision, and those that villages give unasked (clause 1.3a)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.admissions.models.applications import Application
from zhunru.admissions.models.matters import Matter
from zhunru.configuration.choices import Party
from zhunru.core.actors import COUNTY
from zhunru.divisions.models import Township, Village


class Opinion(models.Model):
    """One party's opinion. A village's or township's is written by the trigger behind its own statement.

    Of a village it holds the village, never a person: who spoke stays in the township's schema.
    """

    class Purpose(models.TextChoices):
        ADMISSION = "admission", _("准入征求意见")
        WITHDRAWAL = "withdrawal", _("撤销征求异议")
        REVIEW = "review", _("年度复核意见")
        PETITION = "petition", _("要求退出")

    class Position(models.TextChoices):
        SUPPORT = "support", _("同意")
        NO_OBJECTION = "no_objection", _("无异议")
        OBJECTION = "objection", _("不同意")

    purpose = models.CharField(_("事由"), max_length=12, choices=Purpose.choices)
    application = models.ForeignKey(
        Application, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name=_("准入申请")
    )
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name=_("准入事项")
    )
    title = models.CharField(_("事项名称"), max_length=60)
    brief = models.JSONField(_("内容摘要"), default=dict)
    """What the party is asked about, so that a township need not read the county's tables; `consulting.brief`."""
    party = models.CharField(_("征求对象"), max_length=12, choices=Party.choices)
    realm = models.CharField(max_length=48, default=COUNTY)
    township = models.ForeignKey(Township, models.PROTECT, null=True, blank=True, related_name="+")
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    round = models.PositiveSmallIntegerField(default=0)
    """Of a withdrawal: ordered a second time, the villages are asked a second time."""
    asked_at = models.DateTimeField(_("征求时间"), null=True, blank=True)
    due_on = models.DateField(_("答复期限"), null=True, blank=True)
    position = models.CharField(_("态度"), max_length=12, choices=Position.choices, blank=True)
    text = models.TextField(_("意见"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    silent = models.BooleanField(_("逾期未答复，视为无异议"), default=False)
    answered_by = models.CharField(_("答复人"), max_length=100, blank=True)
    """Of a county department only."""
    reply = models.TextField(_("对意见的答复"), blank=True)
    """The office's answer to an objection (A-14)."""

    class Meta:
        verbose_name = _("意见")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "application", "matter", "party", "township", "village", "organisation", "round"],
                condition=~Q(purpose="review"),
                nulls_distinct=False,
                name="each_is_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False) | Q(matter__isnull=False), name="opinion_on_something"
            ),
            models.CheckConstraint(
                condition=Q(party__in=["township", "village"], township__isnull=False, organisation__isnull=True)
                & ~Q(realm=COUNTY)
                | Q(party__in=["finance", "justice", "department"], organisation__isnull=False, realm=COUNTY),
                name="opinion_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(party="village", village__isnull=False) | ~Q(party="village") & Q(village__isnull=True),
                name="village_opinion_names_it",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, position="") | Q(answered_at__isnull=False) & ~Q(position=""),
                name="an_answer_takes_a_position",
            ),
            models.CheckConstraint(condition=~Q(position="objection") | ~Q(text=""), name="objection_says_why"),
            models.CheckConstraint(
                condition=Q(silent=False) | Q(position="no_objection", purpose="admission"),
                name="silence_is_no_objection_at_most",
            ),
            models.CheckConstraint(
                condition=Q(answered_by="") | Q(realm=COUNTY), name="no_person_of_a_village_stands_here"
            ),
        ]
        indexes = [
            models.Index(fields=["realm", "answered_at"]),
            models.Index(fields=["matter", "purpose"]),
            models.Index(fields=["due_on"], condition=Q(answered_at__isnull=True), name="opinions_awaited"),
            models.Index(fields=["purpose"], condition=Q(position="objection", reply=""), name="objections_unanswered"),
        ]

    def __str__(self) -> str:
        return self.title
