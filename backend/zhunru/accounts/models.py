"""Accounts live in the public schema; each belongs to one realm: the county or one township."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.models import Tracked
from zhunru.core.roles import Role
from zhunru.divisions.models import Village


class Organisation(Tracked):
    """A county-level body: the office that runs admission, or a department that applies."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("社会工作部")
        COMMITTEE = "committee", _("县委")
        DEPARTMENT = "department", _("县直部门")

    name = models.CharField(_("名称"), max_length=100, unique=True)
    short_name = models.CharField(_("简称"), max_length=50)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind.choices)
    source = models.TextField(_("来源"), default="", blank=True)
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("单位")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class User(Tracked, AbstractBaseUser):
    """Someone who logs in on the host of one realm. No more personal data than a name for the record."""

    realm = models.CharField(_("所属主机"), max_length=48)
    username = models.CharField(_("登录名"), max_length=50)
    name = models.CharField(_("姓名"), max_length=50)
    is_active = models.BooleanField(_("启用"), default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["realm", "name"]

    class Meta:
        verbose_name = _("账号")
        ordering = ["username"]
        constraints = [models.UniqueConstraint(fields=["realm", "username"], name="one_username_per_realm")]

    def __str__(self) -> str:
        return self.name


class Membership(Tracked):
    """A role that a user holds somewhere from one day to another; checked on every request."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("账号"))
    realm = models.CharField(_("所属主机"), max_length=48)
    role = models.CharField(_("角色"), max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("单位"))
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, verbose_name=_("村（社区）"))
    from_on = models.DateField(_("起始日期"))
    to_on = models.DateField(_("终止日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("任职")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="membership_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.VILLAGE_OFFICER) | Q(village__isnull=False), name="village_officer_has_a_village"
            ),
        ]


class Session(AbstractBaseSession):
    """A log-in, bound to the realm on whose host it was made."""

    realm = models.CharField(max_length=48)
