"""What is read of accounts, and by whom."""

from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.schemas import UserFilter
from zhunru.core.actors import Actor
from zhunru.core.roles import ADMIN_ROLES
from zhunru.divisions.models import Village


def visible_to(actor: Actor) -> QuerySet[User]:
    """An administrator sees the accounts of its own realm, everybody else none."""
    users: QuerySet[User] = User.objects.filter(realm=actor.realm)
    return users if actor.has_role(*ADMIN_ROLES) else users.none()


def holds_on(day: date, prefix: str = "") -> Q:
    """Memberships (or, with `prefix`, rows reaching them) in force on `day`."""
    to_on = f"{prefix}to_on"
    return Q(**{f"{prefix}from_on__lte": day}) & (Q(**{f"{to_on}__isnull": True}) | Q(**{f"{to_on}__gt": day}))


def held_by(user_id: int, realm: str, day: date) -> list[Membership]:
    """The user's memberships on that host on `day`, the default role's first; one query, users included."""
    found = Membership.objects.filter(holds_on(day), user_id=user_id, realm=realm, user__realm=realm)
    return list(found.select_related("user", "organisation", "village").order_by("id"))


def with_posts(users: QuerySet[User], day: date) -> QuerySet[User]:
    """Adds to each user what it is on `day`: `roles`, `organisations` and `villages`, as arrays."""
    today = holds_on(day, "memberships__")
    return users.annotate(
        roles=_all_of("memberships__role", today),
        organisations=_all_of("memberships__organisation__name", today),
        villages=_all_of("memberships__village__name", today),
    )


def _all_of(path: str, when: Q) -> Coalesce:
    return Coalesce(ArrayAgg(path, filter=when & Q(**{f"{path}__isnull": False}), distinct=True), [])


def filtered(users: QuerySet[User], asked: UserFilter, day: date) -> QuerySet[User]:
    """Those with the words in name or user name, and with the role on `day`."""
    if asked.q:
        users = users.filter(Q(name__icontains=asked.q) | Q(username__icontains=asked.q))
    if asked.is_active is not None:
        users = users.filter(is_active=asked.is_active)
    if asked.role:
        holders = Membership.objects.filter(holds_on(day), role=asked.role).values("user_id")
        users = users.filter(pk__in=holders)
    return users


def open_organisations() -> QuerySet[Organisation]:
    organisations: QuerySet[Organisation] = Organisation.objects.filter(ended_on__isnull=True)
    return organisations


def villages_of(realm: str) -> QuerySet[Village]:
    """The villages that the township with this realm has today."""
    return Village.objects.filter(township__schema_name=realm, ended_on__isnull=True)
