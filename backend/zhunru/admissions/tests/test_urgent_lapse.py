"""What the lapse of an urgent matter leaves behind, and how lapses are counted (clause 2.1e, A-24)."""

from datetime import date

import pytest

from zhunru.admissions import schemas, todo, urgent
from zhunru.admissions.models import Application, Commitment, Delivery, Matter
from zhunru.admissions.tests.entering import ENTERED, entered, fresh, urgent_in
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import carried_out, filled_in, submitted
from zhunru.admissions.tests.nights import department_is_told, night, office_is_told, swept, villages_told
from zhunru.admissions.tests.stage import Stage, the
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding

A, M = Application.Status, Matter.Status


@pytest.mark.clause("2.1e")
def test_every_village_hears_that_it_may_stop_and_every_township_is_served(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): 未获批准，即日起可以停办"""
    with county_context():
        matter = entered(stage, at)
        night(at, "2026-10-11")
        assert villages_told("removed") == dict.fromkeys(matter.scope, 1)
        assert "未获批准，即日起可以停办：汛期堤段巡查" in department_is_told(stage)[-2]
        served = matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW)
        assert sorted(code for one in served for code in one.village_codes) == sorted(matter.scope)
        first = Document.objects.get(kind="provisional")
        assert (first.status, the(first.ended_by).kind) == (Document.Status.LAPSED, "lapse")


def test_the_department_owes_a_report_until_it_is_given(stage: Stage, at: At) -> None:
    """A-24: the department gets an overdue item; A-25: it can be done away with."""
    with county_context():
        matter = entered(stage, at)
        night(at, "2026-10-11")
        head = stage.actor("water-head")
        assert "report" in {group.code for group in todo.for_actor(head)}
        report = schemas.CompletionIn(completion_report="巡查三轮", settlement="误工补助已付", closures="无")
        MATTERS.take("report_completion", fresh(matter), actor=head, data=report)
        assert "report" not in {group.code for group in todo.for_actor(head)}
        assert fresh(matter).status == M.LAPSED


def test_costs_incurred_stay_payable_and_promises_to_come_end(stage: Stage, at: At) -> None:
    """A-24: 已经发生的费用仍须支付; of a ratified matter that is over, what was due before stays."""
    with county_context():
        matter = entered(stage, at)
        at("2026-10-09 16:00")
        draft = filled_in(stage, matter)
        draft.funding_due = [{"on": "2026-10-20", "amount": "1600.00"}, {"on": "2026-11-20", "amount": "2000.00"}]
        draft.record(actor=stage.actor("water-clerk"), reason="分期")
        carried_out(stage, draft)
        night(at, "2026-10-29")
        promised = Commitment.objects.filter(matter=matter, kind="funds")
        assert set(promised.filter(ended_on=None).values_list("due_on", flat=True)) == {date(2026, 10, 20)}
        assert {str(one.ended_on) for one in promised.filter(due_on__gt="2026-10-29")} == {"2026-10-29"}
        assert fresh(matter).status == M.EXPIRED


def test_a_lapse_is_told_once_however_often_the_night_is_begun(stage: Stage, at: At) -> None:
    """A-24: what is done is not done again."""
    with county_context():
        matter = entered(stage, at)
        night(at, "2026-10-11")
        before = (Document.objects.count(), matter.deliveries.count(), villages_told("removed"))
        assert swept() == {}
        assert night(at, "2026-10-12 06:00").keys() <= {"papers served", "reminders of terms"}
        assert (Document.objects.count(), matter.deliveries.count(), villages_told("removed")) == before


def test_repeated_lapses_are_counted_and_an_interview_is_proposed_once_a_year(stage: Stage, at: At) -> None:
    """A-24: at two lapses of one department in one year the office hears of it."""
    with county_context():
        seeding.seed()
        at(ENTERED)
        clerk = stage.actor("water-clerk")
        for title in ("堤段巡查", "道路抢通"):
            urgent.register(actor=clerk, data=urgent_in(stage, hours=1, title=title))
        urgent.register(actor=stage.actor("farming-clerk"), data=urgent_in(stage, hours=1, title="疫病排查"))
        night(at, "2026-10-11")
        at("2026-10-12 09:00")
        urgent.register(actor=clerk, data=urgent_in(stage, hours=1, title="水毁统计"))
        night(at, "2026-10-21")
        proposed = [title for title in office_is_told(stage) if "约谈" in title]
        assert proposed == ["建议约谈县水务局：2026 年有 2 项紧急事项逾期失效"]


def test_what_was_rejected_in_time_is_no_neglect(stage: Stage, at: At) -> None:
    """A-24: only lapses by time count."""
    with county_context():
        for title in ("堤段巡查", "道路抢通"):
            at(ENTERED)
            seeding.seed()
            matter = urgent.register(actor=stage.actor("water-clerk"), data=urgent_in(stage, hours=1, title=title))
            application = submitted(stage, filled_in(stage, matter))
            no = schemas.NotAccepted(reasons="不属于紧急情形")
            APPLICATIONS.take("not_accept", application, actor=stage.actor("clerk"), data=no)
        night(at, "2026-10-12")
        assert Matter.objects.filter(status=M.LAPSED).count() == 2
        assert not [title for title in office_is_told(stage) if "约谈" in title]
