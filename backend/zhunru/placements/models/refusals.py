"""A village's refusal of what it need not take on; who refused stands in the history of this schema only."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.admissions.models import RefusalCase
from zhunru.core.models import Tracked
from zhunru.divisions.models import Village
from zhunru.documents.kinds.refusal.reasons import CHOICES, REASONS
from zhunru.placements.models.placements import Placement


class Refusal(Tracked):
    """What was demanded, by which department, and why it is refused (clause 1.3a, domain: Right to refuse)."""

    village = models.ForeignKey(
        Village, models.PROTECT, db_constraint=False, related_name="+", verbose_name=_("村（社区）")
    )
    department_id = models.BigIntegerField()
    department = models.CharField(_("提出要求的部门"), max_length=100)
    placement = models.ForeignKey(
        Placement, models.PROTECT, null=True, blank=True, related_name="refusals", verbose_name=_("村（社区）事项")
    )
    """Where it concerns a matter that the village carries."""
    matter_id = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(_("事项名称"), max_length=60, blank=True)
    document_code = models.CharField(_("出示的核验码"), max_length=20, blank=True)
    demand = models.TextField(_("要求的内容"))
    form = models.CharField(_("要求的形式"), max_length=12, choices=RefusalCase.Form.choices)
    demanded_on = models.DateField(_("要求日期"))
    reasons = ArrayField(models.CharField(max_length=2, choices=CHOICES), verbose_name=_("拒绝理由"))
    explanation = models.TextField(_("说明"), blank=True)
    anonymous = models.BooleanField(_("不向部门显示村（社区）"), default=False)
    filed_at = models.DateTimeField(_("登记时间"))
    due_on = models.DateField(_("答复期限"), null=True, blank=True)
    """By when the department has to answer; None where the calendar cannot tell."""
    case_id = models.BigIntegerField()
    """The county's case, drawn by lot."""
    client_key = models.UUIDField(null=True, blank=True, editable=False)
    """The browser's own key: sent twice, from a queue on a bad line, it is still one refusal."""
    evidence_name = models.CharField(_("佐证材料"), max_length=120, blank=True)
    evidence_type = models.CharField(max_length=20, blank=True)
    evidence_size = models.PositiveIntegerField(null=True, blank=True)
    evidence_sha256 = models.CharField(_("佐证材料校验值"), max_length=64, blank=True)
    acknowledged_at = models.DateTimeField(_("知悉结果时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("拒绝事项")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["client_key"], name="one_refusal_per_client_key"),
            models.UniqueConstraint(fields=["case_id"], name="one_case_per_refusal"),
            models.CheckConstraint(
                condition=~Q(reasons=[]) & Q(reasons__contained_by=list(REASONS)), name="refused_for_known_reasons"
            ),
            models.CheckConstraint(condition=~Q(demand=""), name="refusal_says_what_was_demanded"),
            models.CheckConstraint(
                condition=Q(evidence_name="", evidence_sha256="")
                | Q(evidence_sha256__regex=r"^[0-9a-f]{64}$", evidence_size__isnull=False) & ~Q(evidence_name=""),
                name="evidence_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["village", "-id"])]

    def __str__(self) -> str:
        return self.title or self.demand[:60]
