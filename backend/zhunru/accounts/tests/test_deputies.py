"""Doing a colleague's work in its absence: given for a time, shown as such, gone when the time is over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from zhunru.accounts import queries, services
from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.tests.conftest import LONG_AGO, NEW, Api, Make, Site, log_in, token
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context, township_context

Open = Callable[[Site], Client]
HEAD = Role.DEPARTMENT_HEAD


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def head(county: Site, make: Make, department: Organisation) -> User:
    """Who will be away."""
    return make(county, HEAD, "head", organisation=department)


@pytest.fixture
def clerk(county: Site, make: Make, department: Organisation) -> User:
    """Who will do the head's work meanwhile."""
    return make(county, Role.DEPARTMENT_CLERK, "clerk", organisation=department)


def stands_in(user: User, absent: User, *, from_on: date = LONG_AGO, to_on: date, **place: Any) -> Membership:
    with county_context():
        return services.add_membership(
            user, role=HEAD, stands_in_for=absent, from_on=from_on, to_on=to_on, actor=SYSTEM, **place
        )


def deputy(absent: User, **changed: Any) -> dict[str, Any]:
    return {"role": "department_head", "stands_in_for": absent.pk, "to_on": str(in_days(14)), **changed}


def own(department: Organisation) -> dict[str, Any]:
    return {"role": "department_clerk", "organisation_id": department.pk}


def choose(client: Client, role: str, absent: int | None) -> Any:
    data = {"role": role, "stands_in_for": absent}
    return client.post("/api/me/role", data, content_type="application/json", headers=token(client))


# --- acting ---


def test_a_deputy_acts_in_the_colleagues_place_and_under_both_names(
    head: User, clerk: User, department: Organisation
) -> None:
    stands_in(clerk, head, to_on=in_days(14), organisation=department)
    with county_context():
        held = queries.held_by(clerk.pk, clerk.realm, timezone.localdate())
        actor = member_of(held, chosen=f"department_head:{head.pk}").actor
    assert actor.name == "演示部门经办员（代演示部门负责人）"
    assert (actor.role, actor.organisation_id) == (HEAD, department.pk)
    assert (actor.user_id, actor.acts_for) == (clerk.pk, head.pk)
    assert actor.persons == {clerk.pk, head.pk}


def test_a_role_of_ones_own_and_the_same_role_as_a_deputy_are_two_choices(
    county: Site, make: Make, head: User, visitor: Open, department: Organisation
) -> None:
    with county_context():
        other = Organisation(name="县另一局", short_name="另一局", kind="department")
        other.record(actor=SYSTEM, reason="导入")
    user = make(county, HEAD, "other-head", organisation=other)
    stands_in(user, head, to_on=in_days(14), organisation=department)
    client = visitor(county)
    log_in(client, user)
    me = client.get("/api/me").json()
    assert (me["organisation"], me["stands_in_for"]) == (other.name, None)
    assert [(r["role"], r["stands_in_for"]) for r in me["roles"]] == [
        ("department_head", None),
        ("department_head", head.pk),
    ]
    assert me["roles"][1]["label"] == "部门负责人（代演示部门负责人）"
    chosen = choose(client, "department_head", head.pk).json()
    assert (chosen["organisation"], chosen["stands_in_for"]) == (department.name, head.pk)
    assert chosen["name"] == "演示部门负责人（代演示部门负责人）"
    assert choose(client, "department_head", None).json()["organisation"] == other.name


def test_in_whose_place_nobody_was_put_nobody_can_act(county: Site, head: User, clerk: User, visitor: Open) -> None:
    client = visitor(county)
    log_in(client, clerk)
    for absent in (head.pk, 2**40):
        answer = choose(client, "department_head", absent)
        assert (answer.status_code, answer.json()["code"]) == (403, "role_not_held")


def test_a_session_from_before_deputies_existed_still_names_ones_own_role(
    head: User, clerk: User, department: Organisation
) -> None:
    """Such a session holds the bare name of the role."""
    stands_in(clerk, head, to_on=in_days(14), organisation=department)
    with county_context():
        held = queries.held_by(clerk.pk, clerk.realm, timezone.localdate())
    assert member_of(held, chosen="department_clerk").actor.acts_for is None
    assert member_of(held, chosen="department_head").actor.role == Role.DEPARTMENT_CLERK
    assert member_of(held[::-1]).actor.role == Role.DEPARTMENT_CLERK


