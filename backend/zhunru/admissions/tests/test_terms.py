"""What the clocks bring about, and what they go by: the counter, the calendar, the parameters, other kinds of request.

As in `test_clocks`, 2 March 2026 is a Monday, and people simply work from Monday to Friday.
"""

from datetime import date

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Application
from zhunru.admissions.tests.fixtures import MONDAY, At
from zhunru.admissions.tests.kinds import agreed, request
from zhunru.admissions.tests.nights import due, night, pauses, return_it, running, swept, take
from zhunru.admissions.tests.stage import (
    Stage,
    accepted,
    admitted,
    all_answer,
    filed,
)
from zhunru.admissions.workflow import MATTERS
from zhunru.configuration import queries as configuration
from zhunru.configuration.models import Configuration
from zhunru.configuration.services import add_version
from zhunru.core.errors import DomainError
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks, outputs, seeding, services
from zhunru.workdays.schemas import DayIn

S = Application.Status


# --- the counter ---


@pytest.mark.usefixtures("calendar")
def test_no_notice_within_five_working_days_is_acceptance(stage: Stage, at: At) -> None:
    """A-03: not on the fifth working day, but on the morning after; those concerned are asked at once."""
    with county_context():
        application = filed(stage, stage.villages())
        night(at, "2026-03-09 23:00")
        assert Application.objects.get().status == S.SUBMITTED
        assert night(at, "2026-03-10")["applications deemed accepted"] == 1
        application.refresh_from_db()
        assert application.status == S.ACCEPTED
        assert application.opinions.exists()
        assert Notice.objects.filter(title__contains="征求意见", realm__startswith="t_").exists()
        heard = Notice.objects.filter(text="逾期未答复，视为受理").values_list("organisation", flat=True)
        assert set(heard) == {stage.departments["water"].pk, stage.office.pk}
        assert swept().get("applications deemed accepted") is None


@pytest.mark.usefixtures("calendar")
def test_what_is_not_mended_in_ten_working_days_counts_as_withdrawn(stage: Stage, at: At) -> None:
    """A-04: told to the department and the office, once."""
    with county_context():
        application = return_it(stage, filed(stage, stage.villages()))
        assert due(application, "correction") == "2026-03-16"
        night(at, "2026-03-16")
        assert Application.objects.get().status == S.RETURNED
        assert night(at, "2026-03-17")["applications not corrected"] == 1
        application.refresh_from_db()
        assert (application.status, running(application)) == (S.LAPSED, {})
        told = Notice.objects.filter(text="逾期未补正，视为撤回")
        assert {one.organisation_id for one in told} == {stage.departments["water"].pk, stage.office.pk}
        assert swept().get("applications not corrected") is None
        assert told.count() == 2


# --- what the clocks go by ---


@pytest.mark.usefixtures("calendar")
def test_a_changed_calendar_moves_every_term_that_runs(stage: Stage, at: At) -> None:
    """A-06: clocks, opinions awaited and the villages' term to object; what is over stays as it was."""
    with county_context():
        matter = admitted(stage, stage.villages(0), title="秋收安全提醒")
        order = schemas.WithdrawalOrder(reasons="任务已完成")
        MATTERS.take("order_withdrawal", matter, actor=stage.actor("head"), data=order)
        answered = accepted(stage, stage.villages(1), title="冬季取暖登记")
        all_answer(answered)
        application = accepted(stage, stage.villages(0))
        services.set_days(
            2026, [DayIn(date=date(2026, 3, 5), working=False, name="望果节")], actor=stage.actor("admin")
        )
        assert due(application, "first_review") == "2026-03-06"
        assert due(application, "total") == "2026-03-24"
        assert {str(one.due_on) for one in application.opinions.all()} == {"2026-03-10"}
        assert {str(one.due_on) for one in answered.opinions.all()} == {"2026-03-09"}
        matter.refresh_from_db()
        assert str(matter.objections_until) == "2026-03-10"
        assert {str(one.due_on) for one in matter.opinions.all()} == {"2026-03-10"}
        night(at, "2026-03-10")
        assert not application.opinions.filter(answered_at__isnull=False).exists()


@pytest.mark.usefixtures("calendar")
def test_parameters_that_change_later_do_not_move_a_running_case(stage: Stage, at: At) -> None:
    """A-05: each case keeps what it was filed under; the next one goes by the new ones."""
    with county_context():
        old = filed(stage, stage.villages(0))
        held = configuration.current()
        shorter = {"deemed_accepted_days": 3, "correction_days": 5, "first_review_days": 1, "total_days": 10}
        changed = held.values.model_copy(update=shorter)
        add_version(changed, based_on=held.number, note="缩短时限", actor=stage.actor("admin"))
        new = filed(stage, stage.villages(1), title="秋收安全提醒")
        assert (running(old)["total"][0], running(old)["deemed_accepted"][0]) == (15, 5)
        assert (running(new)["total"][0], running(new)["deemed_accepted"][0]) == (10, 3)
        night(at, "2026-03-06")
        assert reread(old).status == S.SUBMITTED
        assert reread(new).status == S.ACCEPTED
        old = take(stage, "accept", old, "clerk")
        assert running(old)["first_review"][0] == 3
        assert Configuration.objects.count() == 2


def reread(application: Application) -> Application:
    found: Application = Application.objects.get(pk=application.pk)
    return found


