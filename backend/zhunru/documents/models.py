"""The register of issued papers, their numbers and the seals they bear. Nothing here is ever deleted."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village
from zhunru.documents import kinds


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


class Seal(Tracked):
    """The seal of an organisation, or of the body that provides services for a village, as outlines.

    A specimen until a real one is registered. `name` is what stands on it and who signs with it.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="seals", verbose_name=_("单位")
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="seals", verbose_name=_("村（社区）")
    )
    name = models.CharField(_("印文"), max_length=100)
    diameter_mm = models.DecimalField(_("直径（毫米）"), max_digits=4, decimal_places=1)
    specimen = models.BooleanField(_("样章"), default=True)
    image = models.TextField(_("印模（SVG）"))
    registered_on = models.DateField(_("启用日期"))
    revoked_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("印章")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(revoked_on__isnull=True), name="one_seal_in_use"
            ),
            models.UniqueConstraint(
                fields=["village"], condition=Q(revoked_on__isnull=True), name="one_village_seal_in_use"
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) ^ Q(village__isnull=True), name="seal_has_one_holder"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Document(Tracked):
    """An issued paper. What is printed, its number, code and file stay as issued: a trigger holds them."""

    class Status(models.TextChoices):
        """A paper holds until another one ends it; what that one is, the status says."""

        VALID = "valid", _("有效")
        WITHDRAWN = "withdrawn", _("已撤销")
        SUPERSEDED = "superseded", _("已被取代")
        EXPIRED = "expired", _("已到期")
        LAPSED = "lapsed", _("已失效")

    kind = models.CharField(_("文种"), max_length=20, choices=kinds.CHOICES)
    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="documents", verbose_name=_("文号序列"))
    seq = models.PositiveIntegerField(_("序号"))
    number = models.CharField(_("发文字号"), max_length=60, unique=True)
    code = models.CharField(_("核验码"), max_length=12, unique=True)
    title = models.CharField(_("标题"), max_length=400)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="documents", verbose_name=_("发文机关"))
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="documents", verbose_name=_("印章"))
    cosealed = models.ManyToManyField(Seal, through="Sealing", related_name="cosigned", verbose_name=_("另一方印章"))
    """The seals of the other side, where both sides seal."""
    wanted_by = models.BigIntegerField(null=True, blank=True, unique=True, editable=False)
    """The row of a township that asked for it, by its stamped id: what is asked for twice is issued once."""
    specimen = models.BooleanField(_("演示文书"))
    """Sealed with a specimen seal: a paper for show, without effect."""
    issued_on = models.DateField(_("成文日期"))
    facts = models.JSONField(_("载明内容"))
    sha256 = models.CharField(_("文件校验值"), max_length=64, unique=True)
    size = models.PositiveIntegerField(_("文件大小"))
    status = models.CharField(_("状态"), max_length=20, choices=Status.choices, default=Status.VALID)
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)
    ended_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="ends", verbose_name=_("据以终止的文书")
    )

    class Meta:
        verbose_name = _("文书")
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "seq"], name="one_document_per_number"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256_is_whole"),
            models.CheckConstraint(condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$"), name="document_code_is_whole"),
            models.CheckConstraint(condition=Q(size__gt=0, seq__gt=0), name="document_counts_from_one"),
            models.CheckConstraint(
                condition=Q(status="valid", ended_by__isnull=True, ended_on__isnull=True)
                | Q(~Q(status="valid"), ended_by__isnull=False, ended_on__isnull=False),
                name="document_ended_by_a_paper",
            ),
            models.CheckConstraint(condition=~Q(ended_by=F("id")), name="document_ended_by_another"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(kind="suspension", status="valid"), name="suspensions_in_force"),
        ]

    def __str__(self) -> str:
        return self.number


class Sealing(models.Model):
    """One more seal on a paper that several sides seal: `place` is 2 for the second. As fixed as the paper."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="sealings", verbose_name=_("文书"))
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="sealings", verbose_name=_("印章"))
    place = models.PositiveSmallIntegerField(_("顺序"))

    class Meta:
        verbose_name = _("会印")
        ordering = ["document", "place"]
        constraints = [
            models.UniqueConstraint(fields=["document", "place"], name="one_seal_in_a_place"),
            models.UniqueConstraint(fields=["document", "seal"], name="a_seal_once_on_a_paper"),
            models.CheckConstraint(condition=Q(place__gte=2), name="cosealed_after_the_first"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}/{self.place}"