def test_when_the_time_is_over_the_next_request_is_no_longer_the_deputys(
    county: Site, head: User, clerk: User, visitor: Open, department: Organisation
) -> None:
    post = stands_in(clerk, head, to_on=in_days(14), organisation=department)
    client = visitor(county)
    log_in(client, clerk)
    choose(client, "department_head", head.pk)
    assert client.get("/api/me").json()["role"] == "department_head"
    with county_context():
        services.end_membership(post, to_on=timezone.localdate(), actor=SYSTEM)
    me = client.get("/api/me").json()
    assert (me["role"], me["name"], len(me["roles"])) == ("department_clerk", "演示部门经办员", 1)


def test_a_deputy_has_nothing_left_once_the_colleagues_own_post_has_ended(
    head: User, clerk: User, department: Organisation
) -> None:
    stands_in(clerk, head, to_on=in_days(14), organisation=department)
    with county_context():
        assert len(queries.held_by(clerk.pk, clerk.realm, timezone.localdate())) == 2
        services.end_membership(head.memberships.get(), to_on=timezone.localdate(), actor=SYSTEM)
        assert len(queries.held_by(clerk.pk, clerk.realm, timezone.localdate())) == 1


def test_a_deputy_of_a_village_officer_has_the_same_villages(township: Site, make: Make, visitor: Open) -> None:
    absent = make(township, Role.VILLAGE_OFFICER, "v1", villages=township.villages[:2])
    user = make(township, Role.TOWNSHIP_OFFICER, "officer")
    admin = visitor(township)
    log_in(admin, make(township, Role.TOWNSHIP_ADMIN))
    with township_context(township.realm):
        version = User.objects.get(pk=user.pk).version
    posts = [
        {"role": "township_officer"},
        {"role": "village_officer", "stands_in_for": absent.pk, "to_on": str(in_days(7))},
    ]
    answer = Api(admin)("patch", f"/users/{user.pk}", {"version": version, "posts": posts})
    assert answer.status_code == 200, answer.content.decode()
    client = visitor(township)
    log_in(client, user)
    me = choose(client, "village_officer", absent.pk).json()
    assert {village["id"] for village in me["villages"]} == {village.pk for village in township.villages[:2]}


# --- appointing ---


def test_an_administrator_appoints_a_deputy_for_a_time(
    county_api: Api, head: User, clerk: User, department: Organisation
) -> None:
    posts = [own(department), deputy(head, from_on=str(in_days(3)))]
    answer = county_api("patch", f"/users/{clerk.pk}", {"version": clerk.version, "posts": posts}).json()
    assert [(p["role"], p["stands_in_for"]) for p in answer["posts"]] == [
        ("department_clerk", None),
        ("department_head", {"id": head.pk, "name": head.name}),
    ]
    given = answer["posts"][1]
    assert given["organisation"]["id"] == department.pk
    assert (given["from_on"], given["to_on"]) == (str(in_days(3)), str(in_days(14)))
    with county_context():
        assert len(queries.held_by(clerk.pk, clerk.realm, timezone.localdate())) == 1
        assert len(queries.held_by(clerk.pk, clerk.realm, in_days(3))) == 2
        assert len(queries.held_by(clerk.pk, clerk.realm, in_days(14))) == 1


def test_the_history_says_in_whose_place(county_api: Api, head: User, clerk: User, department: Organisation) -> None:
    county_api("patch", f"/users/{clerk.pk}", {"version": clerk.version, "posts": [own(department), deputy(head)]})
    reasons = [entry["reason"] for entry in county_api("get", f"/users/{clerk.pk}/history").json()]
    assert "授予角色：代演示部门负责人行使部门负责人（县演示局）职责" in reasons


