"""How accounts are shown."""

from datetime import date
from itertools import groupby

from zhunru.accounts.members import Member
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.navigation import PLACES
from zhunru.accounts.offices import office_of
from zhunru.accounts.schemas import MeOut, NamedOut, PostOut, RealmOut, RoleOut, UserOut
from zhunru.core.roles import Role
from zhunru.divisions.models import Village


def me(member: Member) -> MeOut:
    """The logged-in user, in the role in which it acts."""
    actor, role = member.actor, member.post.role
    office = office_of(actor.realm)
    return MeOut(
        name=actor.name,
        username=member.user.username,
        role=role,
        role_label=str(role.label),
        stands_in_for=actor.acts_for,
        roles=[RoleOut(role=p.role, stands_in_for=_id(p.stands_in_for), label=p.label) for p in member.posts],
        organisation=actor.organisation_name or office.name,
        realm=RealmOut(kind=office.kind, code=office.code, name=office.name, county_name=office.county_name),
        villages=[_named(v) for v in Village.objects.filter(pk__in=actor.village_ids)],
        may=list(PLACES[role]),
    )


def user(user: User, day: date) -> UserOut:
    """An account with what it holds on `day` or later."""
    held = user.memberships.select_related("organisation", "village", "stands_in_for").order_by("id")
    coming = sorted((m for m in held if m.to_on is None or m.to_on > day), key=_post_of)
    return UserOut(
        id=user.pk,
        username=user.username,
        name=user.name,
        is_active=user.is_active,
        version=user.version,
        posts=[_post(list(posts)) for _, posts in groupby(coming, key=_post_of)],
    )


def _post_of(membership: Membership) -> tuple[str, int]:
    """What belongs to one post: one's own come first."""
    return membership.role, membership.stands_in_for_id or 0


def _post(posts: list[Membership]) -> PostOut:
    first = posts[0]
    return PostOut(
        role=Role(first.role),
        label=str(Role(first.role).label),
        organisation=_named(first.organisation) if first.organisation else None,
        villages=[_named(m.village) for m in posts if m.village],
        stands_in_for=_named(first.stands_in_for) if first.stands_in_for else None,
        from_on=first.from_on,
        to_on=first.to_on,
    )


def _named(thing: Organisation | Village | User) -> NamedOut:
    return NamedOut(id=thing.pk, name=thing.name)


def _id(user: User | None) -> int | None:
    return user.pk if user else None
