"""The log-in page: who gets in, what it says to those who do not."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from zhunru.accounts.models import Session
from zhunru.accounts.tests.conftest import PASSWORD, Make, Site, log_in
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context

Open = Callable[[Site], Client]


def attempt(client: Client, username: str, password: str = PASSWORD, **more: str) -> HttpResponse:
    client.get("/login")
    token = client.cookies["csrftoken"].value
    data = {"username": username, "password": password, "csrfmiddlewaretoken": token, **more}
    return client.post("/login", data)  # type: ignore[return-value]


def test_the_page_says_whose_entrance_it_is(county: Site, township: Site, visitor: Open) -> None:
    assert county.name in visitor(county).get("/login").content.decode()
    assert township.name in visitor(township).get("/login").content.decode()


def test_a_good_password_opens_the_home_page_and_the_api(county: Site, make: Make, visitor: Open) -> None:
    client, user = visitor(county), make(county, Role.LEADER)
    answer = attempt(client, user.username)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/api/me").json()["username"] == user.username


def test_the_name_is_taken_in_any_case_and_stays_after_a_mistake(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    answer = attempt(visitor(county), user.username, "wrong")
    assert answer.status_code == 422
    assert f'value="{user.username}"' in answer.content.decode()
    assert "登录名或密码不正确" in answer.content.decode()
    assert attempt(visitor(county), user.username.upper()).status_code == 302


def test_a_wrong_password_and_an_unknown_name_are_told_alike(county: Site, make: Make, visitor: Open) -> None:
    make(county, Role.LEADER)
    known = attempt(visitor(county), "leader", "wrong").content.decode()
    unknown = attempt(visitor(county), "nobody", "wrong").content.decode()
    assert known.count("登录名或密码不正确") == unknown.count("登录名或密码不正确") == 1


def test_an_unknown_name_costs_a_hash_like_a_known_one(
    county: Site, visitor: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr("zhunru.accounts.auth.make_password", hashed.append)
    attempt(visitor(county), "nobody", "wrong")
    assert hashed == ["wrong"]


def test_the_same_name_on_another_host_is_nobody(townships: list[Site], make: Make, visitor: Open) -> None:
    user = make(townships[0], Role.TOWNSHIP_OFFICER)
    assert attempt(visitor(townships[1]), user.username).status_code == 422


def test_a_deactivated_account_does_not_get_in(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    with county_context():
        user.is_active = False
        user.record(actor=SYSTEM, reason="停用")
    assert attempt(visitor(county), user.username).status_code == 422


def test_an_account_whose_roles_have_ended_is_told_so(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER, to_on=timezone.localdate())
    assert "没有有效的角色" in attempt(visitor(county), user.username).content.decode()


@pytest.mark.parametrize("name", ["a\x00b", "x" * 51, "\ud800", "", "县领导", "' OR 1=1 --", "x" * 100_000])
def test_strange_names_get_an_answer_and_no_error(county: Site, visitor: Open, name: str) -> None:
    client = visitor(county)
    client.get("/login")
    raw = name.encode("utf-8", "surrogatepass")
    token = client.cookies["csrftoken"].value.encode()
    body = b"csrfmiddlewaretoken=" + token + b"&password=wrong-password&username=" + raw
    answer = client.post("/login", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422


@pytest.mark.parametrize("password", ["a\x00b", "x" * 129, "", " "])
def test_strange_passwords_get_an_answer_and_no_error(county: Site, visitor: Open, password: str) -> None:
    assert attempt(visitor(county), "leader", password).status_code == 422


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\x00b"]
)
def test_afterwards_nobody_is_led_to_another_host(county: Site, make: Make, visitor: Open, wanted: str) -> None:
    user = make(county, Role.LEADER)
    assert attempt(visitor(county), user.username, next=wanted)["Location"] == "/"


def test_afterwards_one_comes_where_one_wanted(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    assert attempt(visitor(county), user.username, next="/matters/7?x=1")["Location"] == "/matters/7?x=1"


def test_ten_mistakes_close_the_name_for_a_while_and_say_how_long(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    client = visitor(county)
    answers = [attempt(client, user.username, "wrong") for _ in range(10)]
    assert [a.status_code for a in answers] == [422] * 9 + [429]
    refused = attempt(client, user.username)
    opens = timezone.localtime(timezone.now() + timedelta(minutes=16))
    assert refused.status_code == 429
    assert f"请于 {opens:%H}:" in refused.content.decode()


def test_mistakes_on_one_host_do_not_close_the_name_on_another(
    townships: list[Site], make: Make, visitor: Open
) -> None:
    first, second = (make(site, Role.TOWNSHIP_OFFICER) for site in townships)
    for _ in range(10):
        attempt(visitor(townships[0]), first.username, "wrong")
    assert attempt(visitor(townships[0]), first.username).status_code == 429
    assert attempt(visitor(townships[1]), second.username).status_code == 302


def test_log_in_needs_the_csrf_token(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    answer = visitor(county).post("/login", {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 403


def test_a_key_planted_before_log_in_does_not_become_the_session(county: Site, make: Make, visitor: Open) -> None:
    client, user = visitor(county), make(county, Role.LEADER)
    client.cookies["sessionid"] = "planted0planted0planted0planted0"
    log_in(client, user)
    assert client.cookies["sessionid"].value != "planted0planted0planted0planted0"


def test_the_session_cookie_belongs_to_the_host_alone(county: Site, make: Make, visitor: Open) -> None:
    client = visitor(county)
    log_in(client, make(county, Role.LEADER))
    cookie = client.cookies["sessionid"]
    assert (cookie["domain"], cookie["httponly"], cookie["samesite"]) == ("", True, "Lax")


def test_log_out_ends_the_session_and_needs_a_post(county: Site, make: Make, visitor: Open) -> None:
    client = visitor(county)
    log_in(client, make(county, Role.LEADER))
    key = client.cookies["sessionid"].value
    assert client.get("/logout").status_code == 405
    assert client.post("/logout").status_code == 403
    answer = client.post("/logout", {"csrfmiddlewaretoken": client.cookies["csrftoken"].value})
    assert answer["Location"] == "/login"
    with county_context():
        assert not Session.objects.filter(session_key=key).exists()
    assert client.get("/api/me").status_code == 401


def test_who_is_logged_in_is_led_on_from_the_log_in_page(county: Site, make: Make, visitor: Open) -> None:
    client = visitor(county)
    log_in(client, make(county, Role.LEADER))
    assert client.get("/login?next=/board")["Location"] == "/board"


def test_a_demonstration_lists_its_log_ins_and_only_a_demonstration(
    county: Site, make: Make, visitor: Open, settings: Settings
) -> None:
    user = make(county, Role.LEADER)
    settings.DEMO = False
    assert user.name not in visitor(county).get("/login").content.decode()
    settings.DEMO = True
    assert user.name in visitor(county).get("/login").content.decode()


def test_the_page_speaks_english_once_asked(county: Site, visitor: Open) -> None:
    client = visitor(county)
    client.get("/login")
    token = client.cookies["csrftoken"].value
    answer = client.post("/language", {"language": "en", "next": "/login", "csrfmiddlewaretoken": token})
    assert answer["Location"] == "/login"
    assert '<html lang="en">' in client.get("/login").content.decode()
