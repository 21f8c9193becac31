"""A session holds on its own host, while it is used, and no longer than a working day."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from zhunru.accounts import services
from zhunru.accounts.models import Session, User
from zhunru.accounts.sessions import SessionStore
from zhunru.accounts.tests.conftest import PASSWORD, Make, Site, log_in, token
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context, township_context

Open = Callable[[Site], Client]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`clock(minutes=5)` lets time pass for sessions."""
    shift = timedelta()

    def now() -> datetime:
        return datetime.now(tz=timezone.get_current_timezone()) + shift

    def pass_by(**passed: float) -> None:
        nonlocal shift
        shift += timedelta(**passed)

    monkeypatch.setattr("zhunru.accounts.sessions.timezone.now", now)
    return pass_by


@pytest.fixture
def client(county: Site, make: Make, visitor: Open) -> Client:
    """A leader's browser, logged in on the county's host."""
    client = visitor(county)
    log_in(client, make(county, Role.LEADER))
    return client


def expiry(client: Client) -> datetime:
    with county_context():
        return Session.objects.get(session_key=client.cookies["sessionid"].value).expire_date


def test_the_cookie_of_one_host_is_no_session_on_another(
    client: Client, townships: list[Site], make: Make, visitor: Open
) -> None:
    make(townships[0], Role.TOWNSHIP_ADMIN)
    for site in townships:
        assert client.get("/api/me", headers={"host": site.host}).status_code == 401
    other = visitor(townships[0])
    other.cookies["sessionid"] = client.cookies["sessionid"].value
    for path in ("/api/me", "/api/users", "/api/organisations"):
        assert other.get(path).status_code == 401


def test_a_session_of_one_township_is_refused_in_the_next(townships: list[Site], make: Make, visitor: Open) -> None:
    client = visitor(townships[0])
    log_in(client, make(townships[0], Role.TOWNSHIP_ADMIN))
    make(townships[1], Role.TOWNSHIP_ADMIN)
    assert client.get("/api/me").status_code == 200
    assert client.get("/api/me", headers={"host": townships[1].host}).status_code == 401
    answer = client.post(
        "/api/users/1/password",
        {"password": PASSWORD},
        content_type="application/json",
        headers={"host": townships[1].host, **token(client)},
    )
    assert answer.status_code == 401


def test_the_database_itself_hides_sessions_of_other_realms(client: Client, township: Site) -> None:
    key = client.cookies["sessionid"].value
    with township_context(township.realm):
        assert not Session.objects.filter(session_key=key).exists()
        assert SessionStore(key, realm=COUNTY).load() == {}


def test_a_key_under_another_realm_is_no_session_even_where_the_row_can_be_seen(client: Client, township: Site) -> None:
    key = client.cookies["sessionid"].value
    with county_context():
        assert SessionStore(key, realm=COUNTY).load()
        assert SessionStore(key, realm=township.realm).load() == {}
        SessionStore(key, realm=township.realm).delete()
        assert Session.objects.filter(session_key=key).exists()


def test_half_an_hour_of_idleness_ends_a_session(client: Client, clock: Callable[..., None]) -> None:
    clock(minutes=29)
    assert client.get("/api/me").status_code == 200
    clock(minutes=29)
    assert client.get("/api/me").status_code == 200
    clock(minutes=31)
    assert client.get("/api/me").status_code == 401


def test_twelve_hours_end_a_session_however_busy(client: Client, clock: Callable[..., None]) -> None:
    for _ in range(12 * 3 - 1):
        clock(minutes=20)
        assert client.get("/api/me").status_code == 200
    clock(minutes=21)
    assert client.get("/api/me").status_code == 401


def test_being_busy_writes_the_session_at_most_once_a_minute(client: Client, clock: Callable[..., None]) -> None:
    first = expiry(client)
    clock(seconds=30)
    client.get("/api/me")
    assert expiry(client) == first
    clock(seconds=40)
    client.get("/api/me")
    assert expiry(client) > first


def test_a_session_that_was_ended_is_not_brought_back_by_a_request_under_way(client: Client, county: Site) -> None:
    key = client.cookies["sessionid"].value
    with county_context():
        store = SessionStore(key, realm=county.realm)
        store.load()
        Session.objects.filter(session_key=key).delete()
        store.expires_at = timezone.now()
        store.touch()
        assert not Session.objects.filter(session_key=key).exists()


def test_a_new_password_ends_every_other_log_in(county: Site, make: Make, visitor: Open) -> None:
    user = make(county, Role.LEADER)
    here, there = visitor(county), visitor(county)
    log_in(here, user)
    log_in(there, user)
    data = {"current": PASSWORD, "new": "an even longer one", "again": "an even longer one"}
    data["csrfmiddlewaretoken"] = here.cookies["csrftoken"].value
    assert here.post("/password", data).status_code == 200
    assert here.get("/api/me").status_code == 200
    assert there.get("/api/me").status_code == 401
    log_in(visitor(county), user, "an even longer one")


def test_a_reset_password_ends_the_log_in_under_the_old_one(client: Client) -> None:
    with county_context():
        services.reset_password(User.objects.get(username="leader"), "an even longer one", actor=SYSTEM)
    assert client.get("/api/me").status_code == 401


def test_log_in_clears_away_what_has_run_out(
    county: Site, make: Make, visitor: Open, clock: Callable[..., None]
) -> None:
    user = make(county, Role.LEADER)
    log_in(visitor(county), user)
    clock(hours=1)
    log_in(visitor(county), user)
    with county_context():
        assert Session.objects.count() == 1