def test_a_year_that_is_not_entered_warns_and_is_never_guessed(stage: Stage, at: At) -> None:
    """A-06: a case runs from December 2026 into 2027; with the year entered every term is there."""
    with county_context():
        seeding.seed()
        at("2026-12-28 09:00")
        application = accepted(stage, stage.villages())
        assert running(application)["first_review"] == (3, "2026-12-31", 3)
        assert running(application)["total"] == (15, None, None)
        assert {one.due_on for one in application.opinions.all()} == {None}
        shown = {clock.name: clock.warning for clock in outputs.of(application, date(2026, 12, 28))}
        assert shown["total"] == "到期日无法计算：2027年工作日历尚未录入，请联系县系统管理员"
        assert shown["first_review"] is None
        night(at, "2027-02-15")
        assert reread(application).status == S.ACCEPTED
        assert not application.opinions.filter(answered_at__isnull=False).exists()
        warned = Notice.objects.filter(page="calendar")
        assert {one.title for one in warned} == {"2027年工作日历尚未录入，请联系县系统管理员"}
        enter_2027(stage)
        assert due(application, "total") == "2027-01-19"
        assert {str(one.due_on) for one in application.opinions.all()} == {"2027-01-05"}
        assert night(at, "2027-02-16")["consultations over"] == 1


def enter_2027(stage: Stage) -> None:
    admin = stage.actor("admin")
    services.set_days(2027, [DayIn(date=date(2027, 1, 1), working=False, name="元旦")], actor=admin)
    services.enter_year(2027, source="县里录入", note="", confirmed=False, actor=admin)


def test_a_missing_calendar_is_warned_of_once_a_month_from_november_on(stage: Stage, at: At) -> None:
    """A-06: loudly, but not every night."""
    with county_context():
        seeding.seed()
        for morning, times in (("2026-10-30", 0), ("2026-11-03", 1), ("2026-11-20", 1), ("2026-12-01", 2)):
            night(at, morning)
            assert Notice.objects.filter(page="calendar").count() == times, morning


# --- other kinds ---


@pytest.mark.usefixtures("calendar")
def test_the_seal_on_a_withdrawal_waits_for_the_villages_term_and_so_does_the_total(stage: Stage, at: At) -> None:
    """A-25, A-06"""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        application = agreed(stage, request(stage, "withdraw", matter))
        assert running(application) == {"total": (15, None, 15), "issue": (2, None, 2)}
        assert pauses(application)[-1] == ("consultation", "2026-03-02", None)
        night(at, "2026-03-10")
        assert pauses(application)[-1] == ("consultation", "2026-03-02", "2026-03-10")
        assert running(application)["issue"] == (2, "2026-03-11", 1)
        assert {clock.name: str(clock.due_on) for clock in clocks.running(matter)}["objection"] == "2026-03-09"


@pytest.mark.usefixtures("calendar")
def test_reminders_come_before_and_after_to_whoever_must_act_and_once(stage: Stage, at: At) -> None:
    """A-07"""
    with county_context():
        application = return_it(stage, filed(stage, stage.villages()))
        for morning in ("2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-16"):
            night(at, morning)
            swept()
        told = Notice.objects.filter(effect="due", organisation=stage.departments["water"]).order_by("id")
        assert [one.title.partition("”")[2] for one in told] == [
            "补正：还有 3 个工作日到期（2026-03-16）",
            "补正：还有 1 个工作日到期（2026-03-16）",
        ]
        assert {(one.page, one.object_id) for one in told} == {("applications", application.pk)}


@pytest.mark.usefixtures("calendar")
def test_a_request_about_a_matter_that_has_left_meanwhile_is_ended(stage: Stage, at: At) -> None:
    """A-22, clause 2.1d: its term ran out while the extension lay on a desk."""
    with county_context():
        matter = admitted(stage, stage.villages(0), category="temporary", ends_on="2026-03-20")
        wish = request(stage, "extend", matter, ends_on="2026-06-30")
        application = take(stage, "submit", wish, "water-head")
        draft = request(stage, "extend", matter, ends_on="2026-05-31")
        done = night(at, "2026-03-21")
        assert (done["matters expired"], done["requests ended with their matter"]) == (1, 1)
        assert reread(application).status == S.LAPSED
        assert reread(draft).status == S.DRAFT
        with pytest.raises(DomainError) as refused:
            take(stage, "submit", draft, "water-head")
        assert refused.value.code == "not_in_force"


def test_an_adjustment_is_no_extension(stage: Stage, at: At) -> None:
    """A-22: nobody lengthens a term, or does away with its end, by adjusting the matter."""
    with county_context():
        at(MONDAY)
        matter = admitted(stage, stage.villages(0), category="temporary", ends_on="2026-06-30")
        wish = request(stage, "adjust", matter, category="regular", ends_on=None)
        assert refusal(stage, wish) == "other_category"
        for ends_on, code in (("2026-07-01", "adjusted_longer"), (None, "no_end"), ("2026-05-31", None)):
            wish = request(stage, "adjust", matter, ends_on=ends_on)
            assert refusal(stage, wish) == code, ends_on


def refusal(stage: Stage, draft: Application) -> str | None:
    try:
        take(stage, "submit", draft, "water-head")
    except DomainError as error:
        return error.code
    return None
