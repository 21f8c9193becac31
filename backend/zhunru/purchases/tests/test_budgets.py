"""Rule P-02: a contract binds money that is there, and nobody binds it twice."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from zhunru.admissions.tests.desks import desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.demo.tests.crowd import at_once
from zhunru.divisions.models import Township
from zhunru.purchases import reserving
from zhunru.purchases.models import BudgetLine, Reservation
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.django_db(transaction=True)

LINE: dict[str, Any] = {
    "year": 2026, "function_code": "2130135", "economic_code": "30227", "project": "保洁", "amount": "10000.00",
    "reason": "年初预算",
}  # fmt: skip


@pytest.fixture
def line(stage: Stage) -> BudgetLine:
    """Ten thousand yuan of water's."""
    with county_context():
        made = BudgetLine(
            department=stage.departments["water"], year=2026, function_code="2130135", economic_code="30227",
            project="保洁", amount=Decimal(10_000),
        )  # fmt: skip
        made.record(actor=stage.actor("water-head"), reason="年初预算")
        return made


def contract(township: Township, place: int = 1) -> int:
    return (township.no << 36) + place


def state(line: BudgetLine) -> tuple[int, int]:
    """Reserved and spent, in yuan."""
    with county_context():
        line.refresh_from_db()
        return int(line.reserved), int(line.spent)


def test_the_line_follows_what_contracts_bind_spend_and_release(stage: Stage, line: BudgetLine) -> None:
    """Rule P-02."""
    first, second = stage.townships[:2]
    with township_context(first):
        reserving.reserve(contract(first), {line.pk: Decimal(6_000)}, actor=SYSTEM)
    with township_context(second):
        reserving.reserve(contract(second), {line.pk: Decimal(3_000)}, actor=SYSTEM)
    assert state(line) == (9_000, 0)
    with township_context(first):
        reserving.reserve(contract(first), {line.pk: Decimal(6_500)}, actor=SYSTEM)
        reserving.spend(contract(first), Decimal(2_000), actor=SYSTEM)
    assert state(line) == (9_500, 2_000)
    with township_context(first):
        reserving.release(contract(first), actor=SYSTEM)
    assert state(line) == (5_000, 2_000)


def test_more_than_is_left_is_refused_and_nothing_is_bound(stage: Stage, line: BudgetLine) -> None:
    """Rule P-02."""
    first = stage.townships[0]
    with township_context(first), pytest.raises(DomainError) as refused:
        reserving.reserve(contract(first), {line.pk: Decimal("10000.01")}, actor=SYSTEM)
    assert refused.value.code == "budget_exhausted"
    assert state(line) == (0, 0)
    with township_context(first):
        reserving.reserve(contract(first), {line.pk: Decimal(100)}, actor=SYSTEM)
        with pytest.raises(DomainError) as refused:
            reserving.spend(contract(first), Decimal(101), actor=SYSTEM)
    assert refused.value.code == "not_reserved"
    assert state(line) == (100, 0)


def test_of_two_who_reserve_the_last_money_at_once_one_wins(stage: Stage, line: BudgetLine) -> None:
    """Rule P-02: each in another township, each in a transaction of its own."""

    def sign(place: int) -> str:
        township = stage.townships[place % 2]
        try:
            with township_context(township):
                reserving.reserve(contract(township, place + 1), {line.pk: Decimal(6_000)}, actor=SYSTEM)
        except DomainError as error:
            return error.code
        return "reserved"

    assert sorted(at_once(sign, 6)) == ["budget_exhausted"] * 5 + ["reserved"]
    assert state(line) == (6_000, 0)


def test_two_who_spend_at_once_spend_no_more_than_is_bound(stage: Stage, line: BudgetLine) -> None:
    first = stage.townships[0]
    with township_context(first):
        reserving.reserve(contract(first), {line.pk: Decimal(6_000)}, actor=SYSTEM)

    def pay(_place: int) -> bool:
        try:
            with township_context(first):
                reserving.spend(contract(first), Decimal(4_000), actor=SYSTEM)
        except DomainError:
            return False
        return True

    assert sorted(at_once(pay, 2)) == [False, True]
    assert state(line) == (6_000, 4_000)


