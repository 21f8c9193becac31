"""Who makes this request: read anew from the memberships each time, so that an ended one ends at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from zhunru.accounts import queries
from zhunru.accounts.models import Membership, User
from zhunru.accounts.sessions import SessionStore
from zhunru.core.actors import Actor
from zhunru.core.roles import Role

ROLE = "role"
"""Key of the session's data: the role chosen, where the user holds several."""


@dataclass(frozen=True, slots=True)
class Member:
    """A logged-in user with every role held today and the one in which it acts."""

    user: User
    roles: tuple[Role, ...]
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
    """Merge the memberships held today: the chosen role (else the first), with all its villages."""
    roles = tuple(dict.fromkeys(Role(m.role) for m in held))
    role = Role(chosen) if chosen in roles else roles[0]
    posts = [m for m in held if m.role == role]
    return Member(user=posts[0].user, roles=roles, actor=_actor(role, posts))


def _actor(role: Role, posts: Sequence[Membership]) -> Actor:
    user, organisation = posts[0].user, posts[0].organisation
    villages = [m.village for m in posts if m.village]
    return Actor(
        user_id=user.pk,
        name=user.name,
        role=role,
        realm=user.realm,
        organisation_id=organisation.pk if organisation else None,
        organisation_name=organisation.name if organisation else "、".join(v.name for v in villages),
        village_ids=frozenset(v.pk for v in villages),
    )
