"""Accounts live in the public schema; each belongs to one realm: the county or one township."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhunru.core.actors import COUNTY
from zhunru.core.models import Tracked
from zhunru.core.roles import COUNTY_ROLES, DEPARTMENT_ROLES, TOWNSHIP_ROLES, Role
from zhunru.divisions.models import Village

REALM = r"^(county|t_\d{9})$"
USERNAME = r"^[a-z0-9][a-z0-9._-]{1,49}$"
"""Typed on many keyboards and read out over the telephone: small Latin letters, digits and `.`, `_`, `-`."""


class Organisation(Tracked):
    """A county-level body: the office that runs admission, or a department that applies."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("社会工作部")
        COMMITTEE = "committee", _("县委")
        DEPARTMENT = "department", _("县直部门")

    class Function(models.TextChoices):
        FINANCE = "finance", _("财政")
        JUSTICE = "justice", _("司法行政")

    name = models.CharField(_("名称"), max_length=100, unique=True)
    short_name = models.CharField(_("简称"), max_length=50)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind.choices)
    function = models.CharField(_("征求意见职能"), max_length=10, choices=Function.choices, default="", blank=True)
    """Whether its opinion on money or on law is asked for on every application."""
    source = models.TextField(_("来源"), default="", blank=True)
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("单位")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class User(Tracked, AbstractBaseUser):
    """Someone who logs in on the host of one realm. No more personal data than a name for the record."""

    last_login = None  # nobody's log-ins are counted; the inherited column is left out
    realm = models.CharField(_("所属主机"), max_length=48)
    username = models.CharField(_("登录名"), max_length=50)
    name = models.CharField(_("姓名"), max_length=50)
    is_active = models.BooleanField(_("启用"), default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["realm", "name"]

    class Meta:
        verbose_name = _("账号")
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(fields=["realm", "username"], name="one_username_per_realm"),
            models.UniqueConstraint(fields=["id", "realm"], name="user_with_realm"),
            models.CheckConstraint(condition=Q(realm__regex=REALM), name="user_realm_is_known"),
            models.CheckConstraint(condition=Q(username__regex=USERNAME), name="username_is_plain"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Tracked):
    """A role that a user holds somewhere from one day to another; checked on every request.

    `to_on` is the first day on which it no longer holds. The realm is always the user's own: the
    migration adds the foreign key (user, realm) that Django cannot declare.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("账号"))
    realm = models.CharField(_("所属主机"), max_length=48)
    role = models.CharField(_("角色"), max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("单位"))
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, verbose_name=_("村（社区）"))
    stands_in_for = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("代理")
    )
    """The colleague whose work is done in their absence; every act then says so."""
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
                condition=Q(stands_in_for__isnull=True) | Q(to_on__isnull=False) & ~Q(stands_in_for=F("user")),
                name="a_deputy_stands_in_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(realm=COUNTY, role__in=sorted(COUNTY_ROLES), village__isnull=True)
                | (~Q(realm=COUNTY) & Q(role__in=sorted(TOWNSHIP_ROLES), organisation__isnull=True)),
                name="membership_role_fits_the_realm",
            ),
            models.CheckConstraint(
                condition=Q(role=Role.VILLAGE_OFFICER, village__isnull=False)
                | (~Q(role=Role.VILLAGE_OFFICER) & Q(village__isnull=True)),
                name="only_a_village_officer_has_a_village",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=sorted(DEPARTMENT_ROLES)) | Q(organisation__isnull=False),
                name="department_role_has_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "village", "stands_in_for"],
                condition=Q(to_on__isnull=True),
                nulls_distinct=False,
                name="one_open_membership_per_role_and_village",
            ),
        ]

    def __str__(self) -> str:
        return str(Role(self.role).label)


class Session(AbstractBaseSession):
    """A log-in, bound to the realm on whose host it was made; `expire_date` is when idleness ends it."""

    realm = models.CharField(max_length=48)

    class Meta(AbstractBaseSession.Meta):
        constraints = [models.CheckConstraint(condition=Q(realm__regex=REALM), name="session_realm_is_known")]

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from zhunru.accounts.sessions import SessionStore

        return SessionStore
