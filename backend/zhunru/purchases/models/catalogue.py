"""What may be bought and what may not: both assembled from national rules, each row with its source."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation
from zhunru.core.models import Tracked
from zhunru.purchases.choices import Ban


class Service(models.Model):
    """A class of the national procurement catalogue, part C (services)."""

    code = models.CharField(_("品目编码"), max_length=9, unique=True)
    name = models.CharField(_("品目名称"), max_length=100)
    parent_code = models.CharField(_("上级编码"), max_length=9, default="", blank=True)
    level = models.PositiveSmallIntegerField(_("层级"))
    offered = models.BooleanField(_("村（社区）可承接"), default=False)
    """A village could provide it."""
    note = models.CharField(_("说明"), max_length=300, default="", blank=True)
    source = models.TextField(_("来源"), default="", blank=True)

    class Meta:
        verbose_name = _("购买服务品目")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=r"^C(\d{8})?$"), name="service_code_is_of_part_c")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Forbidden(models.Model):
    """What may never be bought of a village, by class of the catalogue and by words (rule P-01, clause 2.4e)."""

    seq = models.PositiveIntegerField(_("序号"), unique=True)
    item = models.CharField(_("事项"), max_length=200)
    kind = models.CharField(_("类别"), max_length=20, choices=Ban.choices)
    catalogue_code = models.CharField(_("品目编码"), max_length=9, default="", blank=True)
    catalogue_name = models.CharField(_("品目名称"), max_length=100, default="", blank=True)
    legal_basis = models.CharField(_("法律依据"), max_length=300)
    basis_version = models.CharField(_("依据版本"), max_length=50, default="", blank=True)
    quote = models.TextField(_("条文"), default="", blank=True)
    words = ArrayField(models.CharField(max_length=100), default=list, blank=True, verbose_name=_("关键词组"))
    """Each a set of words; a text that has all of one set is about this."""
    source = models.TextField(_("来源"), default="", blank=True)

    class Meta:
        verbose_name = _("不得购买的事项")
        ordering = ["seq"]
        constraints = [
            models.CheckConstraint(condition=~Q(legal_basis=""), name="what_is_forbidden_has_its_basis"),
            models.CheckConstraint(condition=Q(kind__in=Ban.values), name="what_is_forbidden_has_its_kind"),
        ]

    def __str__(self) -> str:
        return self.item


class Waiver(Tracked):
    """The office finds that a subject worded like labour dispatch is a service after all (rule P-04)."""

    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("购买主体"))
    subject = models.CharField(_("购买事项"), max_length=200)
    rule = models.CharField(_("规则"), max_length=10, default="P-04")
    reason = models.CharField(_("理由"), max_length=1000)
    granted_on = models.DateField(_("作出日期"))
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("准予购买的认定")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(rule="P-04"), name="only_wording_can_be_waived"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(subject=""), name="a_waiver_has_its_reason"),
            models.UniqueConstraint(
                fields=["department", "subject"], condition=Q(ended_on=None), name="one_waiver_for_a_subject"
            ),
        ]

    def __str__(self) -> str:
        return self.subject
