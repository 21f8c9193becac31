"""Money under a contract: by acceptance or milestone alone, never more than accepted (clause 3.3b; rule P-13)."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Instalment
from zhunru.contracts.rules.paying import interest
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import IN_JULY, PARTLY, Deal, code
from zhunru.core.actors import SYSTEM
from zhunru.purchases.models import BudgetLine, InstalmentFact
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.clause("3.3b")
MILESTONE: dict[str, Any] = {
    "instalments": [
        {"no": 1, "title": "预付款", "basis": "milestone", "milestone_on": "2026-07-01", "amount": "6000.00"},
        {"no": 2, "title": "第一期", "basis": "acceptance", "period": 1, "amount": "10000.00"},
        {"no": 3, "title": "第二期", "basis": "acceptance", "period": 2, "amount": "4000.00"},
    ],
    "late_interest": "3.65",
}


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


def conserved(deal: Deal) -> tuple[Decimal, Decimal]:
    """What is accepted and paid; the database is asked whether it is the sum of the instalments."""
    with township_context(deal.contract.village.township), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        found = Contract.objects.get(pk=deal.contract.pk)
        rows = list(found.instalments.all())
    assert found.accepted == sum(row.approved or 0 for row in rows)
    assert found.paid == sum(row.paid for row in rows)
    with county_context():
        assert BudgetLine.objects.get().spent == found.paid
    return found.accepted, found.paid


def test_money_falls_due_by_the_certificate_and_is_paid_within_thirty_days(deal: Deal) -> None:
    """P-13: thirty days from acceptance; the budget is used up with it."""
    assert code(deal.money("head", "pay", paid_on="2026-07-06", voucher="演付1")) == (409, "status")
    deal.accepted()
    read = deal.instalment()
    assert (read["status"], read["approved"], read["due_on"]) == ("due", "10000.00", "2026-08-05")
    assert conserved(deal) == (Decimal(10000), Decimal(0))
    at_once = deal.money("head", "pay", paid_on="2026-07-06", voucher="演付1").json()
    assert (at_once["status"], at_once["paid"], at_once["late_days"], at_once["interest"]) == (
        "paid", "10000.00", 0, "0.00",
    )  # fmt: skip
    assert conserved(deal) == (Decimal(10000), Decimal(10000))


def test_what_was_partly_accepted_is_partly_owed(deal: Deal) -> None:
    """P-13: never more than was accepted."""
    deal.accepted(PARTLY, result="partly", result_reason="少巡护三次", accepted_amount="7750.00")
    assert deal.instalment()["approved"] == "7750.00"
    assert deal.paid(paid_on="2026-07-06")["paid"] == "7750.00"
    assert conserved(deal) == (Decimal(7750), Decimal(7750))


def test_the_village_says_whether_it_has_arrived(deal: Deal, at: At) -> None:
    """Never by silence; a denial has its reason, and what is put right is paid once."""
    deal.accepted()
    deal.paid(paid_on="2026-07-06")
    assert code(deal.money("head", "arrive")) == (403, "role")
    assert deal.money("village", "deny").status_code == 422
    denied = deal.money("village", "deny", remark="账户没有收到").json()
    assert (denied["status"], denied["denial"]) == ("denied", "账户没有收到")
    again = deal.paid(paid_on="2026-07-06", voucher="演付1补")
    assert (again["status"], again["voucher"], again["paid"], again["denial"]) == ("paid", "演付1补", "10000.00", "")
    assert conserved(deal) == (Decimal(10000), Decimal(10000))
    assert code(deal.money("village", "arrive", arrived_on="2026-07-01")) == (422, "before_payment")
    arrived = deal.money("village", "arrive").json()
    assert (arrived["status"], arrived["arrived_on"]) == ("arrived", "2026-07-06")
    with county_context():
        fact = InstalmentFact.objects.get(id=arrived["id"])
        assert (fact.paid, fact.status) == (Decimal(10000), "arrived")


@pytest.mark.usefixtures("calendar")
def test_a_delay_is_counted_and_bears_the_interest_of_the_contract(stage: Stage, at: At) -> None:
    """P-13: late days are the purchaser's; 6,000 yuan at 3.65 percent make 60 cents a day."""
    contract = samples.performing(stage, **MILESTONE)
    at(IN_JULY)
    assert code(Deal(stage, contract).money("clerk", "release")) == (403, "role")
    deal = Deal(stage, contract)
    assert code(deal.money("head", "release", 2)) == (409, "by_acceptance")
    released = deal.money("head", "release").json()
    assert (released["approved"], released["due_on"]) == ("6000.00", "2026-08-05")
    at("2026-08-15 09:00")
    deal = Deal(stage, contract)
    assert deal.instalment()["late_days"] == 10
    paid = deal.paid(paid_on="2026-08-15")
    assert (paid["late_days"], paid["interest"]) == (10, "6.00")
    assert conserved(deal) == (Decimal(6000), Decimal(6000))


