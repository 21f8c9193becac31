"""Two people at once on an assessment and on a payment: one wins, the others are told; no yuan is paid twice (3.3b)."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import MONDAY, At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Instalment, Verdict
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import IN_JULY, MET, Deal, conclusion
from zhunru.demo.tests.crowd import ONE_WINS, statuses, together
from zhunru.purchases.models import BudgetLine
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.django_db(transaction=True)
PAYMENT = {"paid_on": "2026-07-06", "voucher": "演付1"}
TWO: dict[str, Any] = {
    "instalments": [
        {"no": 1, "title": "第一期", "basis": "acceptance", "period": 1, "amount": "6000.00"},
        {"no": 2, "title": "第一期补助", "basis": "acceptance", "period": 1, "amount": "4000.00"},
        {"no": 3, "title": "第二期", "basis": "acceptance", "period": 2, "amount": "10000.00"},
    ]
}


@pytest.fixture
def deal(stage: Stage, at: At) -> Deal:
    at(MONDAY)
    contract = samples.performing(stage, **TWO)
    at(IN_JULY)
    return Deal(stage, contract)


def money(deal: Deal) -> tuple[Decimal, Decimal, Decimal]:
    """Accepted, paid, and spent of the budget."""
    with township_context(deal.contract.village.township):
        found = Contract.objects.get()
        assert found.paid == sum(row.paid for row in Instalment.objects.all())
    with county_context():
        return found.accepted, found.paid, BudgetLine.objects.get().spent


@pytest.mark.clause("3.3b")
def test_twenty_payments_are_one(deal: Deal) -> None:
    deal.accepted()
    first = deal.ids("instalments")[0]
    assert statuses(deal.head.actor, "POST", f"/instalments/{first}/pay", PAYMENT) == ONE_WINS
    assert money(deal) == (Decimal(10000), Decimal(6000), Decimal(6000))


@pytest.mark.clause("3.3b")
def test_two_instalments_paid_at_once_are_both_counted(deal: Deal) -> None:
    deal.accepted()
    first, second, _later = deal.ids("instalments")
    told = {"paid_on": "2026-07-06", "voucher": "演付"}
    asked = [(deal.head.twin(), "POST", f"/instalments/{id}/pay", told) for id in (first, second)]
    assert together(*asked) == [(200, ""), (200, "")]
    assert money(deal) == (Decimal(10000), Decimal(10000), Decimal(10000))


@pytest.mark.clause("2.4d")
def test_of_many_who_assess_at_once_one_is_first(deal: Deal) -> None:
    deal.took("village", "report", report="按约定完成。")
    read = deal.period()
    told = {"version": read["version"], "items": MET}
    assert statuses(deal.clerk.actor, "PUT", f"/periods/{read['id']}/verdicts", told) == ONE_WINS
    with township_context(deal.contract.village.township):
        assert list(Verdict.objects.values_list("version", flat=True)) == [1, 1, 1]


@pytest.mark.clause("2.4d")
def test_a_panel_signs_once_and_the_village_countersigns_once(deal: Deal) -> None:
    deal.agreed()
    path = f"/periods/{deal.ids('periods')[0]}"
    assert statuses(deal.head.actor, "POST", f"{path}/sign_panel", conclusion()) == ONE_WINS
    assert statuses(deal.village.actor, "POST", f"{path}/countersign", {"signatory": "演示主任"}) == ONE_WINS
    assert money(deal) == (Decimal(10000), Decimal(0), Decimal(0))


@pytest.mark.clause("2.4d")
def test_an_agreement_and_a_defence_at_once_are_one_answer(deal: Deal) -> None:
    deal.assessed()
    path = f"/periods/{deal.ids('periods')[0]}"
    said: dict[str, Any] = {"agree": {}, "defend": {"items": [{"clause": 2, "text": "不符"}]}}
    asked = [(deal.village.twin(), "POST", f"{path}/{name}", said[name]) for name in said]
    assert Counter(status for status, _code in together(*asked)) == {200: 1, 409: 1}


@pytest.mark.clause("3.3b")
def test_a_payment_and_an_end_at_once_are_both_done(deal: Deal) -> None:
    """What was accepted is paid, whatever becomes of the contract."""
    deal.accepted()
    ending = {"ending": "breach", "remark": "一方违约"}
    first = deal.ids("instalments")[0]
    asked = [
        (deal.head.twin(), "POST", f"/instalments/{first}/pay", PAYMENT),
        (deal.head.twin(), "POST", f"{deal.path}/terminate", ending),
    ]
    assert together(*asked) == [(200, ""), (200, "")]
    assert money(deal) == (Decimal(10000), Decimal(6000), Decimal(6000))
