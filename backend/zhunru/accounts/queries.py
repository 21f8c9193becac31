"""What is read of accounts, and by whom."""

from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, F, OuterRef, Q, QuerySet
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
    """The user's memberships on that host on `day`, the default role's first; one query, users included.

    A deputy has no more than the colleague has: where that one's post has ended, there is nothing to stand in for.
    Only a deputy pays for the second query: this is asked on every request.
    """
    rows = Membership.objects.filter(holds_on(day), user_id=user_id, realm=realm, user__realm=realm)
    found = list(rows.select_related("user", "organisation", "village", "stands_in_for").order_by("id"))
    in_place = [post.pk for post in found if post.stands_in_for_id]
    if not in_place:
        return found
    still = Membership.objects.filter(Exists(_same_post_of_the_absent(day)), pk__in=in_place)
    ended = set(in_place) - set(still.values_list("pk", flat=True))
    return [post for post in found if post.pk not in ended]


def _same_post_of_the_absent(day: date) -> QuerySet[Membership]:
    """Of the outer membership's colleague: the same role at the same place, its own."""
    rows = own_posts(day).annotate(
        at_organisation=Coalesce(F("organisation_id"), 0), at_village=Coalesce(F("village_id"), 0)
    )
    return rows.filter(
        user_id=OuterRef("stands_in_for_id"),
        role=OuterRef("role"),
        at_organisation=Coalesce(OuterRef("organisation_id"), 0),
        at_village=Coalesce(OuterRef("village_id"), 0),
    )


def own_posts(day: date) -> QuerySet[Membership]:
    """What people hold on `day` by themselves, not in somebody's place."""
    posts: QuerySet[Membership] = Membership.objects.filter(holds_on(day), stands_in_for__isnull=True)
    return posts


def with_posts(users: QuerySet[User], day: date) -> QuerySet[User]:
    """Adds to each user what it is on `day`: `roles`, `organisations` and `villages`, as arrays.

    And `deputises`: the names of those for whom it stands in.
    """
    today = holds_on(day, "memberships__")
    own = today & Q(memberships__stands_in_for__isnull=True)
    return users.annotate(
        roles=_all_of("memberships__role", own),
        organisations=_all_of("memberships__organisation__name", own),
        villages=_all_of("memberships__village__name", own),
        deputises=_all_of("memberships__stands_in_for__name", today),
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


def departments_in_office() -> QuerySet[Organisation]:
    """The county's departments, without the office that leads the procedure."""
    return open_organisations().filter(kind=Organisation.Kind.DEPARTMENT)


def social_work_office() -> QuerySet[Organisation]:
    """The office in whose name papers are issued: one row, none before it is registered."""
    return open_organisations().filter(kind=Organisation.Kind.OFFICE)


def villages_of(realm: str) -> QuerySet[Village]:
    """The villages that the township with this realm has today."""
    return Village.objects.filter(township__schema_name=realm, ended_on__isnull=True)
