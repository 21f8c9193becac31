"""Acts on accounts. Each change is signed, and everybody acts on accounts of one's own realm only."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.accounts import deputies, rules
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.passwords import composed
from zhunru.accounts.schemas import PostIn, UserChange, UserIn
from zhunru.core.actors import Actor
from zhunru.core.roles import Role
from zhunru.core.workflow import stale
from zhunru.divisions.models import Village


@transaction.atomic
def open_account(data: UserIn, *, actor: Actor, today: date) -> User:
    """An account with its posts, in the actor's own realm. Raises as `create_user` and `set_posts`."""
    user = create_user(realm=actor.realm, username=data.username, name=data.name, password=data.password, actor=actor)
    set_posts(user, data.posts, actor=actor, today=today)
    return user


@transaction.atomic
def create_user(*, realm: str, username: str, name: str, password: str, actor: Actor) -> User:
    """An account without a role yet.

    Raises NotAllowedError, DomainError (`username_taken`) or InvalidError (`weak_password`).
    """
    rules.manages_accounts(actor, realm)
    rules.is_free(username, realm)
    user = User(realm=realm, username=username, name=name)
    rules.is_strong(composed(password), user)
    user.password = make_password(composed(password))
    user.record(actor=actor, reason=_("建立账号"))
    return user


@transaction.atomic
def add_membership(
    user: User,
    *,
    role: Role,
    from_on: date,
    actor: Actor,
    organisation: Organisation | None = None,
    village: Village | None = None,
    stands_in_for: User | None = None,
    to_on: date | None = None,
) -> Membership:
    """Give `user` a role from `from_on` until the day before `to_on`, its own or in a colleague's place."""
    rules.manages_accounts(actor, user.realm)
    rules.is_someone_else(user, actor)
    post = Membership(
        user=user,
        realm=user.realm,
        role=role,
        organisation=organisation,
        village=village,
        stands_in_for=stands_in_for,
        from_on=from_on,
        to_on=to_on,
    )
    post.record(actor=actor, reason=_("授予角色：%(post)s") % {"post": _told(post)})
    return post


@transaction.atomic
def end_membership(post: Membership, *, to_on: date, actor: Actor) -> None:
    """Let the role end: from `to_on` on it no longer holds."""
    rules.manages_accounts(actor, post.realm)
    rules.is_someone_else(post.user, actor)
    locked: Membership = Membership.objects.select_for_update(of=["self"]).get(pk=post.pk)
    locked.to_on = max(to_on, locked.from_on)
    locked.record(actor=actor, reason=_("终止角色：%(post)s") % {"post": _told(locked)})


@transaction.atomic
def change_user(user: User, change: UserChange, *, actor: Actor, today: date) -> User:
    """Change name, use or posts; what is as it was leaves no trace. Raises DomainError (`stale`)."""
    rules.manages_accounts(actor, user.realm)
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    if change.version != locked.version:
        raise stale(locked)
    before = (locked.name, locked.is_active)
    locked.name = change.name or locked.name
    if change.is_active is not None and change.is_active != locked.is_active:
        rules.is_someone_else(locked, actor)
        locked.is_active = change.is_active
    posts_changed = change.posts is not None and set_posts(locked, change.posts, actor=actor, today=today)
    if posts_changed or before != (locked.name, locked.is_active):
        locked.record(actor=actor, reason=_("修改账号"))
    return locked


@transaction.atomic
def set_posts(user: User, posts: list[PostIn], *, actor: Actor, today: date) -> bool:
    """Make `posts` what the user holds from today on: end the others, add the new. True if any changed."""
    rules.has_each_role_once(posts)
    for post in posts:
        rules.may_be_granted(post, user.realm, today)
    going_on = [m for m in user.memberships.select_related("user") if m.to_on is None or m.to_on > today]
    wanted = {key for post in posts for key in _keys(post, user, going_on, today)}
    held = {_key(m, today): m for m in going_on}
    ended, added = held.keys() - wanted, wanted - held.keys()
    for key in ended:
        end_membership(held[key], to_on=today, actor=actor)
    for key in sorted(added, key=str):
        _add(user, key, actor=actor, today=today)
    return bool(ended or added)


def _add(user: User, key: "Key", *, actor: Actor, today: date) -> None:
    add_membership(
        user,
        role=key.role,
        organisation=Organisation.objects.get(pk=key.organisation_id) if key.organisation_id else None,
        village=Village.objects.get(pk=key.village_id) if key.village_id else None,
        stands_in_for=User.objects.get(pk=key.stands_in_for) if key.stands_in_for else None,
        from_on=key.from_on or today,
        to_on=key.to_on,
        actor=actor,
    )


class Key(NamedTuple):
    """What makes a membership another one. `from_on` counts only while it is still to come."""

    role: Role
    organisation_id: int | None
    village_id: int | None
    to_on: date | None
    stands_in_for: int | None
    from_on: date | None


def _key(held: Membership, today: date) -> Key:
    coming = held.from_on if held.from_on > today else None
    return Key(Role(held.role), held.organisation_id, held.village_id, held.to_on, held.stands_in_for_id, coming)


def _keys(post: PostIn, user: User, held: Sequence[Membership], today: date) -> list[Key]:
    """One membership per village, else one; of a deputy one for each of the colleague's."""
    if post.stands_in_for is None:
        villages: list[int | None] = [*set(post.village_ids)] or [None]
        return [Key(post.role, post.organisation_id, village, post.to_on, None, None) for village in villages]
    deputies.begins_in_time(post, held, today=today)
    coming = post.from_on if post.from_on and post.from_on > today else None
    return [
        Key(post.role, there.organisation_id, there.village_id, post.to_on, post.stands_in_for, coming)
        for there in deputies.posts_of_the_absent(post, user, today=today)
    ]


@transaction.atomic
def reset_password(user: User, password: str, *, actor: Actor) -> User:
    """Set a new password for somebody; every log-in under the old one ends. Raises InvalidError (`weak_password`)."""
    rules.manages_accounts(actor, user.realm)
    return _set_password(user, password, actor=actor, reason=_("重置密码"))


@transaction.atomic
def change_own_password(user: User, password: str, *, actor: Actor) -> User:
    """Set one's own password; the caller has checked the old one. Raises InvalidError (`weak_password`)."""
    return _set_password(user, password, actor=actor, reason=_("修改本人密码"))


def _set_password(user: User, password: str, *, actor: Actor, reason: str) -> User:
    rules.is_strong(composed(password), user)
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    locked.password = make_password(composed(password))
    locked.record(actor=actor, reason=reason)
    return locked


def _told(post: Membership) -> str:
    places = [p.name for p in (post.organisation, post.village) if p]
    role = f"{Role(post.role).label}{'（' + '、'.join(places) + '）' if places else ''}"
    if post.stands_in_for is None:
        return role
    return _("代%(name)s行使%(role)s职责") % {"name": post.stands_in_for.name, "role": role}
