"""A period's acceptance, clause by clause (clause 2.4d; rules P-10 and P-12)."""

from decimal import Decimal
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Paper, Period, Verdict
from zhunru.contracts.tests.deals import IN_JULY, MET, PANEL, PARTLY, Deal, code
from zhunru.documents.kinds.acceptance import AcceptanceFacts
from zhunru.tenancy.context import township_context


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


def rows(deal: Deal) -> list[Verdict]:
    with township_context(deal.contract.village.township):
        return list(Verdict.objects.order_by("clause__number"))


@pytest.mark.clause("2.4d")
def test_only_what_the_signed_clauses_name_is_assessed(deal: Deal) -> None:
    """Rule P-10: no other item, no other measure, no result and no score can be handed in."""
    deal.took("village", "report", report="按约定完成。")
    refused: list[tuple[dict[str, Any], str]] = [
        ({"clause": 99, "done": True}, "items.1.clause"),
        ({"clause": 1, "done": True}, "items.1.clause"),
        ({"clause": 5, "done": True}, "items.1.clause"),
        ({"clause": 3, "actual": "1"}, "items.1.actual"),
        ({"clause": 4, "days_late": 1, "done": True, "reason": "迟"}, "items.1.done"),
        ({"clause": 2}, "items.1.actual"),
        ({"clause": 2, "not_applicable": "no_demand", "actual": "0", "reason": "无"}, "items.1.actual"),
        ({"clause": 2, "actual": "3"}, "items.1.reason"),
        ({"clause": 2, "not_applicable": "no_demand"}, "items.1.reason"),
    ]
    for item, field in refused:
        answer = deal.judge([MET[1], item])
        assert (answer.status_code, answer.json()["field"]) == (422, field), answer.content.decode()
        assert answer.json()["detail"]
    for foreign in ("score", "result", "points", "bonus"):
        assert deal.judge([{**MET[1], foreign: "100"}]).status_code == 422
    assert rows(deal) == []


@pytest.mark.clause("2.4d")
def test_a_verdict_keeps_what_was_measured_and_nothing_else(deal: Deal) -> None:
    """Rule P-10: columns of other measures stay empty; not applicable, all do. The score opens into its clauses."""
    deal.took("village", "report", report="按约定完成。")
    deal.judge([*PARTLY[:2], {"clause": 4, "not_applicable": "force_majeure", "reason": "洪水冲断道路"}])
    quantity, quality, time = rows(deal)
    assert (quantity.actual, quantity.done, quantity.days_late, quantity.level) == (Decimal(9), None, None, None)
    assert (quality.done, quality.actual, quality.passed, quality.satisfied) == (True, None, None, None)
    assert (time.days_late, time.not_applicable) == (None, "force_majeure")
    read = deal.period()
    lines = {line["number"]: line for line in read["assessment"]["lines"]}
    assert read["assessment"]["score"] == "84.38"  # (50 * 9/12 + 30) / 80: what is not applicable weighs nothing
    assert [lines[number]["state"] for number in (2, 3, 4)] == ["partly", "met", "not_applicable"]
    assert lines[2]["share"] == "62.50"


def test_until_the_purchaser_has_finished_its_verdicts_are_its_own(deal: Deal) -> None:
    deal.took("village", "report", report="按约定完成。")
    deal.judge(PARTLY)
    seen = deal.period(who="village")
    assert seen["assessment"] is None
    assert all(row["verdict"] is None for row in seen["clauses"])
    deal.took("clerk", "assess")
    assert deal.period(who="village")["assessment"]["score"] == "77.50"


def test_an_assessment_is_of_all_clauses(deal: Deal) -> None:
    deal.took("village", "report", report="按约定完成。")
    deal.judge(MET[:2])
    assert code(deal.step("clerk", "assess")) == (409, "not_measured")
    assert deal.period()["assessment"] is None


@pytest.mark.clause("2.4d")
def test_each_side_judges_the_duties_of_the_other(deal: Deal) -> None:
    """The village rates the purchaser by the same engine, and not itself."""
    deal.assessed()
    own = deal.judge(MET[:1], who="village")
    assert (own.status_code, own.json()["field"]) == (422, "items.0.clause")
    late = deal.judge([{"clause": 5, "done": False, "reason": "培训没有办"}], who="village")
    assert late.status_code == 200
    read = deal.period()
    assert read["purchaser_assessment"]["score"] == "0.00"
    assert read["assessment"]["score"] == "100.00"
    assert code(deal.judge(MET)) == (409, "status")


def test_who_judges_an_old_version_is_told_so(deal: Deal) -> None:
    deal.took("village", "report", report="按约定完成。")
    read = deal.period()
    told = {"version": read["version"], "items": MET}
    path = f"/periods/{read['id']}/verdicts"
    assert deal.clerk.ask("PUT", path, told).status_code == 200
    assert code(deal.clerk.ask("PUT", path, told)) == (409, "stale")


def test_a_period_is_reported_when_it_has_begun_and_the_one_before_is_settled(deal: Deal, at: At) -> None:
    assert code(deal.step("village", "report", 2, report="第二期")) == (409, "earlier_open")
    at("2026-03-10 09:00")
    deal = Deal(deal.stage, deal.contract)
    assert code(deal.step("village", "report", report="第一期")) == (409, "not_begun")


