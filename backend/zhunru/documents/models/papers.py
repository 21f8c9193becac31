"""The register of issued papers and the seals they bear."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.core.models import Tracked
from zhunru.documents import kinds
from zhunru.documents.models.numbers import NumberSeries
from zhunru.documents.models.seals import Seal
from zhunru.documents.models.templates import TemplateVersion


class Document(Tracked):
    """An issued paper. What is printed, its number, code and file stay as issued: a trigger holds them."""

    class Status(models.TextChoices):
        """A paper holds until another one ends it; what that one is, the status says. One issued in error is void."""

        VALID = "valid", _("有效")
        WITHDRAWN = "withdrawn", _("已撤销")
        SUPERSEDED = "superseded", _("已被取代")
        EXPIRED = "expired", _("已到期")
        LAPSED = "lapsed", _("已失效")
        VOIDED = "voided", _("已作废")

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
    wanted_by = models.BigIntegerField(null=True, blank=True, editable=False)
    """The row of a township that asked for it, by its stamped id: what is asked for twice is issued once.

    Tables count by themselves, so that the row is known with the kind of paper only.
    """
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
    void_reason = models.CharField(_("作废原因"), max_length=400, blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("更正的文书")
    )
    """The paper whose slip of the pen this one puts right; that one stays as it is."""
    template = models.ForeignKey(
        TemplateVersion, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("文书模板")
    )
    """The office's own wording that it was drawn with; none where it is the one supplied."""

    class Meta:
        verbose_name = _("文书")
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "seq"], name="one_document_per_number"),
            models.UniqueConstraint(fields=["wanted_by", "kind"], name="wanted_once"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_sha256_is_whole"),
            models.CheckConstraint(condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$"), name="document_code_is_whole"),
            models.CheckConstraint(condition=Q(size__gt=0, seq__gt=0), name="document_counts_from_one"),
            models.CheckConstraint(
                condition=Q(status="valid", ended_by__isnull=True, ended_on__isnull=True)
                | Q(status="voided", ended_by__isnull=True, ended_on__isnull=False)
                | Q(~Q(status__in=["valid", "voided"]), ended_by__isnull=False, ended_on__isnull=False),
                name="document_ended_by_a_paper",
            ),
            models.CheckConstraint(
                condition=Q(~Q(void_reason=""), status="voided") | Q(~Q(status="voided"), void_reason=""),
                name="document_void_for_a_reason",
            ),
            models.CheckConstraint(condition=~Q(corrects=F("id")), name="document_corrects_another"),
            models.CheckConstraint(condition=~Q(ended_by=F("id")), name="document_ended_by_another"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(kind="suspension"), name="suspensions"),
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
