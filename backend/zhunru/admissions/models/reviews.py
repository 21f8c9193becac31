"""What the office found: the first review, the three conclusions of the second."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import User
from zhunru.admissions.models.applications import Application
from zhunru.core.models import Tracked


class FirstReview(Tracked):
    """初审: completeness, duplicates, negative list, boundary of duties; taken anew, the old stays in the history."""

    application = models.OneToOneField(
        Application, models.PROTECT, related_name="first_review", verbose_name=_("准入申请")
    )
    opinion = models.TextField(_("初审意见"))
    similar = models.JSONField(_("相似事项的认定"), default=list, blank=True)
    """A list of {matter, judgement, reason}: `different` or `merge` for each similar matter in force (A-11)."""
    reviewer = models.ForeignKey(User, models.PROTECT, verbose_name=_("初审人"), related_name="+")
    reviewed_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("代何人初审"), related_name="+"
    )
    """The absent colleague, where a deputy acted; of four eyes it counts as one of them (A-17)."""

    class Meta:
        verbose_name = _("初审意见")
        constraints = [models.CheckConstraint(condition=~Q(opinion=""), name="first_review_says_why")]


class Finding(Tracked):
    """One of the three conclusions of the second review (clause 3.1a); each stands by itself."""

    class Aspect(models.TextChoices):
        LEGALITY = "legality", _("合法性")
        FEASIBILITY = "feasibility", _("可行性")
        REASONABLENESS = "reasonableness", _("合理性")

    application = models.ForeignKey(Application, models.PROTECT, related_name="findings", verbose_name=_("准入申请"))
    aspect = models.CharField(_("审核内容"), max_length=20, choices=Aspect.choices)
    favourable = models.BooleanField(_("通过"))
    opinion = models.TextField(_("意见"))
    reviewer = models.ForeignKey(User, models.PROTECT, verbose_name=_("复审人"), related_name="+")
    reviewed_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name=_("代何人复审"), related_name="+"
    )

    class Meta:
        verbose_name = _("复审结论")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "aspect"], name="one_finding_per_aspect"),
            models.CheckConstraint(condition=~Q(opinion=""), name="finding_says_why"),
        ]
