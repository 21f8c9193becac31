"""Withdrawal on a department's own application, and what the villages say to it (clauses 2.1d, 2.1f, rule A-25)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Commitment, Delivery, Matter, Opinion
from zhunru.admissions.services import consulting
from zhunru.admissions.tests.kinds import agreed, request, submitted
from zhunru.admissions.tests.stage import SETTLED, Stage, admitted, the
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks, seeding

pytestmark = pytest.mark.clause("2.1d")


def decided(stage: Stage) -> tuple[Application, Matter]:
    """A withdrawal that the committee has approved; the villages are asked."""
    seeding.seed()
    matter = admitted(stage, stage.villages(0))
    application = agreed(stage, request(stage, "withdraw", matter, necessity="宣传已全部完成"))
    matter.refresh_from_db()
    return application, matter


def answer(matter: Matter, position: str = "no_objection", text: str = "") -> None:
    asked = matter.opinions.filter(purpose="withdrawal", round=matter.withdrawal_round, answered_at=None)
    asked.update(position=position, text=text, answered_at=timezone.now())


def test_the_decision_opens_the_villages_term_and_the_seal_closes_it(stage: Stage) -> None:
    with county_context():
        application, matter = decided(stage)
        assert (matter.status, matter.withdrawal_reasons) == (Matter.Status.WITHDRAWING, "宣传已全部完成")
        assert matter.objections_until == clocks.due(timezone.localdate(), 5)
        asked = matter.opinions.filter(purpose="withdrawal")
        assert {one.village for one in asked} == set(stage.villages(0))
        with pytest.raises(DomainError, match="还有 2 方未答复"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        answer(matter)
        issued = APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter.refresh_from_db()
        paper = the(matter.withdrawal_document)
        assert (issued.status, matter.status, paper.kind) == ("issued", "withdrawn", "withdrawal")
        assert (paper.facts["reason"], paper.facts["settlement"]) == ("宣传已全部完成", SETTLED["settlement"])
        assert the(matter.document).status == Document.Status.WITHDRAWN
        decision = the(issued.decision)
        said = [paper.facts[name] for name in ("decision_number", "decided_on", "decided_by")]
        assert said == [decision.resolution_number, decision.meeting_on.isoformat(), decision.body]
        assert issued.papers == [paper]


def test_an_objection_is_answered_before_the_seal(stage: Stage) -> None:
    with county_context():
        application, matter = decided(stage)
        answer(matter, "objection", "渠道尚未修好")
        with pytest.raises(DomainError, match="还有 2 条异议未答复"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        for one in matter.opinions.filter(purpose=Opinion.Purpose.WITHDRAWAL):
            consulting.reply(one, actor=stage.actor("clerk"), text="由部门在月底前修好")
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))


def test_silence_after_the_term_lets_it_go_and_before_the_term_does_not(stage: Stage) -> None:
    with county_context():
        application, matter = decided(stage)
        matter.objections_until = timezone.localdate()
        matter.record(actor=stage.actor("head"), reason="期限最后一日")
        with pytest.raises(DomainError, match="异议期至"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter.objections_until = timezone.localdate() - timedelta(days=1)
        matter.record(actor=stage.actor("head"), reason="期满次日")
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        assert not matter.opinions.filter(purpose="withdrawal", silent=True).exists()


def test_without_a_calendar_the_term_is_not_guessed(stage: Stage) -> None:
    """Rule A-06: a year that is not entered has no end of term; only answers close it."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        application = agreed(stage, request(stage, "withdraw", matter))
        matter.refresh_from_db()
        assert matter.objections_until is None
        with pytest.raises(DomainError, match="工作日历未录入"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        answer(matter)
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))


def test_a_second_round_asks_every_village_anew(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        head = stage.actor("head")
        order = schemas.WithdrawalOrder(reasons="任务已完成", **SETTLED)
        MATTERS.take("order_withdrawal", matter, actor=head, data=order)
        matter.refresh_from_db()
        answer(matter, "objection", "还有农户未走到")
        MATTERS.take("keep", matter, actor=head, data=schemas.Return(remark="异议成立"))
        MATTERS.take("order_withdrawal", matter, actor=head, data=order)
        matter.refresh_from_db()
        assert matter.withdrawal_round == 2
        assert matter.opinions.filter(round=2, answered_at=None).count() == 2
        with pytest.raises(DomainError):
            MATTERS.take("withdraw", matter, actor=stage.actor("seal"))


def test_what_is_due_stays_payable_and_what_is_not_yet_due_ends(stage: Stage) -> None:
    """Clause 3.3b."""
    due = [{"on": "2026-03-01", "amount": "1600.00"}, {"on": "2028-01-01", "amount": "2000.00"}]
    with county_context():
        matter = admitted(stage, stage.villages(0), funding_due=due)
        application = agreed(stage, request(stage, "withdraw", matter))
        matter.refresh_from_db()
        answer(matter)
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        left = Commitment.objects.filter(matter=matter, ended_on=None)
        assert {str(one.amount) for one in left} == {"1600.00"}


def test_one_delivery_for_each_township_carries_the_reason_and_the_paper(stage: Stage) -> None:
    with county_context():
        application, matter = decided(stage)
        answer(matter)
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter.refresh_from_db()
        (told,) = matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW)
        assert told.facts["withdrawal_reasons"] == "宣传已全部完成"
        assert told.facts["withdrawal"]["code"] == the(matter.withdrawal_document).code


@pytest.mark.parametrize("empty", ["completion_report", "settlement", "closures"])
def test_the_application_itself_brings_report_settlement_and_closures(stage: Stage, empty: str) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "withdraw", matter, **{empty: ""}))
    assert (refused.value.code, refused.value.field) == ("incomplete", empty)


def test_the_department_reports_what_was_done(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        report = schemas.CompletionIn(**SETTLED)
        with pytest.raises(DomainError, match="只能报告本部门的事项"):
            MATTERS.take("report_completion", matter, actor=stage.actor("farming-head"), data=report)
        reported = MATTERS.take("report_completion", matter, actor=stage.actor("water-head"), data=report)
        assert (reported.status, reported.settlement) == (Matter.Status.IN_FORCE, SETTLED["settlement"])


def test_a_suspension_and_a_resumption_have_their_papers_and_reach_every_village(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        head = stage.actor("head")
        MATTERS.take("suspend", matter, actor=head, data=schemas.Return(remark="等待上级文件"))
        MATTERS.take("resume", matter, actor=head, data=schemas.Return(remark="文件已到"))
        matter.refresh_from_db()
        assert [paper.kind for paper in matter.papers] == ["approval", "suspension", "resumption"]
        assert [paper.status for paper in matter.papers] == ["valid", "withdrawn", "valid"]
        kinds = list(matter.deliveries.order_by("id").values_list("kind", flat=True))
        assert kinds == ["enter", "suspend", "resume"]
