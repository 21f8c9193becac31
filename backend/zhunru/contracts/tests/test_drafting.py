"""A contract's text over the API: kept as typed, its faults at their fields, refused whole (rules P-01 to P-07)."""

from typing import Any
from uuid import uuid4

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of, good
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.samples import PRICE, clause
from zhunru.purchases.models import BudgetLine
from zhunru.tenancy.context import current, township_context

pytestmark = pytest.mark.usefixtures("calendar")
A_YEAR = "一年内完成不了的常年巡护，经费有保障"


@pytest.fixture
def clerk(stage: Stage) -> Desk:
    return desk_of(stage, "water-clerk")


@pytest.fixture
def line(stage: Stage) -> BudgetLine:
    return samples.budget_line(stage.departments["water"])


def begin(clerk: Desk, stage: Stage, **changed: Any) -> Any:
    asked = {"village": stage.villages()[0].pk, "provider_kind": "village_committee", "subject": samples.SUBJECT}
    return clerk.ask("POST", "/contracts", {**asked, **changed})


def faults(clerk: Desk, stage: Stage, line: BudgetLine, **changed: Any) -> dict[str, str]:
    """What is told of a text that is whole but for `changed`."""
    contract = good(begin(clerk, stage))
    terms = clerk.get(f"/contract-terms/{contract['under_way']}")
    kept = good(
        clerk.ask(
            "PUT",
            f"/contract-terms/{terms['id']}",
            {"version": terms["version"], "text": samples.text(line.pk, **changed)},
        )
    )
    told: dict[str, str] = {}
    for one in kept["faults"]:
        told[one["field"]] = told.get(one["field"], "") + one["detail"]
    return told


def test_a_contract_is_begun_where_its_village_lies(clerk: Desk, stage: Stage) -> None:
    made = good(begin(clerk, stage))
    assert made["id"] >> 36 == stage.townships[0].no
    assert (made["status"], made["purchaser"]) == ("negotiating", "县水务局")
    assert made["provider"].endswith("村民委员会")
    assert current().realm is None


def test_the_same_key_gives_the_same_contract(clerk: Desk, stage: Stage) -> None:
    asked = {"village": stage.villages()[0].pk, "provider_kind": "village_committee", "subject": samples.SUBJECT}
    key = {"Idempotency-Key": str(uuid4())}
    first, second = (good(clerk.ask("POST", "/contracts", asked, **key)) for _ in range(2))
    assert first["id"] == second["id"]
    other = desk_of(stage, "farming-clerk").ask("POST", "/contracts", asked, **key)
    assert (other.status_code, other.json()["code"]) == (409, "key_used")


