"""What both sides say before a verdict stands: defence, answer, township, county (rule P-11, clause 2.4d)."""

from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract
from zhunru.contracts.tests.deals import IN_JULY, PARTLY, Deal, code

pytestmark = pytest.mark.clause("2.4d")
DEFENCE = [{"clause": 2, "text": "汛期停巡三次，水务局通知在案。"}]
ANSWER = [{"clause": 2, "text": "通知只停一次。"}]
BETTER = [{"clause": 2, "actual": "11", "reason": "停巡一次属实"}]


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    found = Deal(stage, performing)
    found.assessed(PARTLY)
    return found


def answered(deal: Deal, **said: Any) -> Any:
    deal.took("village", "defend", items=DEFENCE)
    return deal.took("head", "answer", items=ANSWER, **said)


def at_township(deal: Deal) -> Any:
    answered(deal)
    return deal.took("village", "mediate")


def proposed(deal: Deal) -> Any:
    at_township(deal)
    path = f"/periods/{deal.ids('periods')[0]}/propose"
    return deal.township().post(path, {"proposal": "以巡护台账为准，按十一次计。"})


def test_the_village_has_five_working_days_to_defend(deal: Deal, at: At) -> None:
    """P-11: until the evening of the fifth; afterwards it may still agree."""
    assert (deal.period()["due_on"], deal.period()["days_left"]) == ("2026-07-13", 5)
    at("2026-07-14 09:00")
    late = Deal(deal.stage, deal.contract)
    assert code(late.step("village", "defend", items=DEFENCE)) == (409, "term_over")
    assert late.took("village", "agree")["status"] == "agreed"


@pytest.mark.parametrize(
    ("items", "field"),
    [
        ([{"clause": 1, "text": "不服"}], "items.0.clause"),
        ([*DEFENCE, *DEFENCE], "items.1.clause"),
        ([{"clause": 5, "text": "不服"}], "items.0.clause"),
    ],
)
def test_a_defence_is_on_assessed_clauses_once(deal: Deal, items: list[Any], field: str) -> None:
    answer = deal.step("village", "defend", items=items)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert deal.period()["status"] == "assessed"


def test_each_objection_is_answered_and_a_verdict_may_change_by_it(deal: Deal) -> None:
    deal.took("village", "defend", items=[*DEFENCE, {"clause": 4, "text": "台账按期交了。"}])
    assert code(deal.step("head", "answer", items=ANSWER)) == (422, "unanswered")
    foreign = [*ANSWER, {"clause": 4, "text": "收件登记为逾期。"}, {"clause": 3, "text": "无"}]
    assert code(deal.step("head", "answer", items=foreign)) == (422, "no_objection")
    read = deal.took("head", "answer", items=foreign[:2], verdicts=BETTER)
    said = {row["clause"]["number"]: row["objection"] for row in read["clauses"]}
    assert (said[2]["text"], said[2]["answer"]) == (DEFENCE[0]["text"], ANSWER[0]["text"])
    assert said[3] is None
    assert read["assessment"]["score"] == "85.83"  # 50 * 11/12 + 30 + 10
    assert (read["status"], read["due_on"]) == ("answered", "2026-07-13")


def test_the_township_proposes_and_the_village_accepts(deal: Deal) -> None:
    """The purchaser follows the proposal in its verdicts; nobody decides in its place."""
    read = proposed(deal)
    assert (read["status"], read["proposal"]) == ("proposed", "以巡护台账为准，按十一次计。")
    assert deal.judge(BETTER).status_code == 200
    assert deal.took("village", "settle")["status"] == "agreed"
    assert deal.period()["assessment"]["score"] == "85.83"


def test_the_county_sees_and_settles_what_the_township_could_not(deal: Deal) -> None:
    """The office reads a contract while it mediates in it, and only then."""
    head = desk_of(deal.stage, "head")
    path = f"/periods/{deal.ids('periods')[0]}"
    proposed(deal)
    assert head.ask("GET", path).status_code == 404
    deal.took("village", "escalate")
    assert head.get(path)["status"] == "at_county"
    told = {"opinion": "台账属实，按十一次计。", "verdicts": BETTER}
    assert head.post(f"{path}/conclude", told)["status"] == "agreed"
    assert head.ask("GET", path).status_code == 404
    read = deal.period()
    assert (read["county_opinion"], read["assessment"]["score"]) == ("台账属实，按十一次计。", "85.83")


def test_another_department_and_another_village_see_nothing(deal: Deal, stage: Stage) -> None:
    path = f"/periods/{deal.ids('periods')[0]}"
    neighbour = stage.villages(0)[1]
    assert neighbour != deal.contract.village
    assert desk_of(stage, "farming-head").ask("GET", path).status_code == 404
    assert Desk(stage.village_officer(neighbour)).ask("GET", path).status_code == 404
