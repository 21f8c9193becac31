"""Clocks of an application: limit and days left at each of its stations, pauses, a changed calendar, a missing year.

The month is March 2026, when people simply work from Monday to Friday: 2 March is a Monday.
"""

from datetime import date

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.deadlines import STAGES
from zhunru.admissions.models import Application, Opinion
from zhunru.admissions.services import consulting
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.nights import night, pauses, return_it, running, swept, take
from zhunru.admissions.tests.stage import (
    Stage,
    admitted,
    all_answer,
    endorsed,
    filed,
    findings,
    first_reviewed,
    referred,
    resolution,
    the,
)
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.configuration import queries as configuration
from zhunru.configuration.services import add_version
from zhunru.core.errors import DomainError
from zhunru.tenancy.context import county_context
from zhunru.workdays import outputs

S = Application.Status


# --- limit and days left at each station ---


@pytest.mark.usefixtures("calendar")
def test_each_station_has_its_limit_and_its_days_left(stage: Stage, at: At) -> None:
    """A-03, A-04, A-06, A-07: the whole way to the paper, with what runs at each of its stations."""
    with county_context():
        application = filed(stage, stage.villages())
        total = {"total": (15, "2026-03-23", 15)}
        assert running(application) == total | {
            "form_check": (2, "2026-03-04", 2),
            "deemed_accepted": (5, "2026-03-09", 5),
        }
        at("2026-03-04 17:00")
        application = take(stage, "accept", application, "clerk")
        total = {"total": (15, "2026-03-23", 13)}
        asked = {"consultation": (5, "2026-03-11", 5)}
        assert running(application) == total | asked | {"first_review": (3, "2026-03-09", 3)}
        at("2026-03-06 17:00")
        opinion = schemas.FirstReviewIn(opinion="材料齐全。")
        application = take(stage, "first_review", application, "clerk", opinion)
        asked = {"consultation": (5, "2026-03-11", 3)}
        assert running(application) == {"total": (15, "2026-03-23", 11)} | asked | {
            "second_review": (4, "2026-03-17", 7)  # begins when the consultation is over
        }
        at("2026-03-12 10:00")
        all_answer(application)
        application = take(stage, "review", application, "clerk", findings())
        assert running(application) == {"total": (15, "2026-03-23", 7), "referral": (4, "2026-03-18", 4)}
        application = take(stage, "refer", application, "head")
        assert running(application) == {"total": (15, "2026-03-23", 7), "leader": (2, "2026-03-16", 2)}
        at("2026-03-16 10:00")
        application = take(stage, "endorse", application, "recorder", endorsed())
        assert running(application) == {"total": (15, None, 6)}
        at("2026-03-30 10:00")
        application = take(stage, "approve", application, "recorder", resolution())
        assert running(application) == {"total": (15, "2026-04-07", 5), "issue": (2, "2026-04-01", 2)}
        assert pauses(application) == [("committee", "2026-03-16", "2026-03-30")]
        application = take(stage, "issue", application, "seal")
        assert running(application) == {}
        late = [clock.name for clock in outputs.of(application, date(2026, 3, 30)) if clock.overdue]
        assert late == ["consultation"]


@pytest.mark.usefixtures("calendar")
def test_a_temporary_matter_waits_for_the_joint_meeting_with_a_limit(stage: Stage) -> None:
    """A-06, A-07"""
    with county_context():
        application = referred(stage, stage.villages(), category="temporary", ends_on="2026-06-30")
        assert application.status == S.AT_JOINT_MEETING
        assert running(application) == {"total": (15, "2026-03-23", 15), "joint_meeting": (5, "2026-03-09", 5)}
        assert pauses(application) == []


def test_every_station_that_waits_for_somebody_has_a_clock_or_a_reason_for_none() -> None:
    """A-06: only who waits for the committee, or for the day to which it was put off, has no clock of its own."""
    waiting = {status for step in APPLICATIONS for status in step.source} - {S.DRAFT}
    assert waiting - set(STAGES) == {S.AT_COMMITTEE, S.DEFERRED}


# --- pauses ---


