"""Doing a colleague's work in its absence: the same role at the same place, for a time that is said beforehand."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from zhunru.accounts import queries
from zhunru.accounts.models import Membership, User
from zhunru.accounts.schemas import PostIn
from zhunru.core.errors import DomainError

FIELD = "stands_in_for"


def posts_of_the_absent(post: PostIn, user: User, *, today: date) -> list[Membership]:
    """What the colleague holds itself in that role: where `user` is to stand in.

    DomainError at the field that is to be mended: nobody to stand in for, no end, a place that is not the colleague's.
    """
    absent = _colleague(post, user)
    begins_on = max(post.from_on or today, today)
    if post.to_on is None:
        raise DomainError("no_end", _("代理须填写终止日期"), field="to_on")
    if post.to_on <= begins_on:
        raise DomainError("ends_before_it_begins", _("终止日期应晚于起始日期"), field="to_on")
    held = list(queries.own_posts(begins_on).filter(user=absent, role=post.role).order_by("id"))
    if not held:
        said = {"name": absent.name, "role": post.role.label}
        raise DomainError("nothing_to_do", _("%(name)s没有担任%(role)s，不能代理") % said, field=FIELD)
    _is_there(post, held)
    return held


def _colleague(post: PostIn, user: User) -> User:
    if post.stands_in_for == user.pk:
        raise DomainError("own_deputy", _("不能代理本人"), field=FIELD)
    wanted = post.stands_in_for or 0
    found: User | None = User.objects.filter(pk=wanted, realm=user.realm, is_active=True).first()
    if found is None:
        raise DomainError("no_such_user", _("没有这个账号，或该账号已停用，请重新选择"), field=FIELD)
    return found


def _is_there(post: PostIn, held: Sequence[Membership]) -> None:
    """A place need not be said; if it is, it is the colleague's."""
    villages = {membership.village_id for membership in held}
    if post.village_ids and set(post.village_ids) != villages:
        raise DomainError("not_its_place", _("代理的村（社区）与被代理人的一致，无需选择"), field="village_ids")
    if post.organisation_id and post.organisation_id != held[0].organisation_id:
        raise DomainError("not_its_place", _("代理的单位与被代理人的一致，无需选择"), field="organisation_id")


def begins_in_time(post: PostIn, held: Sequence[Membership], *, today: date) -> None:
    """Nobody has stood in for somebody before it was said; what has begun already goes on."""
    begun = any(m.role == post.role and m.stands_in_for_id == post.stands_in_for for m in held)
    if post.from_on and post.from_on < today and not begun:
        raise DomainError("begins_in_the_past", _("起始日期不能早于今天"), field="from_on")
