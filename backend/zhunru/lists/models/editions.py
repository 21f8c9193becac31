"""An edition of a list: drafted, heard, decided, published; from then on it never changes (rule L-02)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from zhunru.configuration.choices import Body
from zhunru.core.models import Tracked
from zhunru.documents.models import Document
from zhunru.lists.models.choices import ListKind


class Edition(Tracked):
    """One list as it holds from a day on, until the next edition of that list takes effect."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("拟制中")
        CONSULTATION = "consultation", _("征求意见中")
        APPROVED = "approved", _("已批准，待公布")
        PUBLISHED = "published", _("已公布")
        DISCARDED = "discarded", _("已作废")

    OPEN = (Status.DRAFT, Status.CONSULTATION)
    """Its entries may be edited."""
    UNDERWAY = (*OPEN, Status.APPROVED)
    PAGE = "lists/editions"
    """Where the interface shows one: there notices and the to-do list lead."""

    kind = models.CharField(_("清单"), max_length=20, choices=ListKind.choices)
    number = models.PositiveIntegerField(_("版次"), null=True, blank=True)
    """Given with publication, without gaps."""
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.DRAFT)
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", verbose_name=_("上一版")
    )
    note = models.TextField(_("说明"), default="", blank=True)
    consulted_at = models.DateTimeField(_("开始征求意见"), null=True, blank=True)
    """Of the last round: what was said before it was said of another text."""
    consultation_due = models.DateField(_("征求意见截止"), null=True, blank=True)
    resolution_number = models.CharField(_("决定文号"), max_length=100, default="", blank=True)
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    decided_by = models.CharField(_("决定机构"), max_length=20, choices=Body.choices, default="", blank=True)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="edition", verbose_name=_("公布文书")
    )
    """The sealed paper; None for an edition that was published on paper before this system."""
    document_number = models.CharField(_("公布文号"), max_length=100, default="", blank=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    effective_on = models.DateField(_("施行日期"), null=True, blank=True)
    ends_on = models.DateField(_("停止施行日期"), null=True, blank=True)
    """The first day on which it no longer holds: the day on which its successor takes effect."""

    class Meta:
        verbose_name = _("清单版次")
        ordering = ["kind", F("number").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="one_edition_per_number"),
            models.UniqueConstraint(fields=["id", "kind"], name="edition_with_its_kind"),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(status__in=["draft", "consultation", "approved"]),
                name="one_edition_under_way",
            ),
            models.CheckConstraint(condition=Q(number=None) | Q(number__gte=1), name="edition_numbers_begin_at_1"),
            models.CheckConstraint(condition=Q(kind__in=ListKind.values), name="edition_is_of_a_list"),
            models.CheckConstraint(
                condition=Q(status="published", number__isnull=False, published_on__isnull=False)
                & Q(effective_on__isnull=False, effective_on__gte=F("published_on"))
                & ~Q(document_number="")
                | ~Q(status="published") & Q(number=None, published_on=None, ends_on=None, document=None),
                name="published_with_number_document_and_day",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("effective_on")), name="edition_ends_after_it_begins"
            ),
            ExclusionConstraint(
                name="one_edition_of_a_list_at_a_time",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    (
                        Func(
                            "effective_on", "ends_on", Value("[)"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status="published"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number or self.get_status_display()}"
