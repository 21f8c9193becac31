"""What was told to whom: one row per realm, department or village that was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.models import REALM, Organisation
from zhunru.divisions.models import Village


class Effect(models.TextChoices):
    """What became of the thing that is told about. What went away is told as clearly as what came."""

    ADDED = "added", _("新增")
    REMOVED = "removed", _("取消")
    CHANGED = "changed", _("变更")
    DUE = "due", _("到期提醒")
    TOLD = "told", _("告知")


class Notice(models.Model):
    """One announcement, for a place and never for a person, nor about one; added to, never changed."""

    realm = models.CharField(_("所属主机"), max_length=48)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("单位")
    )
    """For this department only; None for everybody in the realm."""
    village = models.ForeignKey(
        Village, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("村（社区）")
    )
    """For this village and its township; None for every village of the realm."""
    effect = models.CharField(_("事由"), max_length=20, choices=Effect.choices)
    title = models.CharField(_("标题"), max_length=300)
    text = models.TextField(_("内容"), default="", blank=True)
    page = models.CharField(_("页面"), max_length=40, default="", blank=True)
    """The page of the interface on which to read on, with `object_id` the row there."""
    object_id = models.BigIntegerField(_("对象"), null=True, blank=True)
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("通知")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(realm__regex=REALM), name="notice_realm_is_known"),
            models.CheckConstraint(condition=models.Q(effect__in=Effect.values), name="notice_effect_is_known"),
            models.CheckConstraint(condition=~models.Q(title=""), name="notice_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(realm="county", village__isnull=True)
                | (~models.Q(realm="county") & models.Q(organisation__isnull=True)),
                name="notice_is_for_a_place_of_its_realm",
            ),
        ]
        indexes = [
            models.Index(fields=["realm", "-id"], name="notice_newest_of_realm"),
            models.Index(fields=["village", "-id"], name="notice_newest_of_village"),
        ]

    def __str__(self) -> str:
        return self.title