def test_a_township_sees_and_writes_its_own_reservations_only(stage: Stage, line: BudgetLine) -> None:
    first, second = stage.townships[:2]
    with township_context(first):
        reserving.reserve(contract(first), {line.pk: Decimal(1_000)}, actor=SYSTEM)
    with township_context(second):
        assert not Reservation.objects.exists()
        assert not Reservation.history.exists()
        assert BudgetLine.objects.get(pk=line.pk).reserved == 1_000
    with county_context():
        assert Reservation.objects.count() == 1
    _refused(second, "INSERT", realm=first.schema_name, contract_id=contract(first), line=line)
    _refused(second, "INSERT", realm=second.schema_name, contract_id=contract(first, 9), line=line)
    with township_context(first), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        _run("UPDATE purchases_budgetline SET amount = 1")
    with county_context(), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        _run("UPDATE purchases_reservation SET amount = 1")
    assert state(line) == (1_000, 0)


def _refused(township: Township, _verb: str, *, realm: str, contract_id: int, line: BudgetLine) -> None:
    with township_context(township), pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        Reservation(realm=realm, contract_id=contract_id, line=line, amount=1).record(actor=SYSTEM, reason="占用")


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_line_saved_from_an_old_reading_keeps_what_contracts_bind(stage: Stage, line: BudgetLine) -> None:
    with county_context():
        old = BudgetLine.objects.get(pk=line.pk)
    with township_context(stage.townships[0]):
        reserving.reserve(contract(stage.townships[0]), {line.pk: Decimal(4_000)}, actor=SYSTEM)
    with county_context():
        old.project = "道路保洁"
        old.record(actor=stage.actor("water-head"), reason="更正")
    assert state(line) == (4_000, 0)
    with county_context(), pytest.raises(IntegrityError), transaction.atomic():
        _run(f"UPDATE purchases_budgetline SET amount = 3999 WHERE id = {line.pk}")


@pytest.mark.clause("3.3b")
def test_a_head_budgets_for_its_own_department_and_nobody_else_does(stage: Stage) -> None:
    head = desk_of(stage, "water-head")
    made = head.post("/purchase/budget-lines", LINE)
    assert (made["department"], made["amount"], made["free"]) == ("县水务局", "10000.00", "10000.00")
    assert head.ask("POST", "/purchase/budget-lines", LINE).json()["code"] == "line_exists"
    for name in ("water-clerk", "head", "leader", "admin"):
        assert desk_of(stage, name).ask("POST", "/purchase/budget-lines", {**LINE, "year": 2027}).status_code == 403
    path = f"/purchase/budget-lines/{made['id']}"
    assert desk_of(stage, "farming-head").ask("GET", path).status_code == 404
    assert desk_of(stage, "farming-head").get("/purchase/budget-lines")["total"] == 0
    assert desk_of(stage, "leader").get("/purchase/budget-lines?year=2026&q=保洁")["total"] == 1


@pytest.mark.clause("3.3b")
def test_a_line_is_not_cut_below_what_contracts_bind(stage: Stage, line: BudgetLine) -> None:
    """Rule P-02."""
    township, head = stage.townships[0], desk_of(stage, "water-head")
    with township_context(township):
        reserving.reserve(contract(township), {line.pk: Decimal(4_000)}, actor=SYSTEM)
    path = f"/purchase/budget-lines/{line.pk}"
    change = {"amount": "3999.99", "reason": "调减", "version": 1}
    refused = head.ask("PUT", path, change)
    assert (refused.status_code, refused.json()["code"]) == (409, "below_reserved")
    changed = head.ask("PUT", path, {**change, "amount": "4000.00"}).json()
    assert (changed["amount"], changed["free"], changed["version"]) == ("4000.00", "0.00", 2)
    assert head.ask("PUT", path, {**change, "amount": "5000.00"}).json()["code"] == "stale"
    assert [entry["reason"] for entry in head.get(f"{path}/history")] == ["调减", "年初预算"]