@pytest.mark.parametrize(
    ("members", "why"),
    [
        (PANEL[1:], "panel"),
        ([*PANEL, {"name": "演示丁", "capacity": "村民代表"}], "panel"),
        ([*PANEL[:2], {"name": "演示丁", "capacity": "村民代表"}], "no_recipient"),
        ([*PANEL[1:], PANEL[1]], "twice"),
    ],
)
def test_a_panel_is_odd_has_three_and_hears_a_recipient(deal: Deal, members: list[Any], why: str) -> None:
    """Rule P-12."""
    deal.agreed()
    answer = deal.panel(members=members)
    assert (*code(answer), answer.json()["field"]) == (422, why, "members")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"accepted_amount": "10000.01"}, "accepted_amount"),
        ({"accepted_amount": "9000.00"}, "result_reason"),
        ({"result": "partly", "accepted_amount": "5000.00"}, "result_reason"),
        ({"result": "not_accepted", "result_reason": "未完成"}, "accepted_amount"),
        ({"result": "remedy", "result_reason": "重做", "accepted_amount": "0.00"}, "remedy_due_on"),
        ({"remedy_due_on": "2026-08-01"}, "remedy_due_on"),
    ],
)
def test_a_conclusion_agrees_with_itself(deal: Deal, changed: dict[str, Any], field: str) -> None:
    """Rule P-13: no more is accepted than the period's instalments come to."""
    deal.agreed()
    answer = deal.panel(**changed)
    assert (answer.status_code, answer.json()["field"]) == (422, field), answer.content.decode()


def test_a_failed_clause_that_must_pass_decides_whatever_the_score(deal: Deal) -> None:
    failed = [MET[0], {"clause": 3, "done": False, "reason": "渠道堵塞"}, MET[2]]
    deal.agreed(failed)
    assert deal.period()["assessment"]["failed"] == [3]
    answer = deal.panel()
    assert (*code(answer), answer.json()["field"]) == (422, "must_pass", "result")
    told: dict[str, Any] = {"result": "not_accepted", "result_reason": "渠道堵塞", "accepted_amount": "0.00"}
    assert deal.panel(**told).json()["score"] == "70.00"


@pytest.mark.clause("2.4d")
def test_the_certificate_says_everything_and_is_asked_for_with_the_second_signature(deal: Deal) -> None:
    """Regulation article 45: every clause, its standard, what was found, the recipients' opinion, both signatures."""
    deal.accepted(PARTLY)
    with township_context(deal.contract.village.township):
        paper = Paper.objects.get(kind="acceptance", period__status=Period.Status.ACCEPTED)
    facts = AcceptanceFacts.model_validate(paper.facts)
    assert [(one.number, one.standard, one.actual, one.result) for one in facts.clauses] == [
        ("2", "12次", "9次", "部分达标"),
        ("3", "完成", "完成", "达标"),
        ("4", "按期完成（宽限10天）", "逾期5天", "部分达标"),
    ]
    assert [(one.number, one.result) for one in facts.duties] == [("5", "达标")]
    assert (facts.score, facts.band, facts.duty_score) == (Decimal("77.50"), "需整改", Decimal(100))
    assert facts.payment_advice == "建议支付10000.00元（人民币壹万元整）"
    assert facts.provider.signatory == "演示主任"
    assert [one.recipient for one in facts.panel] == [False, False, True]


def test_a_remedied_period_is_judged_in_another_round(deal: Deal, at: At) -> None:
    """Nothing is owed before; the first round stays to be read, and both have their certificate."""
    told: dict[str, Any] = {
        "result": "remedy",
        "result_reason": "补巡三次",
        "accepted_amount": "0.00",
        "remedy_due_on": "2026-07-20",
    }
    deal.accepted(PARTLY, **told)
    first = deal.period()
    assert (first["status"], first["due_on"], deal.instalment()["status"]) == ("remedy", "2026-07-20", "planned")
    at("2026-07-15 09:00")
    deal = Deal(deal.stage, deal.contract)
    again = deal.took("village", "report", report="已补巡三次。")
    assert (again["round"], again["score"], again["result"], again["panel"]) == (2, None, "", [])
    deal.judge(MET)
    deal.took("clerk", "assess")
    deal.took("village", "agree")
    deal.panel()
    done = deal.took("village", "countersign", signatory="演示主任")
    assert (done["status"], done["score"]) == ("accepted", "100.00")
    assert deal.instalment()["approved"] == "10000.00"
    with township_context(deal.contract.village.township):
        assert list(Paper.objects.filter(kind="acceptance").values_list("round", flat=True)) == [1, 2]
        assert Verdict.objects.filter(round=1).count() == 4


def test_what_is_not_accepted_is_not_paid(deal: Deal) -> None:
    told: dict[str, Any] = {"result": "not_accepted", "result_reason": "没有做", "accepted_amount": "0.00"}
    deal.accepted(PARTLY, **told)
    paid = deal.instalment()
    assert (paid["status"], paid["approved"]) == ("cancelled", "0.00")


def test_a_period_tells_its_whole_history(deal: Deal) -> None:
    deal.accepted()
    told = deal.village.get(f"/periods/{deal.ids('periods')[0]}/history")
    assert "验收小组签字" in str(told)
    assert "条款评定" in str(told)
