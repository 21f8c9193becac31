"""Guards of account management: each returns None or raises with the field that is to be mended."""

import re
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhunru.accounts import queries
from zhunru.accounts.models import USERNAME, User
from zhunru.accounts.schemas import PostIn
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import ADMIN_ROLES, COUNTY_ROLES, DEPARTMENT_ROLES, TOWNSHIP_ROLES, Role


def manages_accounts(actor: Actor, realm: str) -> None:
    """The county's administrator manages the county's accounts, a township's administrator its own township's."""
    if actor.role is None:
        return  # the system itself: the first administrators, the demonstration
    if not actor.has_role(*ADMIN_ROLES) or actor.realm != realm:
        raise NotAllowedError("not_administrator", _("只有本级系统管理员可以管理账号"))


def is_someone_else(user: User, actor: Actor) -> None:
    """Nobody gives itself a role, and nobody locks itself out."""
    if user.pk == actor.user_id:
        raise DomainError("own_account", _("不能停用自己的账号或改变自己的角色，请由另一名管理员办理"))


def may_be_granted(post: PostIn, realm: str, today: date) -> None:
    """A role belongs to the county or to a township; it has its place there and an end to come, if any."""
    if post.role not in (COUNTY_ROLES if realm == COUNTY else TOWNSHIP_ROLES):
        raise DomainError("role_elsewhere", _("该角色不属于本级，请另选角色"), field="role")
    if post.to_on is not None and post.to_on <= today:
        raise DomainError("already_ended", _("终止日期应晚于今天"), field="to_on")
    if post.stands_in_for is None:
        _begins_today(post, today)
        _has_its_organisation(post, realm)
        _has_its_villages(post, realm)


def _begins_today(post: PostIn, today: date) -> None:
    """A role of one's own holds from the day on which it is given; a deputy's can be told in advance."""
    if post.from_on is not None and post.from_on > today:
        raise DomainError("begins_later", _("角色自授予之日起生效，只有代理可以填写以后的起始日期"), field="from_on")


def _has_its_organisation(post: PostIn, realm: str) -> None:
    if post.organisation_id is None:
        if post.role in DEPARTMENT_ROLES:
            raise DomainError("no_organisation", _("请选择所在部门"), field="organisation_id")
        return
    if realm != COUNTY:
        raise DomainError("organisation_elsewhere", _("乡镇角色不填写县级部门"), field="organisation_id")
    if not queries.open_organisations().filter(pk=post.organisation_id).exists():
        raise DomainError("no_such_organisation", _("没有这个单位，请重新选择"), field="organisation_id")


def _has_its_villages(post: PostIn, realm: str) -> None:
    wanted = set(post.village_ids)
    if (post.role == Role.VILLAGE_OFFICER) != bool(wanted):
        sentence = _("该角色不限定村（社区），请不要选择") if wanted else _("请至少选择一个村（社区）")
        raise DomainError("village_needless" if wanted else "no_village", sentence, field="village_ids")
    if queries.villages_of(realm).filter(pk__in=wanted).count() < len(wanted):
        raise DomainError("no_such_village", _("只能选择本乡镇的村（社区）"), field="village_ids")


def has_each_role_once(posts: list[PostIn]) -> None:
    """Once by oneself, and once for each colleague."""
    if len({(post.role, post.stands_in_for) for post in posts}) < len(posts):
        raise DomainError("role_twice", _("同一角色只能填写一次"), field="role")


def is_strong(password: str, user: User, *, field: str = "password") -> None:
    """The sentences of Django's validators, at the field."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise InvalidError("weak_password", "".join(error.messages), field=field) from error


def is_free(username: str, realm: str) -> None:
    """Checked first for the sentence's sake; the constraints decide."""
    if not re.match(USERNAME, username):
        sentence = _("登录名由 2 至 50 个小写字母、数字和 . _ - 组成，以字母或数字开头")
        raise InvalidError("username_form", sentence, field="username")
    if User.objects.filter(realm=realm, username=username).exists():
        raise DomainError("username_taken", _("登录名已被使用，请换一个"), field="username")
