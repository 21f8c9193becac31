"""Whom an administrator cannot reach: by the application's rules, and without them by the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from zhunru.accounts import queries, services
from zhunru.accounts.models import Membership, User
from zhunru.accounts.tests.conftest import LONG_AGO, NEW, Api, Make, Site, log_in
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context, township_context

Open = Callable[[Site], Client]


def operations(user: User) -> list[tuple[str, str, Any]]:
    return [
        ("get", f"/users/{user.pk}", None),
        ("get", f"/users/{user.pk}/history", None),
        ("patch", f"/users/{user.pk}", {"version": user.version, "name": "改"}),
        ("post", f"/users/{user.pk}/password", {"password": "another good one"}),
    ]


def test_an_administrator_finds_nobody_of_another_realm(
    api: Api, county_api: Api, townships: list[Site], county: Site, make: Make
) -> None:
    other = make(townships[1], Role.TOWNSHIP_OFFICER)
    leader = make(county, Role.LEADER)
    for act in (*operations(other), *operations(leader)):
        assert api(*act).status_code == 404, act
    for act in operations(other):
        assert county_api(*act).status_code == 404, act


@pytest.mark.parametrize("role", [Role.TOWNSHIP_OFFICER, Role.VILLAGE_OFFICER])
def test_who_is_no_administrator_is_refused(township: Site, make: Make, visitor: Open, role: Role) -> None:
    client = visitor(township)
    log_in(client, make(township, role, villages=township.villages[:1] if role == Role.VILLAGE_OFFICER else ()))
    other = make(township, Role.TOWNSHIP_ADMIN)
    acts = [("get", "/users", None), ("post", "/users", {**NEW, "posts": [{"role": "township_admin"}]})]
    for act in (*acts, *operations(other)):
        assert Api(client)(*act).status_code == 403, act


def test_the_database_itself_hides_and_protects_accounts_of_other_realms(
    townships: list[Site], county: Site, make: Make
) -> None:
    first, second = townships
    other, leader = make(second, Role.TOWNSHIP_OFFICER), make(county, Role.LEADER)
    with township_context(first.realm):
        assert not User.objects.filter(pk__in=[other.pk, leader.pk]).exists()
        assert not Membership.objects.filter(user=other).exists()
        assert not User.history.filter(id=other.pk).exists()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE accounts_user SET is_active = false")
            assert cursor.rowcount == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            User(realm=second.realm, username="planted", name="x").record(actor=SYSTEM, reason="试")
    with county_context():
        assert not User.objects.filter(pk=other.pk).exists()


def test_the_application_refuses_by_itself_what_the_database_would_refuse_too(
    townships: list[Site], make: Make
) -> None:
    first, second = townships
    user = make(first, Role.TOWNSHIP_OFFICER)
    stranger = Actor(user_id=1, name="外人", role=Role.TOWNSHIP_ADMIN, realm=second.realm)
    with township_context(first.realm):
        assert not queries.visible_to(stranger).exists()
        for act in (
            lambda: services.reset_password(user, NEW["password"], actor=stranger),
            lambda: services.create_user(
                realm=first.realm, username="planted", name="x", password=NEW["password"], actor=stranger
            ),
            lambda: services.add_membership(user, role=Role.TOWNSHIP_ADMIN, from_on=LONG_AGO, actor=stranger),
        ):
            with pytest.raises(NotAllowedError):
                act()
