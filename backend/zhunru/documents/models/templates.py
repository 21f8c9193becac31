"""An office's own wording of a kind of paper, in versions."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked


class TemplateVersion(Tracked):
    """One version of a kind's template. Where none is published the one supplied holds; a published one stays."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("草稿")
        PUBLISHED = "published", _("现行")
        RETIRED = "retired", _("已停用")

    kind = models.CharField(_("文种"), max_length=20)
    number = models.PositiveSmallIntegerField(_("版本号"))
    source = models.TextField(_("模板"), max_length=40000)
    note = models.CharField(_("修改说明"), max_length=400, blank=True)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    published_on = models.DateField(_("启用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("文书模板")
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="template_versions_are_numbered"),
            models.UniqueConstraint(fields=["kind"], condition=Q(status="published"), name="one_template_in_use"),
            models.UniqueConstraint(fields=["kind"], condition=Q(status="draft"), name="one_template_being_drafted"),
            models.CheckConstraint(
                condition=Q(status="draft", published_on__isnull=True)
                | Q(~Q(status="draft"), published_on__isnull=False),
                name="published_template_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
