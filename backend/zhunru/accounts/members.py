"""Who makes this request: read anew from the memberships each time, so that an ended one ends at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from zhunru.accounts import queries
from zhunru.accounts.models import Membership, User
from zhunru.accounts.sessions import SessionStore
from zhunru.core.actors import Actor
from zhunru.core.roles import Role

ROLE = "role"
"""Key of the session's data: the `key` of the post chosen, where the user holds several."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a user may act as: in a role of its own, or in a colleague's place while that one is away."""

    role: Role
    stands_in_for: User | None = None

    @property
    def key(self) -> str:
        return key_of(self.role, self.stands_in_for.pk if self.stands_in_for else None)

    @property
    def label(self) -> str:
        label = str(self.role.label)
        if self.stands_in_for is None:
            return label
        return _("%(role)s（代%(name)s）") % {"role": label, "name": self.stands_in_for.name}


def key_of(role: Role, stands_in_for: int | None) -> str:
    """The role; of a deputy `role:user`, which no role is called."""
    return f"{role}:{stands_in_for}" if stands_in_for else str(role)


@dataclass(frozen=True, slots=True)
class Member:
    """A logged-in user with every post held today and the one in which it acts."""

    user: User
    posts: tuple[Post, ...]
    post: Post
    actor: Actor


class MemberRequest(HttpRequest):
    """What the middleware adds to a request."""

    realm: str
    member: Member | None
    actor: Actor | None
    session: SessionStore


def recognise(request: HttpRequest) -> Member | None:
    """The member behind the session; None for no session, a changed password or no membership today."""
    session, realm = request.session, cast(MemberRequest, request).realm
    user_id = session.get(SESSION_KEY)
    if user_id is None:
        return None
    held = queries.held_by(int(user_id), realm, timezone.localdate())
    if not held or not held[0].user.is_active:
        return None
    user: User = held[0].user
    if not constant_time_compare(session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    return member_of(held, chosen=session.get(ROLE))


def member_of(held: Sequence[Membership], *, chosen: str | None = None) -> Member:
    """Merge the memberships held today: the chosen post (else the first of one's own), with all its villages."""
    own_first = sorted(held, key=lambda membership: membership.stands_in_for_id is not None)
    merged: dict[str, tuple[Post, list[Membership]]] = {}
    for membership in own_first:
        post = Post(Role(membership.role), membership.stands_in_for)
        merged.setdefault(post.key, (post, []))[1].append(membership)
    chosen_post, held_in_it = merged.get(chosen or "") or next(iter(merged.values()))
    return Member(
        user=held_in_it[0].user,
        posts=tuple(post for post, _held in merged.values()),
        post=chosen_post,
        actor=_actor(chosen_post, held_in_it),
    )


def _actor(post: Post, held: Sequence[Membership]) -> Actor:
    user, organisation, absent = held[0].user, held[0].organisation, post.stands_in_for
    villages = [m.village for m in held if m.village]
    return Actor(
        user_id=user.pk,
        name=f"{user.name}（代{absent.name}）" if absent else user.name,
        role=post.role,
        realm=user.realm,
        organisation_id=organisation.pk if organisation else None,
        organisation_name=organisation.name if organisation else "、".join(v.name for v in villages),
        village_ids=frozenset(v.pk for v in villages),
        acts_for=absent.pk if absent else None,
    )