@pytest.mark.usefixtures("calendar")
def test_a_milestone_is_released_when_its_day_has_come(stage: Stage, at: At) -> None:
    contract = samples.performing(stage, **MILESTONE)
    at("2026-06-30 09:00")
    assert code(Deal(stage, contract).money("head", "release")) == (409, "not_reached")


def test_nobody_pays_in_the_future_or_before_the_signature(deal: Deal) -> None:
    deal.accepted()
    for day in ("2026-07-07", "2026-03-01"):
        answer = deal.money("head", "pay", paid_on=day, voucher="演付1")
        assert answer.status_code == 422, answer.content.decode()
    assert code(deal.money("clerk", "pay", paid_on="2026-07-06", voucher="演付1")) == (403, "role")


@pytest.mark.parametrize(
    "wrong",
    [
        {"paid": Decimal("10000.01")},
        {"approved": Decimal("10000.01")},
        {"paid": Decimal(1)},
    ],
)
def test_the_database_refuses_money_that_does_not_add_up(deal: Deal, wrong: dict[str, Decimal]) -> None:
    """P-13, held behind the application: more than approved, more than the instalment, not the contract's sum."""
    deal.accepted()
    with pytest.raises(DatabaseError):
        _write(deal.contract, wrong)


def _write(contract: Contract, values: dict[str, Decimal]) -> None:
    """Into the first instalment, past everything that the application asks."""
    with township_context(contract.village.township), transaction.atomic(), connection.cursor() as cursor:
        row = Instalment.objects.get(no=1)
        for name, value in values.items():
            setattr(row, name, value)
        row.record(actor=SYSTEM, reason="试")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


cents = st.decimals(min_value=0, max_value=10**9, places=2)


@given(cents, st.decimals(min_value=0, max_value=100, places=2), st.integers(0, 4000))
def test_interest_is_exact_and_grows_with_the_delay(amount: Decimal, percent: Decimal, days: int) -> None:
    told = interest(amount, percent, days)
    assert abs(told - amount * percent * days / 36500) <= Decimal("0.0051")
    assert told == round(told, 2) >= 0
    assert interest(amount, percent, days + 1) >= told
    assert interest(amount, percent, 0) == 0


def test_one_contract_over_time(deal: Deal) -> None:
    """For its charts: clauses met by period, money by month; no score among them."""
    deal.accepted(PARTLY)
    deal.paid(paid_on="2026-07-06")
    assert deal.village.get(f"{deal.path}/progress") == {
        "periods": [{"no": 1, "title": "上半年", "met": 1, "partly": 2, "not_met": 0, "not_applicable": 0}],
        "payments": [
            {"month": "2026-07", "due": "0.00", "paid": "10000.00"},
            {"month": "2026-08", "due": "10000.00", "paid": "0.00"},
        ],
    }
