"""Who a request is made by: read anew each time from the memberships that hold today."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from zhunru.accounts import queries, services
from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.tests.conftest import LONG_AGO, Make, Site, log_in, token
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context, township_context

Open = Callable[[Site], Client]
TODAY = timezone.localdate


@pytest.fixture
def client(township: Site, make: Make, visitor: Open) -> Client:
    """A village officer's browser, logged in on its township's host."""
    client = visitor(township)
    log_in(client, make(township, Role.VILLAGE_OFFICER, villages=township.villages[:1]))
    return client


def test_an_ended_membership_is_refused_at_the_next_request(client: Client, township: Site) -> None:
    assert client.get("/api/me").status_code == 200
    with township_context(township.realm):
        services.end_membership(Membership.objects.get(), to_on=TODAY(), actor=SYSTEM)
    assert client.get("/api/me").status_code == 401


def test_a_membership_that_begins_tomorrow_does_not_hold_yet(township: Site, make: Make) -> None:
    user = make(township, Role.TOWNSHIP_OFFICER, to_on=TODAY())
    tomorrow = TODAY() + timedelta(days=1)
    with township_context(township.realm):
        services.add_membership(user, role=Role.TOWNSHIP_OFFICER, from_on=tomorrow, actor=SYSTEM)
        assert queries.held_by(user.pk, township.realm, TODAY()) == []
        assert len(queries.held_by(user.pk, township.realm, tomorrow)) == 1


def test_a_deactivated_account_is_refused_at_the_next_request(client: Client, township: Site) -> None:
    with township_context(township.realm):
        user = User.objects.get()
        user.is_active = False
        user.record(actor=SYSTEM, reason="停用")
    assert client.get("/api/me").status_code == 401


def test_several_villages_make_one_role(township: Site, make: Make, visitor: Open) -> None:
    client = visitor(township)
    log_in(client, make(township, Role.VILLAGE_OFFICER, villages=township.villages[:2]))
    me = client.get("/api/me").json()
    assert [v["id"] for v in me["villages"]] == [v.pk for v in township.villages[:2]]
    assert [r["role"] for r in me["roles"]] == ["village_officer"]


def test_me_says_who_where_and_what_the_menu_holds(client: Client, township: Site, county: Site) -> None:
    me = client.get("/api/me").json()
    assert me["name"] == "演示村（社区）工作人员"
    assert me["role_label"] == "村（社区）工作人员"
    assert me["organisation"] == township.villages[0].name
    assert me["realm"] == {
        "kind": "township",
        "code": township.realm.removeprefix("t_"),
        "name": township.name,
        "county_name": county.name,
    }
    assert "placements" in me["may"]
    assert "users" not in me["may"]


def test_the_department_of_a_county_user_is_its_organisation(
    county: Site, make: Make, visitor: Open, department: Organisation
) -> None:
    client = visitor(county)
    log_in(client, make(county, Role.DEPARTMENT_HEAD, organisation=department))
    assert client.get("/api/me").json()["organisation"] == department.name


def test_who_holds_two_roles_begins_in_the_first_and_may_choose(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.SOCIAL_WORK_CLERK)
    with county_context():
        services.add_membership(user, role=Role.DECISION_RECORDER, from_on=LONG_AGO, actor=SYSTEM)
    client = visitor(county)
    log_in(client, user)
    assert client.get("/api/me").json()["role"] == "social_work_clerk"
    answer = choose(client, "decision_recorder")
    assert answer.json()["role"] == "decision_recorder"
    assert client.get("/api/me").json()["role"] == "decision_recorder"


def test_a_role_that_is_not_held_cannot_be_chosen(client: Client) -> None:
    answer = choose(client, "township_admin")
    assert (answer.status_code, answer.json()["code"]) == (403, "role_not_held")
    assert client.get("/api/me").json()["role"] == "village_officer"


def test_a_chosen_role_that_ended_gives_way_to_another(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.SOCIAL_WORK_CLERK)
    with county_context():
        services.add_membership(user, role=Role.SEAL_KEEPER, from_on=LONG_AGO, actor=SYSTEM)
        held = queries.held_by(user.pk, county.realm, TODAY())
    assert member_of(held, chosen="seal_keeper").actor.role == Role.SEAL_KEEPER
    assert member_of(held[:1], chosen="seal_keeper").actor.role == Role.SOCIAL_WORK_CLERK


def choose(client: Client, role: str) -> Any:
    return client.post("/api/me/role", {"role": role}, content_type="application/json", headers=token(client))


def refused(**fields: object) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership(**fields).record(actor=SYSTEM, reason="试")


def test_the_database_refuses_memberships_that_cannot_be(township: Site, county: Site, make: Make) -> None:
    user = make(county, Role.LEADER)
    place = {"user": user, "realm": county.realm, "from_on": LONG_AGO}
    with county_context():
        refused(**place, role=Role.TOWNSHIP_ADMIN)
        refused(**place, role=Role.DEPARTMENT_CLERK)
        refused(**place, role=Role.AUDITOR, village=township.villages[0])
        refused(**place, role=Role.LEADER)
        refused(**place, role=Role.AUDITOR, to_on=LONG_AGO - timedelta(days=1))


def test_the_database_refuses_a_membership_outside_the_users_realm(townships: list[Site], make: Make) -> None:
    first, second = townships
    user = make(first, Role.TOWNSHIP_OFFICER)
    with township_context(second.realm):
        refused(user=user, realm=second.realm, role=Role.TOWNSHIP_ADMIN, from_on=LONG_AGO)
