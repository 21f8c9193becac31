"""Seals: who has which, who keeps it, who approves of its use, and what is approved of for good."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import Organisation, User
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village
from zhunru.documents.kinds import CHOICES as KINDS


class Seal(Tracked):
    """The seal of an organisation, or of the body that provides services for a village, as outlines.

    A specimen until a real one is registered. `name` is what stands on it and who signs with it.
    """

    class Rank(models.TextChoices):
        """Whose seal it is; the size follows from it (国发〔1999〕25号)."""

        COUNTY_GOVERNMENT = "county_government", _("县级人民政府")
        PARTY_OFFICE = "party_office", _("党的机关及其工作部门")
        DEPARTMENT = "department", _("政府工作部门")
        TOWNSHIP_GOVERNMENT = "township", _("乡镇人民政府")
        VILLAGE = "village", _("村（居）民委员会")
        INSTITUTION = "institution", _("企业事业单位、社会组织")

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="seals", verbose_name=_("单位")
    )
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="seals", verbose_name=_("村（社区）")
    )
    name = models.CharField(_("印文"), max_length=100)
    rank = models.CharField(_("印章级别"), max_length=20, choices=Rank.choices, default=Rank.PARTY_OFFICE)
    diameter_mm = models.DecimalField(_("直径（毫米）"), max_digits=4, decimal_places=1)
    specimen = models.BooleanField(_("样章"), default=True)
    image = models.TextField(_("印模（SVG）"))
    keeper = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("印章保管人")
    )
    approver = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("用印审批人")
    )
    registered_on = models.DateField(_("启用日期"))
    valid_until = models.DateField(_("有效期至"), null=True, blank=True)
    revoked_on = models.DateField(_("停用日期"), null=True, blank=True)
    revoked_reason = models.CharField(_("停用原因"), max_length=200, blank=True)

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
            models.CheckConstraint(
                condition=Q(keeper__isnull=True) | Q(approver__isnull=True) | ~Q(keeper=F("approver")),
                name="seal_keeper_is_not_approver",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("registered_on")),
                name="seal_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SealGrant(Tracked):
    """Approval, once for all, of the uses of one seal on papers of some kinds: those that a step or a rule orders.

    A person's, but for a specimen seal: that one's comes with it. Whatever it does not name needs a request.
    """

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="grants", verbose_name=_("印章"))
    kinds = ArrayField(models.CharField(max_length=20, choices=KINDS), verbose_name=_("文种"))
    ground = models.CharField(_("授权依据"), max_length=200)
    approved_by = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False, verbose_name=_("授权人")
    )
    approved_name = models.CharField(_("授权人姓名"), max_length=100)
    granted_on = models.DateField(_("授权日期"))
    ends_on = models.DateField(_("授权期满"), null=True, blank=True)
    revoked_on = models.DateField(_("收回日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("常用文书用印授权")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(kinds=[]), name="grant_names_a_kind")]

    def __str__(self) -> str:
        return f"{self.seal}（{self.ground}）"