def test_the_same_posts_sent_again_change_nothing(
    county_api: Api, head: User, clerk: User, department: Organisation
) -> None:
    posts = [own(department), deputy(head, from_on=str(in_days(0)))]
    once = county_api("patch", f"/users/{clerk.pk}", {"version": clerk.version, "posts": posts}).json()
    twice = county_api("patch", f"/users/{clerk.pk}", {"version": once["version"], "posts": posts}).json()
    assert once == twice


def test_a_deputy_who_has_begun_goes_on_when_the_account_is_saved_later(
    county_api: Api, head: User, clerk: User, department: Organisation
) -> None:
    begun = stands_in(clerk, head, to_on=in_days(14), organisation=department)
    posts = [own(department), deputy(head, from_on=str(LONG_AGO))]
    change = {"version": clerk.version, "name": "演示改名", "posts": posts}
    assert county_api("patch", f"/users/{clerk.pk}", change).status_code == 200
    with county_context():
        assert begun.history.all().count() == 1


def test_the_list_of_accounts_tells_deputies_from_holders(
    county_api: Api, head: User, clerk: User, department: Organisation
) -> None:
    stands_in(clerk, head, to_on=in_days(14), organisation=department)
    row = next(r for r in county_api("get", "/users").json()["items"] if r["id"] == clerk.pk)
    assert (row["role_labels"], row["deputises"]) == (["部门经办员"], [head.name])


def test_a_deputy_that_cannot_be_is_refused_at_its_field(
    county_api: Api, head: User, clerk: User, township: Site, make: Make, department: Organisation
) -> None:
    elsewhere = make(township, Role.TOWNSHIP_OFFICER, "officer")
    stands_in(clerk, head, to_on=in_days(3), organisation=department)
    wrong = {
        "to_on": [deputy(head, to_on=None), deputy(head, from_on=str(in_days(20)))],
        "from_on": [{**own(department), "from_on": str(in_days(2))}],
        "stands_in_for": [
            deputy(clerk, role="department_head"),  # itself a deputy there: no chains
            deputy(head, role="seal_keeper"),
            deputy(elsewhere, role="leader"),
            {**deputy(head), "stands_in_for": 2**40},
        ],
        "organisation_id": [deputy(head, organisation_id=2**40)],
        "village_ids": [deputy(head, village_ids=[2**40])],
    }
    for field, posts in wrong.items():
        for post in posts:
            answer = county_api("post", "/users", {**NEW, "posts": [post]})
            assert (answer.status_code, answer.json()["field"]) == (409, field), (post, answer.json())
    backdated = {"role": "department_clerk", "stands_in_for": clerk.pk, "from_on": "2020-01-01", "to_on": "2099-01-01"}
    past = county_api("patch", f"/users/{head.pk}", {"version": head.version, "posts": [backdated]})
    assert (past.status_code, past.json()["field"]) == (409, "from_on")


def test_nobody_is_its_own_deputy_nor_twice_the_same(
    county_api: Api, head: User, clerk: User, department: Organisation
) -> None:
    posts = [own(department), {**deputy(head), "stands_in_for": clerk.pk}]
    answer = county_api("patch", f"/users/{clerk.pk}", {"version": clerk.version, "posts": posts})
    assert (answer.json()["code"], answer.json()["field"]) == ("own_deputy", "stands_in_for")
    twice = [own(department), deputy(head), deputy(head, to_on=str(in_days(20)))]
    answer = county_api("patch", f"/users/{clerk.pk}", {"version": clerk.version, "posts": twice})
    assert answer.json()["code"] == "role_twice"


def test_the_database_refuses_a_deputy_without_an_end_of_oneself_or_of_another_realm(
    head: User, clerk: User, township: Site, make: Make, department: Organisation
) -> None:
    stranger = make(township, Role.TOWNSHIP_OFFICER, "officer")
    place = {"user": clerk, "realm": clerk.realm, "role": HEAD, "organisation": department, "from_on": LONG_AGO}
    for wrong in (
        {"stands_in_for": head, "to_on": None},
        {"stands_in_for": clerk, "to_on": in_days(9)},
        {"stands_in_for_id": stranger.pk, "to_on": in_days(9)},
    ):
        with county_context(), pytest.raises(IntegrityError), transaction.atomic():
            Membership(**place, **wrong).record(actor=SYSTEM, reason="试")
