"""先进后批 over a real holiday: 2026's National Day with its make-up days, the lapse on its day and on no other.

From 28 September on people work on 28, 29 and 30 September, rest from 1 to 7 October, and work on 8, 9 and 10
October, of which the tenth, a Saturday, makes up for the holiday; then Monday to Friday again.
"""

from datetime import date

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.tests.entering import entered, fresh
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import agreed, carried_out, filled_in, request, submitted
from zhunru.admissions.tests.nights import due, night
from zhunru.admissions.tests.stage import Stage, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.errors import DomainError
from zhunru.tenancy.context import county_context

A, M = Application.Status, Matter.Status


# --- terms over the holiday ---


@pytest.mark.clause("2.1e")
def test_five_and_ten_working_days_and_thirty_days_over_the_national_day(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): 10 October, a Saturday, is a make-up day and counts."""
    with county_context():
        matter = entered(stage, at)
        application = the(matter.application)
        assert due(application, "urgent_application") == "2026-10-10"
        assert due(application, "urgent_end") == "2026-10-28"
        facts = the(matter.document).facts
        assert (facts["apply_by_on"], facts["decide_by_on"], facts["ends_on"]) == (
            "2026-10-10",
            "2026-10-23",
            "2026-10-28",
        )
        at("2026-10-09 15:00")
        submitted(stage, filled_in(stage, matter))
        assert due(application, "urgent_decision") == "2026-10-22"


@pytest.mark.clause("2.1e")
def test_over_the_spring_festival_two_saturdays_count_and_nine_days_do_not(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): 14 and 28 February 2026 make up for 15 to 23 February."""
    with county_context():
        matter = entered(stage, at, "2026-02-12 09:00")
        assert due(the(matter.application), "urgent_application") == "2026-02-26"
        at("2026-02-24 09:00")
        submitted(stage, filled_in(stage, matter))
        assert due(the(matter.application), "urgent_decision") == "2026-03-09"


# --- the lapse, to the day ---


@pytest.mark.clause("2.1e")
def test_without_an_application_it_lapses_on_the_eleventh_of_october(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): not a day early, not a day late."""
    with county_context():
        matter = entered(stage, at)
        for morning in ("2026-10-08", "2026-10-10", "2026-10-10 23:59"):
            night(at, morning)
            assert fresh(matter).status == M.PROVISIONAL, morning
        night(at, "2026-10-11")
        matter = fresh(matter)
        application = the(matter.application)
        assert (matter.status, application.status) == (M.LAPSED, A.LAPSED)
        assert the(matter.withdrawal_document).issued_on.isoformat() == "2026-10-11"
        assert matter.withdrawal_reasons == "进入后 5 个工作日内未补报申请（截至 2026-10-10）"
        assert application.submitted_at is None


@pytest.mark.clause("2.1e")
def test_without_a_decision_it_lapses_on_the_day_after_the_tenth_working_day(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): a correction does not stretch the term."""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-10 16:00")
        application = submitted(stage, filled_in(stage, matter))
        at("2026-10-12 09:00")
        mend = schemas.Correction(defects=["请补充完成标准"])
        APPLICATIONS.take("return_for_correction", application, actor=stage.actor("clerk"), data=mend)
        at("2026-10-20 09:00")
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
        assert due(application, "urgent_decision") == "2026-10-23"
        night(at, "2026-10-23")
        assert fresh(matter).status == M.PROVISIONAL
        night(at, "2026-10-24")
        matter = fresh(matter)
        assert (matter.status, the(matter.application).status) == (M.LAPSED, A.LAPSED)
        assert matter.withdrawal_reasons == "申请后 10 个工作日内未作出决定（截至 2026-10-23）"


@pytest.mark.clause("2.1e")
def test_a_decision_in_time_counts_although_its_paper_is_sealed_later(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24)"""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-10 16:00")
        application = agreed(stage, filled_in(stage, matter))
        night(at, "2026-10-26")
        assert fresh(matter).status == M.PROVISIONAL
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        assert fresh(matter).status == M.IN_FORCE


@pytest.mark.clause("2.1e")
def test_thirty_days_after_its_entry_it_is_over_whatever_was_decided(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): the longest term is counted in calendar days."""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-10 16:00")
        agreed(stage, filled_in(stage, matter))
        night(at, "2026-10-28")
        assert fresh(matter).status == M.PROVISIONAL
        night(at, "2026-10-29")
        matter = fresh(matter)
        assert (matter.status, the(matter.application).status) == (M.LAPSED, A.LAPSED)
        assert matter.withdrawal_reasons == "先行进入满 30 天未获批准（截至 2026-10-28）"


@pytest.mark.clause("2.1e")
def test_a_ratified_matter_lasts_thirty_days_from_its_entry_and_expires(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24)"""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-09 16:00")
        carried_out(stage, filled_in(stage, matter))
        assert fresh(matter).ends_on == date(2026, 10, 28)
        night(at, "2026-10-28")
        assert fresh(matter).status == M.IN_FORCE
        night(at, "2026-10-29")
        assert fresh(matter).status == M.EXPIRED


@pytest.mark.clause("2.1e")
def test_it_goes_on_once_and_only_as_a_temporary_matter(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24, A-22): one extension, then it must be temporary."""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-09 16:00")
        carried_out(stage, filled_in(stage, matter))
        matter = fresh(matter)
        as_urgent = request(stage, "extend", matter, ends_on="2026-12-31")
        with pytest.raises(DomainError) as refused:
            submitted(stage, as_urgent)
        assert (refused.value.code, refused.value.field) == ("other_category", "category")
        carried_out(stage, request(stage, "extend", matter, category="temporary", ends_on="2026-12-31"))
        matter = fresh(matter)
        assert (matter.category, str(matter.ends_on), matter.extensions) == ("temporary", "2026-12-31", 1)
        again = request(stage, "extend", matter, ends_on="2027-03-31")
        with pytest.raises(DomainError) as refused:
            submitted(stage, again)
        assert refused.value.code == "extended_before"
        night(at, "2026-10-29")
        assert fresh(matter).status == M.IN_FORCE


@pytest.mark.clause("2.1e")
def test_a_year_that_is_missing_is_not_guessed_but_thirty_days_are_thirty_days(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24, A-06): 2027 is not entered."""
    with county_context():
        matter = entered(stage, at, "2026-12-29 09:00")
        application = the(matter.application)
        assert due(application, "urgent_application") is None
        assert due(application, "urgent_end") == "2027-01-28"
        night(at, "2027-01-28")
        assert fresh(matter).status == M.PROVISIONAL
        night(at, "2027-01-29")
        assert fresh(matter).status == M.LAPSED
