"""A certificate that a village issues for somebody: who asked for it stays written, whom it was for does not."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.certificate_types.models import CertificateType
from zhunru.core.models import Tracked, one_of
from zhunru.divisions.models import Village


class Demander(models.TextChoices):
    """Who may ask for a certificate. An enterprise may not (rule C-03)."""

    ORGAN = "organ", _("国家机关")
    INSTITUTION = "institution", _("公证、法律援助等公共服务机构")
    ENTERPRISE = "enterprise", _("企业")


class Certificate(Tracked):
    """One certificate, from the request to its number. It names the office that asks and no resident."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("待审批")
        APPROVED = "approved", _("已批准，用印中")
        ISSUED = "issued", _("已出具")
        REFUSED = "refused", _("不同意出具")
        CANCELLED = "cancelled", _("已取消")

    type = models.ForeignKey(
        CertificateType, models.PROTECT, db_constraint=False, related_name="+", verbose_name=_("证明事项")
    )
    name = models.CharField(_("证明名称"), max_length=100)
    village = models.ForeignKey(
        Village, models.PROTECT, db_constraint=False, related_name="+", verbose_name=_("村（社区）")
    )
    demander = models.CharField(_("需求单位"), max_length=100)
    demander_kind = models.CharField(_("需求单位类别"), max_length=12, choices=Demander.choices)
    use = models.CharField(_("办理用途"), max_length=200)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.REQUESTED)
    requested_by_id = models.BigIntegerField()
    requested_by = models.CharField(_("申请登记人"), max_length=100)
    requested_at = models.DateTimeField(_("申请时间"))
    approved_by_id = models.BigIntegerField(null=True, blank=True)
    approved_by = models.CharField(_("审批人"), max_length=100, blank=True)
    approved_at = models.DateTimeField(_("审批时间"), null=True, blank=True)
    refusal = models.CharField(_("不同意的理由"), max_length=400, blank=True)
    document_id = models.BigIntegerField(null=True, blank=True)
    number = models.CharField(_("编号"), max_length=60, blank=True)
    code = models.CharField(_("核验码"), max_length=12, blank=True)
    issued_on = models.DateField(_("出具日期"), null=True, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("村（社区）证明")
        ordering = ["-id"]
        indexes = [models.Index(fields=["village", "status"])]
        constraints = [
            models.CheckConstraint(
                condition=one_of("demander_kind", Demander.ORGAN, Demander.INSTITUTION),
                name="no_certificate_for_an_enterprise",
            ),
            models.CheckConstraint(
                condition=Q(approved_by_id__isnull=True) | ~Q(approved_by_id=F("requested_by_id")),
                name="certificate_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~one_of("status", "approved", "issued")
                | Q(approved_by_id__isnull=False, approved_at__isnull=False),
                name="certificate_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(status="issued", document_id__isnull=False, issued_on__isnull=False)
                | Q(~Q(status="issued"), document_id__isnull=True, issued_on__isnull=True),
                name="issued_certificate_has_its_paper",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(refusal=""), name="certificate_refused_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.name


class Content(models.Model):
    """Whom it is for and what it says: here alone, without a history, and blank once the certificate is settled."""

    certificate = models.OneToOneField(
        Certificate, models.PROTECT, related_name="content", verbose_name=_("村（社区）证明")
    )
    person = models.CharField(_("姓名"), max_length=50, blank=True)
    text = models.CharField(_("证明内容"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("证明内容")

    def __str__(self) -> str:
        return str(self.certificate_id)