@pytest.mark.usefixtures("calendar")
def test_the_total_stands_still_while_the_applicant_mends(stage: Stage, at: At) -> None:
    """A-04, A-06: the correction's own clock runs on."""
    with county_context():
        application = filed(stage, stage.villages())
        at("2026-03-03 09:00")
        application = return_it(stage, application)
        assert running(application) == {"total": (15, None, 15), "correction": (10, "2026-03-17", 10)}
        at("2026-03-10 09:00")
        assert running(application) == {"total": (15, None, 15), "correction": (10, "2026-03-17", 5)}
        application = take(stage, "submit", application, "water-head")
        assert pauses(application) == [("correction", "2026-03-03", "2026-03-10")]
        assert running(application) == {
            "total": (15, "2026-03-30", 14),
            "form_check": (2, "2026-03-12", 2),
            "deemed_accepted": (5, "2026-03-17", 5),
        }


@pytest.mark.usefixtures("calendar")
def test_a_deferral_rests_as_such_until_it_is_taken_up_again(stage: Stage, at: At) -> None:
    """A-06, A-16"""
    with county_context():
        application = referred(stage, stage.villages())
        wait = schemas.Deferral(**resolution().model_dump(), reasons="待经费落实", resubmit_on=date(2026, 3, 16))
        application = take(stage, "defer", application, "recorder", wait)
        assert running(application) == {"total": (15, None, 15)}
        at("2026-03-16 09:00")
        application = take(stage, "take_up_again", application, "clerk")
        assert [reason for reason, _from, _to in pauses(application)] == ["committee", "suspension"]
        assert running(application) == {"total": (15, "2026-04-03", 14), "second_review": (4, "2026-03-20", 4)}


def without_consent(stage: Stage) -> None:
    """From now on silence is nobody's consent."""
    held = configuration.current()
    values = held.values.model_copy(update={"silence_is_consent": False})
    add_version(values, based_on=held.number, note="沉默不视为无意见", actor=stage.actor("admin"))


@pytest.mark.usefixtures("calendar")
def test_silence_is_no_objection_on_the_day_after_the_term(stage: Stage, at: At) -> None:
    """A-14: where the county has it so; who has spoken is left alone."""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        first = application.opinions.earliest("id")
        application.opinions.filter(pk=first.pk).update(position="support", answered_at=first.asked_at)
        assert night(at, "2026-03-09").get("consultations over") is None
        assert night(at, "2026-03-10")["consultations over"] == 1
        said = set(application.opinions.exclude(pk=first.pk).values_list("position", "silent"))
        assert said == {("no_objection", True)}
        first.refresh_from_db()
        assert (first.position, first.silent) == ("support", False)
        assert "consultation" not in running(application)
        assert swept().get("consultations over") is None


@pytest.mark.usefixtures("calendar")
def test_where_silence_is_no_consent_the_total_stands_still_until_all_have_spoken(stage: Stage, at: At) -> None:
    """A-14, A-06: it was not in the office's hands."""
    with county_context():
        without_consent(stage)
        application = first_reviewed(stage, stage.villages())
        assert night(at, "2026-03-10")["consultations over"] == 1
        assert not application.opinions.filter(answered_at__isnull=False).exists()
        assert pauses(application) == [("consultation", "2026-03-10", None)]
        assert running(application)["total"] == (15, None, 10)
        assert running(application)["consultation"] == (5, "2026-03-09", -1)
        with pytest.raises(DomainError, match="未答复征求意见"):
            take(stage, "review", application, "clerk", findings())
        at("2026-03-18 15:00")
        all_answer(application)
        night(at, "2026-03-19")
        assert pauses(application) == [("consultation", "2026-03-10", "2026-03-19")]
        assert running(application)["total"] == (15, "2026-04-01", 9)


@pytest.mark.usefixtures("calendar")
def test_silence_gives_neither_a_signature_nor_money_nor_leave_to_withdraw(stage: Stage, at: At) -> None:
    """A-14: 不适用于村（社区）的签字确认和经费到账. Only opinions on an admission are ever closed by silence."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        order = schemas.WithdrawalOrder(reasons="任务已完成")
        MATTERS.take("order_withdrawal", matter, actor=stage.actor("head"), data=order)
        night(at, "2026-04-30")
        asked = Opinion.objects.filter(matter=matter, purpose="withdrawal")
        assert set(asked.values_list("answered_at", "silent")) == {(None, False)}
        assert consulting.close(the(matter.application)) == 0
