"""One's own deadlines in a calendar program, which has no session."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.tests.conftest import Api, log_in
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks, feeds, seeding
from zhunru.workdays.models import Clock, Feed
from zhunru.workdays.tests.conftest import Site

Make = Callable[..., User]
Visit = Callable[[Site], Client]


@pytest.fixture
def clerk(county: Site, department: Organisation, make: Make) -> User:
    """A department's clerk with two running clocks."""
    user = make(county, Role.DEPARTMENT_CLERK, organisation=department)
    with county_context():
        seeding.seed()
        for name, limit in (("correction", 10), ("urgent_application", 5)):
            clocks.start(
                department,
                name,
                limit=limit,
                on=date(2026, 11, 16),
                title="演示，事项；名称",
                role=Role.DEPARTMENT_CLERK,
                organisation_id=department.pk,
            )
    return user


@pytest.fixture
def api(county: Site, visitor: Visit, clerk: User) -> Api:
    client = visitor(county)
    log_in(client, clerk)
    return Api(client)


def link(api: Api) -> str:
    answer = api("post", "/clocks/feed")
    assert answer.status_code == 201, answer.content.decode()
    path: str = answer.json()["path"]
    return path


def fetch(path: str, host: str) -> Any:
    """As a calendar program does: no cookie."""
    return Client().get(path, headers={"host": host})


def test_the_link_gives_the_deadlines_without_logging_in(api: Api, county: Site, department: Organisation) -> None:
    answer = fetch(link(api), county.host)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert "no-store" in answer["Cache-Control"]
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        ("紧急事项补办申请到期：演示，事项；名称", date(2026, 11, 23), date(2026, 11, 24)),
        ("补正到期：演示，事项；名称", date(2026, 11, 30), date(2026, 12, 1)),
    ]
    assert [alarm.decoded("trigger") for alarm in events[0].walk("VALARM")] == [timedelta(hours=-15)]


def test_an_event_is_known_again_when_its_date_moves(api: Api, county: Site, department: Organisation) -> None:
    path = link(api)

    def uids() -> list[str]:
        events = icalendar.Calendar.from_ical(fetch(path, county.host).content).walk("VEVENT")
        return [str(event["uid"]) for event in events]

    before = uids()
    with county_context():
        clocks.pause(department, "suspension", on=date(2026, 11, 17))
        clocks.resume(department, on=date(2026, 11, 18))
        clocks.recompute()
        assert {uid.split("@")[0] for uid in before} == {
            f"clock-{pk}" for pk in Clock.objects.values_list("pk", flat=True)
        }
    assert sorted(uids()) == sorted(before)


def test_no_person_is_in_the_feed(api: Api, county: Site, clerk: User) -> None:
    content = fetch(link(api), county.host).content.decode().replace("\r\n ", "")
    assert clerk.name not in content
    assert clerk.username not in content


def test_what_is_met_or_paused_leaves_the_feed(api: Api, county: Site, department: Organisation) -> None:
    path = link(api)
    with county_context():
        clocks.stop_all(department, on=date(2026, 11, 18))
    answer = fetch(path, county.host)
    assert icalendar.Calendar.from_ical(answer.content).walk("VEVENT") == []


def test_a_new_link_revokes_the_old_one(api: Api, county: Site) -> None:
    old, new = link(api), link(api)
    assert [fetch(path, county.host).status_code for path in (old, new)] == [404, 200]
    with county_context():
        assert Feed.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "x.y", "WzEsMV0", "%00", "a:b:c"])
def test_a_token_that_nobody_signed_is_not_found(token: str, api: Api, county: Site) -> None:
    answer = fetch(f"/ical/{token}.ics", county.host)
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")


def test_a_token_that_was_signed_for_something_else_is_not_found(api: Api, county: Site) -> None:
    for token in (signing.dumps([1, 1, "x"]), signing.dumps("xy", salt=feeds.SALT), signing.dumps(7, salt=feeds.SALT)):
        assert fetch(f"/ical/{token}.ics", county.host).status_code == 404


def test_a_signed_token_with_another_key_is_not_found(api: Api, county: Site, clerk: User) -> None:
    link(api)
    with county_context():
        post = Membership.objects.get(user=clerk)
    forged = signing.dumps([clerk.pk, post.pk, "another"], salt=feeds.SALT)
    assert fetch(f"/ical/{forged}.ics", county.host).status_code == 404


def test_the_link_ends_with_the_post_and_with_the_account(api: Api, county: Site, clerk: User) -> None:
    path = link(api)
    with county_context():
        clerk.refresh_from_db()
        clerk.is_active = False
        clerk.record(actor=SYSTEM, reason="停用")
    assert fetch(path, county.host).status_code == 404
    with county_context():
        clerk.is_active = True
        clerk.record(actor=SYSTEM, reason="启用")
        post = Membership.objects.get(user=clerk)
    assert fetch(path, county.host).status_code == 200
    with county_context():
        post.to_on = timezone.localdate()
        post.record(actor=SYSTEM, reason="离任")
    assert fetch(path, county.host).status_code == 404


def test_the_link_shows_the_role_in_which_it_was_made(county: Site, clerk: User, api: Api, visitor: Visit) -> None:
    path = link(api)
    with county_context():
        Membership(user=clerk, realm=clerk.realm, role=Role.SOCIAL_WORK_CLERK, from_on=date(2020, 1, 1)).record(
            actor=SYSTEM, reason="兼任"
        )
    assert api("post", "/me/role", {"role": "social_work_clerk"}).status_code == 200
    other = link(api)
    assert fetch(path, county.host).status_code == 404
    assert icalendar.Calendar.from_ical(fetch(other, county.host).content).walk("VEVENT") == []


def test_only_reading_is_possible_and_only_on_the_county_s_host(api: Api, county: Site, townships: list[Any]) -> None:
    path = link(api)
    assert Client().post(path, headers={"host": county.host}).status_code == 405
    elsewhere = fetch(path, townships[0].domains.all()[0].domain)
    assert "text/calendar" not in elsewhere["Content-Type"]


def test_without_logging_in_nobody_makes_a_link(county: Site, visitor: Visit) -> None:
    stranger = visitor(county)
    assert stranger.get("/api/clocks/mine").status_code == 401
    assert stranger.post("/api/clocks/feed").status_code in (401, 403)
