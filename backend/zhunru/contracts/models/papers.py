"""Papers that a contract asks of the county's register: wanted here in the deciding transaction, issued there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.contracts.models.contracts import Contract
from zhunru.contracts.models.periods import Period
from zhunru.contracts.models.terms import Terms
from zhunru.core.models import Tracked


class Paper(Tracked):
    """One paper with all that it says, and its number once it is issued. Asked for twice it is one."""

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("购买服务合同")
        SUPPLEMENT = "supplement", _("补充合同")
        ACCEPTANCE = "acceptance", _("履约验收书")

    class Status(models.TextChoices):
        WANTED = "wanted", _("制作中")
        ISSUED = "issued", _("已印发")

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="papers", verbose_name=_("合同"))
    kind = models.CharField(_("文种"), max_length=12, choices=Kind.choices)
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, blank=True, related_name="papers")
    period = models.ForeignKey(Period, models.PROTECT, null=True, blank=True, related_name="papers")
    round = models.PositiveSmallIntegerField(_("评定轮次"), default=1)
    facts = models.JSONField(_("载明内容"))
    dated_on = models.DateField(_("成文日期"))
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.WANTED)
    document_id = models.BigIntegerField(null=True, blank=True)
    number = models.CharField(_("编号"), max_length=60, blank=True)
    code = models.CharField(_("核验码"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("合同文书")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["terms"], condition=Q(terms__isnull=False), name="one_paper_per_version"),
            models.UniqueConstraint(
                fields=["period", "round"], condition=Q(period__isnull=False), name="one_certificate_per_round"
            ),
            models.CheckConstraint(
                condition=Q(kind="acceptance", period__isnull=False, terms__isnull=True)
                | Q(~Q(kind="acceptance"), period__isnull=True, terms__isnull=False),
                name="paper_of_a_version_or_a_period",
            ),
            models.CheckConstraint(
                condition=Q(status="wanted", document_id__isnull=True)
                | Q(~Q(number=""), status="issued", document_id__isnull=False),
                name="issued_paper_has_its_number",
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.get_kind_display())