def test_a_party_branch_never_provides(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-03."""
    refused = begin(clerk, stage, provider_kind="party_branch")
    assert (refused.status_code, refused.json()["field"]) == (422, "provider_kind")
    assert "provider_kind" in faults(clerk, stage, line, provider_kind="party_branch")


def test_a_text_is_kept_as_it_was_typed(clerk: Desk, stage: Stage) -> None:
    contract = good(begin(clerk, stage))
    address = f"/contract-terms/{contract['under_way']}"
    terms = clerk.get(address)
    typed = {"price": "两万元", "starts_on": "三月", "clauses": [{"number": 3, "weight": "约50"}]}
    good(clerk.ask("PUT", address, {"version": terms["version"], "text": typed}))
    read = clerk.get(address)
    assert (read["text"]["price"], read["text"]["clauses"][0]["weight"]) == ("两万元", "约50")
    told = {one["field"] for one in read["faults"]}
    assert {"price", "starts_on", "clauses.0.weight", "clauses.0.heading", "subject"} <= told
    stale = clerk.ask("PUT", address, {"version": terms["version"], "text": typed})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")


def test_a_whole_text_has_no_faults_and_may_be_submitted(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    assert faults(clerk, stage, line) == {}


def test_what_is_wrong_is_refused_at_its_fields(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    contract = good(begin(clerk, stage))
    refused = clerk.ask("POST", f"/contract-terms/{contract['under_way']}/submit")
    assert refused.status_code == 422
    fields = {one["field"] for one in refused.json()["errors"]}
    assert {"price", "content", "starts_on", "payment_days"} <= fields


@pytest.mark.parametrize("kind", ["service_content", "quality", "breach", "disputes", "data_protection", "acceptance"])
def test_every_mandatory_kind_of_clause_is_asked_for(clerk: Desk, stage: Stage, line: BudgetLine, kind: str) -> None:
    """Rule P-05."""
    kept = [one for one in samples.clauses() if one["kind"] != kind]
    assert "缺少必备条款" in faults(clerk, stage, line, clauses=kept)["clauses"]


@pytest.mark.parametrize(
    ("ends_on", "reason", "field"),
    [
        ("2027-03-16", "", "term_reason"),
        ("2027-03-16", A_YEAR, None),
        ("2029-03-16", A_YEAR, "ends_on"),
        ("2026-03-01", "", "ends_on"),
    ],
)
def test_a_term_is_a_year_or_three_with_a_reason(
    clerk: Desk, stage: Stage, line: BudgetLine, ends_on: str, reason: str, field: str | None
) -> None:
    """Rule P-06."""
    told = faults(clerk, stage, line, ends_on=ends_on, term_reason=reason, periods=[], instalments=[])
    assert {name for name in told if name in ("ends_on", "term_reason")} == ({field} if field else set())


@pytest.mark.parametrize("weight", ["49.99", "50.01"])
def test_weights_come_to_a_hundred(clerk: Desk, stage: Stage, line: BudgetLine, weight: str) -> None:
    """Rule P-07."""
    clauses = samples.clauses()
    clauses[1]["weight"] = weight
    assert "100" in faults(clerk, stage, line, clauses=clauses)["clauses"]


def test_the_purchasers_duties_have_weights_of_their_own(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-07: the two sides are never added up."""
    clauses = samples.clauses()
    clauses[4]["weight"] = "60"
    assert "购买主体" in faults(clerk, stage, line, clauses=clauses)["clauses"]


def test_a_clause_is_measured_as_its_measure_asks(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    clauses = samples.clauses()
    clauses[1]["target"] = "0"
    assert "clauses.1.target" in faults(clerk, stage, line, clauses=clauses)


def test_money_comes_from_a_line_of_ones_own_with_enough_left(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-02."""
    other = samples.budget_line(stage.departments["farming"])
    small = samples.budget_line(stage.departments["water"], amount="19999.99", project="小额")
    assert "budget.0.line" in faults(clerk, stage, line, budget=[{"line": other.pk, "amount": str(PRICE)}])
    assert "budget.0.amount" in faults(clerk, stage, line, budget=[{"line": small.pk, "amount": str(PRICE)}])
    assert "budget" in faults(clerk, stage, line, budget=[{"line": line.pk, "amount": "19999.00"}])


def test_two_years_need_two_lines(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-02: the money is the year's in which it is spent."""
    told = faults(clerk, stage, line, ends_on="2027-03-01")
    assert "2027" in told["budget"]


def test_nothing_is_given_on_to_others(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-16: a clause that forbids subcontracting is no such thing."""
    allows = [*samples.clauses(), {**clause(11, "other"), "text": "承接主体可以分包部分服务。"}]
    forbids = [*samples.clauses(), {**clause(11, "other"), "text": "承接主体不得转包、分包。"}]
    assert "clauses.10.text" in faults(clerk, stage, line, clauses=allows)
    assert faults(clerk, stage, line, clauses=forbids) == {}


def test_instalments_come_to_the_price_and_wait_for_something(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    rows = [{"no": 1, "title": "一次付清", "basis": "acceptance", "amount": "19000.00"}]
    told = faults(clerk, stage, line, instalments=rows)
    assert {"instalments", "instalments.0.period"} <= told.keys()


def test_payment_within_sixty_days(clerk: Desk, stage: Stage, line: BudgetLine) -> None:
    """Rule P-13."""
    assert "payment_days" in faults(clerk, stage, line, payment_days="61")


def test_labour_dispatch_is_refused_with_what_it_rests_on(stage: Stage, clerk: Desk, line: BudgetLine) -> None:
    """Rule P-04, and P-01: the whole check is refused at the field."""
    contract = samples.drafted(stage, content="向本单位派遣人员，以劳务派遣方式用工。")
    with township_context(contract.village.township):
        terms = samples.last_version(contract)
    refused = clerk.ask("POST", f"/contract-terms/{terms.pk}/submit")
    assert (refused.status_code, refused.json()["code"]) == (422, "not_eligible")
    assert "102号" in str(refused.json()["errors"])


def test_the_check_is_kept_whole_with_the_contract(stage: Stage, drafted: Contract) -> None:
    """Rule P-01: as it was on the day on which the contract was offered."""
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    kept = samples.fresh(drafted).check_result
    assert kept["passed"]
    assert kept["checked_on"] == "2026-03-02"
    assert {finding["rule"] for finding in kept["findings"]} >= {"P-03", "P-04", "P-16"}
