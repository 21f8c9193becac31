"""The county, its townships (the tenants) and its villages, by their official division codes."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

LAST_TOWNSHIP_NO = 2**16 - 1
"""Stamped keys are `no << 36`; 2**16 townships keep them far below 2**53, JavaScript's exact integers."""


class County(models.Model):  # type: ignore[django-manager-missing]  # Township's base has no types
    """The one county that this installation serves."""

    code = models.CharField(_("区划代码"), max_length=6, unique=True)
    name = models.CharField(_("名称"), max_length=50)
    host = models.CharField(_("主机名"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("县（区）")
        constraints = [models.CheckConstraint(condition=models.Q(code__regex=r"^\d{6}$"), name="county_code_6_digits")]

    def __str__(self) -> str:
        return self.name


class Township(TenantMixin):  # type: ignore[misc]  # django-tenants has no types
    """A township: its own schema, its own database role of the same name, its own range of keys."""

    auto_create_schema = False
    auto_drop_schema = False
    objects: ClassVar[models.Manager["Township"]] = models.Manager()

    county = models.ForeignKey(County, models.PROTECT, verbose_name=_("县（区）"), related_name="townships")
    no = models.PositiveIntegerField(
        _("序号"), unique=True, validators=[MinValueValidator(1), MaxValueValidator(LAST_TOWNSHIP_NO)]
    )
    code = models.CharField(_("区划代码"), max_length=9, unique=True)
    name = models.CharField(_("名称"), max_length=50)
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)
    schema_version = models.CharField(max_length=64, default="", editable=False)
    """Digest of the migrations its schema has seen; a township that is current is skipped by migrate."""

    class Meta:
        verbose_name = _("乡镇")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{9}$"), name="township_code_9_digits"),
            models.CheckConstraint(
                condition=models.Q(no__gte=1, no__lte=LAST_TOWNSHIP_NO), name="township_no_fits_the_stamp"
            ),
            models.CheckConstraint(
                condition=models.Q(schema_name__regex=r"^t_\d{9}$"), name="township_schema_named_by_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Domain(DomainMixin):  # type: ignore[misc]  # django-tenants has no types
    """The host on which a township works."""

    objects: ClassVar[models.Manager["Domain"]] = models.Manager()


class Village(models.Model):
    """A village or community; ended, never deleted, so that what was admitted stays readable."""

    class Kind(models.TextChoices):
        VILLAGE = "village", _("行政村")
        COMMUNITY = "community", _("社区（居委会）")
        RURAL_COMMUNITY = "rural_community", _("农村社区")
        PASTORAL = "pastoral", _("牧业村")

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    name = models.CharField(_("名称"), max_length=50)
    kind = models.CharField(_("类型"), max_length=20, choices=Kind.choices)
    township = models.ForeignKey(Township, models.PROTECT, verbose_name=_("乡镇"), related_name="villages")
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("村（社区）")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{12}$"), name="village_code_12_digits")
        ]

    def __str__(self) -> str:
        return self.name
