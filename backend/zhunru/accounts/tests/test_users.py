"""Administrators manage the accounts of their own realm, and of no other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from zhunru.accounts import services
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.tests.conftest import NEW, PASSWORD, Api, Make, Site, log_in
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context, township_context

Open = Callable[[Site], Client]


def problem(answer: Any) -> tuple[int, str, str]:
    return answer.status_code, answer.json()["code"], answer.json()["field"]


def test_a_new_account_can_log_in_with_its_role(api: Api, township: Site, visitor: Open) -> None:
    villages = [v.pk for v in township.villages[:2]]
    answer = api("post", "/users", {**NEW, "posts": [{"role": "village_officer", "village_ids": villages}]})
    assert answer.status_code == 201
    assert [v["id"] for v in answer.json()["posts"][0]["villages"]] == villages
    with township_context(township.realm):
        user = User.objects.get(username="officer-2")
    client = visitor(township)
    log_in(client, user, NEW["password"])
    assert client.get("/api/me").json()["role"] == "village_officer"


def test_a_second_press_of_the_button_makes_no_second_account(api: Api, township: Site) -> None:
    data = {**NEW, "posts": [{"role": "township_officer"}]}
    assert api("post", "/users", data).status_code == 201
    assert problem(api("post", "/users", data)) == (409, "username_taken", "username")
    with township_context(township.realm):
        assert User.objects.filter(username="officer-2").count() == 1


@pytest.mark.parametrize(
    ("post", "code", "field"),
    [
        ({"role": "county_admin"}, "role_elsewhere", "role"),
        ({"role": "village_officer"}, "no_village", "village_ids"),
        ({"role": "township_officer", "village_ids": [1]}, "village_needless", "village_ids"),
        ({"role": "township_officer", "organisation_id": 1}, "organisation_elsewhere", "organisation_id"),
        ({"role": "township_officer", "to_on": "2020-01-01"}, "already_ended", "to_on"),
    ],
)
def test_a_post_that_does_not_fit_is_refused_at_its_field(api: Api, post: Any, code: str, field: str) -> None:
    assert problem(api("post", "/users", {**NEW, "posts": [post]})) == (409, code, field)


def test_nothing_is_left_of_an_account_whose_post_was_refused(api: Api, township: Site) -> None:
    api("post", "/users", {**NEW, "posts": [{"role": "leader"}]})
    with township_context(township.realm):
        assert not User.objects.filter(username="officer-2").exists()


def test_a_village_of_another_township_cannot_be_given(api: Api, townships: list[Site]) -> None:
    post = {"role": "village_officer", "village_ids": [townships[0].villages[0].pk, townships[1].villages[0].pk]}
    assert problem(api("post", "/users", {**NEW, "posts": [post]})) == (409, "no_such_village", "village_ids")


def test_a_department_role_needs_a_department_that_exists(county_api: Api, department: Organisation) -> None:
    post: dict[str, Any] = {"role": "department_head"}
    data = {**NEW, "posts": [post]}
    assert problem(county_api("post", "/users", data)) == (409, "no_organisation", "organisation_id")
    post["organisation_id"] = 2**40
    assert problem(county_api("post", "/users", data)) == (409, "no_such_organisation", "organisation_id")
    post["organisation_id"] = department.pk
    assert county_api("post", "/users", data).json()["posts"][0]["organisation"]["name"] == department.name


def test_a_weak_password_is_refused_at_its_field(api: Api) -> None:
    data = {**NEW, "password": "1234567890", "posts": [{"role": "township_officer"}]}
    answer = api("post", "/users", data)
    assert problem(answer) == (422, "weak_password", "password")
    assert "password" not in answer.json()["detail"]


@pytest.mark.parametrize("username", ["a", "a b", "县", "a\x00b", "\ud800\ud800", "x" * 51, "-a", 7, None])
def test_strange_user_names_are_refused_at_their_field(api: Api, username: Any) -> None:
    answer = api("post", "/users", {**NEW, "username": username, "posts": [{"role": "township_officer"}]})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "username"


def test_the_list_shows_accounts_of_the_own_realm_with_todays_roles(
    api: Api, townships: list[Site], county: Site, make: Make
) -> None:
    make(townships[0], Role.VILLAGE_OFFICER, villages=townships[0].villages[:2])
    make(townships[1], Role.TOWNSHIP_OFFICER)
    make(county, Role.LEADER)
    answer = api("get", "/users").json()
    assert answer["total"] == 2
    officer = next(row for row in answer["items"] if row["username"] == "village_officer")
    assert officer["role_labels"] == ["村（社区）工作人员"]
    assert sorted(officer["villages"]) == sorted(v.name for v in townships[0].villages[:2])


def test_the_list_can_be_searched_and_filtered(api: Api, township: Site, make: Make) -> None:
    make(township, Role.TOWNSHIP_OFFICER)
    for asked in ({"role": "township_officer"}, {"q": "OFFICER"}, {"q": "乡镇工作"}, {"ordering": "-name", "limit": 1}):
        assert len(api("get", "/users", asked).json()["items"]) == 1, asked
    assert api("get", "/users", {"is_active": False}).json()["total"] == 0


def test_a_password_never_leaves_and_never_enters_a_history(api: Api, township: Site) -> None:
    made = api("post", "/users", {**NEW, "posts": [{"role": "township_officer"}]})
    pages = [made, api("get", "/users"), api("get", f"/users/{made.json()['id']}")]
    pages.append(api("get", f"/users/{made.json()['id']}/history"))
    with township_context(township.realm):
        digest = User.objects.get(username="officer-2").password
        columns = [f.name for f in User.history.model._meta.get_fields()]
    assert all(digest not in p.content.decode() and NEW["password"] not in p.content.decode() for p in pages)
    assert "password" not in columns
    assert "last_login" not in columns


def test_the_history_tells_of_the_account_and_its_roles(api: Api, township: Site) -> None:
    made = api("post", "/users", {**NEW, "posts": [{"role": "township_officer"}]}).json()
    api("patch", f"/users/{made['id']}", {"version": made["version"], "name": "新名", "posts": []})
    told = api("get", f"/users/{made['id']}/history").json()
    reasons = [entry["reason"] for entry in told]
    assert sorted(reasons) == sorted(["建立账号", "授予角色：乡镇工作人员", "终止角色：乡镇工作人员", "修改账号"])
    changed = next(entry for entry in told if entry["reason"] == "修改账号")
    assert changed["by"] == "演示乡镇管理员"
    assert {c["field"]: c["new"] for c in changed["changes"]} == {"name": "新名"}


def test_posts_given_anew_end_the_old_and_keep_the_same(api: Api, township: Site) -> None:
    first, second = (v.pk for v in township.villages[:2])
    made = api("post", "/users", {**NEW, "posts": [{"role": "village_officer", "village_ids": [first]}]}).json()
    posts = [{"role": "village_officer", "village_ids": [first, second]}]
    changed = api("patch", f"/users/{made['id']}", {"version": made["version"], "posts": posts}).json()
    assert [v["id"] for v in changed["posts"][0]["villages"]] == [first, second]
    with township_context(township.realm):
        kept = Membership.objects.get(user_id=made["id"], village_id=first)
        assert kept.history.all().count() == 1


def test_the_same_change_twice_leaves_one_trace(api: Api) -> None:
    made = api("post", "/users", {**NEW, "posts": [{"role": "township_officer"}]}).json()
    change = {"name": "新名", "is_active": False, "posts": [{"role": "township_officer"}]}
    once = api("patch", f"/users/{made['id']}", {"version": made["version"], **change}).json()
    twice = api("patch", f"/users/{made['id']}", {"version": once["version"], **change}).json()
    assert once == twice


def test_a_change_of_an_outdated_version_is_refused(api: Api) -> None:
    made = api("post", "/users", {**NEW, "posts": [{"role": "township_officer"}]}).json()
    answer = api("patch", f"/users/{made['id']}", {"version": made["version"] + 1, "name": "新名"})
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_a_reset_password_takes_the_place_of_the_old(api: Api, township: Site, make: Make) -> None:
    user = make(township, Role.TOWNSHIP_OFFICER)
    assert api("post", f"/users/{user.pk}/password", {"password": "another good one"}).status_code == 204
    with township_context(township.realm):
        user.refresh_from_db()
    assert check_password("another good one", user.password)
    assert not check_password(PASSWORD, user.password)


@pytest.mark.parametrize("change", [{"is_active": False}, {"posts": [{"role": "township_officer"}]}, {"posts": []}])
def test_nobody_changes_its_own_role_or_locks_itself_out(api: Api, township: Site, change: dict[str, Any]) -> None:
    with township_context(township.realm):
        me = User.objects.get(username="township_admin")
    answer = api("patch", f"/users/{me.pk}", {"version": me.version, **change})
    assert (answer.status_code, answer.json()["code"]) == (409, "own_account")


def test_passwords_are_kept_as_argon2(county: Site, make: Make, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    user = make(county, Role.LEADER)
    assert user.password.startswith("argon2$argon2id$")
    assert check_password(PASSWORD, user.password)


def test_every_member_may_pick_from_the_departments_in_use(api: Api, department: Organisation) -> None:
    with county_context():
        ended = Organisation(name="已撤局", short_name="撤", kind="department", ended_on=timezone.localdate())
        ended.record(actor=SYSTEM, reason="导入")
    names = [o["name"] for o in api("get", "/organisations").json()]
    assert department.name in names
    assert "已撤局" not in names


def test_the_first_administrator_is_made_by_the_system(county: Site) -> None:
    with county_context():
        user = services.create_user(
            realm=county.realm, username="first", name="演示管理员", password=PASSWORD, actor=SYSTEM
        )
    assert user.pk
