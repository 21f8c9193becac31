"""A version of a contract's text: the original, or a supplement that takes its place."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.contracts import Contract
from zhunru.core.models import Tracked, one_of


class Terms(Tracked):
    """The whole text of one version (`schemas.texts.TermsText`), and who agreed to it when.

    It may be written while it is a draft; what the village deliberates on is what is signed, a trigger holds it.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("草拟")
        REVIEW = "review", _("部门内部审核")
        DELIBERATION = "deliberation", _("村（社区）议决中")
        AGREED = "agreed", _("村（社区）已同意，待签订")
        OFFERED = "offered", _("购买主体已签，待承接主体签订")
        SIGNED = "signed", _("已签订")
        DISCARDED = "discarded", _("已放弃")

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="versions", verbose_name=_("合同"))
    department_id = models.BigIntegerField()
    no = models.PositiveSmallIntegerField(_("版次"))
    """1 is the original, each supplement counts on."""
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.DRAFT)
    asked_by = models.CharField(
        _("提出方"), max_length=10, choices=Contract.Party.choices, default=Contract.Party.PURCHASER
    )
    reason = models.TextField(_("补充原因"), blank=True)
    text = models.JSONField(_("合同文本"), default=dict)
    price = models.DecimalField(_("合同价款"), max_digits=14, decimal_places=2, null=True, blank=True)
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    deliberation_number = models.CharField(_("议决编号"), max_length=60, blank=True)
    deliberated_on = models.DateField(_("议决日期"), null=True, blank=True)
    deliberation_present = models.PositiveSmallIntegerField(_("到会人数"), null=True, blank=True)
    deliberation_total = models.PositiveSmallIntegerField(_("应到人数"), null=True, blank=True)
    deliberation_for = models.PositiveSmallIntegerField(_("同意人数"), null=True, blank=True)
    purchaser_signatory = models.CharField(_("购买主体签字人"), max_length=50, blank=True)
    purchaser_signed_at = models.DateTimeField(_("购买主体签订时间"), null=True, blank=True)
    provider_signatory = models.CharField(_("承接主体签字人"), max_length=50, blank=True)
    provider_signed_at = models.DateTimeField(_("承接主体签订时间"), null=True, blank=True)
    signed_on = models.DateField(_("签订日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("合同文本")
        ordering = ["contract", "no"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "no"], name="one_text_per_version"),
            models.UniqueConstraint(
                fields=["contract"],
                condition=~one_of("status", "signed", "discarded"),
                name="one_version_under_way",
            ),
            models.CheckConstraint(
                condition=~one_of("status", "agreed", "offered", "signed")
                | Q(
                    ~Q(deliberation_number=""),
                    deliberated_on__isnull=False,
                    deliberation_present__isnull=False,
                    deliberation_total__isnull=False,
                    deliberation_for__isnull=False,
                ),
                name="the_village_has_deliberated",
            ),
            models.CheckConstraint(
                condition=~Q(status="signed")
                | Q(
                    price__gt=0,
                    purchaser_signed_at__isnull=False,
                    provider_signed_at__isnull=False,
                    signed_on__isnull=False,
                ),
                name="both_sides_have_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.no}"
