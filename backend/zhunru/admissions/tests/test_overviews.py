"""What awaits a meeting, and what ends or is due for review on which day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunru.admissions import overviews, schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.services import meetings
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, admitted, referred, the, withdrawing
from zhunru.configuration.choices import Body
from zhunru.core.errors import NotAllowedError
from zhunru.tenancy.context import county_context
from zhunru.workdays.seeding import seed


def test_a_meeting_finds_what_waits_for_its_body_with_the_recommendation(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages(0))
        (found,) = overviews.waiting_for(Body.COMMITTEE, stage.actor("clerk"))
        assert (found.id, found.title, found.deciding, found.meeting_id) == (
            application.pk,
            application.title,
            True,
            None,
        )
        assert overviews.waiting_for(Body.LEADER, stage.actor("clerk")) == []


def test_what_stands_on_an_agenda_says_on_which(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages(0))
        data = schemas.MeetingIn(body=Body.COMMITTEE, held_on=timezone.localdate(), applications=[application.pk])
        meeting = meetings.plan(actor=stage.actor("clerk"), data=data)
        (found,) = overviews.waiting_for(Body.COMMITTEE, stage.actor("recorder"))
    assert found.meeting_id == meeting.pk


@pytest.mark.parametrize("name", ["leader", "auditor", "seal", "water-head", "admin"])
def test_only_who_may_convene_a_meeting_is_told_what_awaits_it(stage: Stage, name: str) -> None:
    with county_context(), pytest.raises(NotAllowedError):
        overviews.waiting_for(Body.COMMITTEE, stage.actor(name))


def test_each_day_tells_what_ends_and_what_is_due_for_review(stage: Stage) -> None:
    today = timezone.localdate()
    ends_on = today + timedelta(days=90)
    with county_context():
        temporary = admitted(stage, stage.villages(0), category="temporary", ends_on=ends_on, starts_on=today)
        review_on = the(Matter.objects.get(pk=temporary.pk).review_on)
        found = overviews.expiries(stage.actor("head"), today, today + timedelta(days=399))
    assert {(day.on, day.kind, day.count) for day in found} == {(ends_on, "ends", 1), (review_on, "review", 1)}
    assert [day.on for day in found] == sorted(day.on for day in found)
    assert [item.code for item in found[0].items] == [temporary.code]


def test_the_villages_term_to_object_stands_in_the_calendar(stage: Stage) -> None:
    """Rule A-25."""
    with county_context():
        seed()
        matter = withdrawing(stage, admitted(stage, stage.villages(0)))
        today = timezone.localdate()
        found = overviews.expiries(stage.actor("water-head"), today, today + timedelta(days=30))
    assert [(day.kind, day.on) for day in found] == [("objections", matter.objections_until)]


def test_a_department_sees_the_days_of_its_own_matters_only(stage: Stage) -> None:
    with county_context():
        admitted(stage, stage.villages(0), ends_on="2026-12-31")
        assert overviews.expiries(stage.actor("farming-head"), date(2026, 1, 1), date(2026, 12, 31)) == []


def test_of_many_on_one_day_the_number_is_told_and_the_first_are_named(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overviews, "SHOWN", 1)
    day = timezone.localdate() + timedelta(days=60)
    with county_context():
        first = admitted(stage, stage.villages(0), ends_on=day)
        admitted(stage, stage.villages(1), title="秋冬防火巡查", ends_on=day)
        (ends,) = overviews.expiries(stage.actor("head"), day, day)
    assert (ends.count, [item.id for item in ends.items]) == (2, [first.pk])


@pytest.mark.parametrize(
    ("span", "field"), [("from_on=2026-02-01&to_on=2026-01-01", "to_on"), ("from_on=x&to_on=2026-01-01", "from_on")]
)
def test_a_span_that_is_none_is_refused_at_its_field(stage: Stage, span: str, field: str) -> None:
    answer = Desk(stage.actor("head")).ask("GET", f"/expiries?{span}")
    assert answer.status_code == 422
    assert field in answer.content.decode() or "截止日" in answer.content.decode()


def test_the_routes_answer_with_the_same(stage: Stage) -> None:
    with county_context():
        referred(stage, stage.villages(0))
    desk = Desk(stage.actor("recorder"))
    assert [one["title"] for one in desk.get("/meetings/waiting?body=committee")] == ["春灌节水入户宣传"]
    assert desk.get("/expiries?from_on=2026-01-01&to_on=2026-12-31") == []
    assert desk.ask("GET", "/meetings/waiting?body=nobody").status_code == 422
