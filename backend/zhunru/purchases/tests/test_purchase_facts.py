"""What the county shows of contracts: a department its own, the offices all, nobody a ranking of villages."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.purchases import todo
from zhunru.purchases.models import ContractFact, Release
from zhunru.purchases.tests.facts import contract_fact, one_of_each
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.django_db(transaction=True)

Owner = Callable[[], AbstractContextManager[Any]]
READS = ("/purchase/contracts", "/purchase/figures", "/purchase/payments")


@pytest.fixture
def contracts(stage: Stage, owner: Owner) -> Stage:
    """Water has one contract with everything in it, farming two in two townships, one of them not signed."""
    first, second = stage.townships[:2]
    water, farming = stage.departments["water"], stage.departments["farming"]
    with owner():
        one_of_each(contract_fact(first, water, 1))
        contract_fact(first, farming, 2, subject="农作物病虫害防治")
        contract_fact(second, farming, 3, status="negotiating", number="", price=None, signed_on=None)
    return stage


def subjects(desk: Desk, query: str = "") -> list[str]:
    return [row["subject"] for row in desk.get(f"/purchase/contracts{query}")["items"]]


@pytest.mark.clause("3.3a")
def test_a_department_sees_its_own_contracts_and_the_offices_all(contracts: Stage) -> None:
    water = desk_of(contracts, "water-clerk")
    assert subjects(water) == ["村内道路保洁"]
    assert len(subjects(desk_of(contracts, "farming-head"))) == 2
    assert subjects(water, f"?department={contracts.departments['farming'].pk}") == []
    for name in ("clerk", "head", "leader", "auditor"):
        assert len(subjects(desk_of(contracts, name))) == 3
    assert subjects(desk_of(contracts, "admin")) == []


def test_the_list_is_filtered_by_township_status_words_and_lateness(contracts: Stage) -> None:
    desk = desk_of(contracts, "leader")
    first, second = contracts.townships[:2]
    assert len(subjects(desk, f"?township={first.code}")) == 2
    assert len(subjects(desk, f"?township={second.code}&status=negotiating")) == 1
    assert subjects(desk, "?q=病虫害") == ["农作物病虫害防治"]
    assert subjects(desk, "?late=true") == ["村内道路保洁"]
    assert len(subjects(desk, "?late=false&ordering=-price")) == 2


@pytest.mark.clause("3.3b")
def test_the_figures_are_by_department_with_the_payments_that_are_late(contracts: Stage) -> None:
    """Rule P-13: one was paid nine days late, one is a day late; what is not signed does not count."""
    told = desk_of(contracts, "leader").get("/purchase/figures")
    water, farming = told["by_department"]
    assert (water["contracts"], water["amount"], water["late_payments"]) == (1, "12000.00", 2)
    assert (water["late_days"], water["late_amount"]) == (10, "7000.00")
    assert (farming["contracts"], farming["late_payments"], farming["late_days"]) == (1, 0, 0)
    assert (told["contracts"], told["amount"], told["late_amount"]) == (2, "24000.00", "7000.00")
    own = desk_of(contracts, "farming-clerk").get("/purchase/figures")
    assert [row["department"] for row in own["by_department"]] == ["县农业农村局"]


@pytest.mark.clause("3.3b")
def test_payments_are_told_month_by_month(contracts: Stage) -> None:
    rows = desk_of(contracts, "water-head").get("/purchase/payments?months=4")
    assert len(rows) >= 4
    assert [row["month"] for row in rows] == sorted(row["month"] for row in rows)
    assert sum(float(row["due"]) for row in rows) == 7000
    assert sum(float(row["made"]) for row in rows) == 3000
    paid_on = localdate() - timedelta(days=31)
    assert next(row for row in rows if row["month"] == f"{paid_on:%Y-%m}")["made"] == "3000.00"
    empty = desk_of(contracts, "farming-head").get("/purchase/payments?months=3")
    assert [row["due"] for row in empty] == ["0.00"] * 3


def waiting(contracts: Stage, name: str) -> dict[str, int]:
    with county_context():
        actor = contracts.actor(name)
        return {group.code: group.count for group in todo.for_actor(actor)}


@pytest.mark.clause("2.4c")
def test_what_waits_for_whom(contracts: Stage) -> None:
    assert waiting(contracts, "water-clerk") == {
        "draft": 1, "assess": 1, "answer": 1, "confirm_deliverables": 1, "panel": 1, "pay": 1,
    }  # fmt: skip
    assert waiting(contracts, "water-head") == {"review": 1, "sign": 1, "panel": 1, "pay": 1}
    assert waiting(contracts, "head") == waiting(contracts, "clerk") == {"mediate_at_county": 1}
    for name in ("farming-clerk", "farming-head", "leader", "admin"):
        assert waiting(contracts, name) == {}
    groups = desk_of(contracts, "water-head").get("/todo")
    pay = next(group for group in groups if group["code"] == "pay")
    assert (pay["page"], pay["items"][0]["title"]) == ("contracts", "村内道路保洁")
    assert pay["items"][0]["due_on"] == str(localdate() - timedelta(days=1))
    assert pay["items"][0]["id"] == contracts.townships[0].no * 2**36 + 1


def test_a_township_reads_no_facts_and_its_host_has_no_such_route(contracts: Stage) -> None:
    township = contracts.townships[0]
    desk = Desk(contracts.township_officer(township))
    assert {desk.ask("GET", path).status_code for path in READS} == {404}
    refused = pytest.raises(DatabaseError, match="permission denied")
    with township_context(township), refused, transaction.atomic():
        ContractFact.objects.count()


@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}"])
@pytest.mark.parametrize("part", ["contract", "terms", "period", "instalment", "deliverable"])
def test_the_county_itself_writes_no_fact(db: None, verb: str, part: str) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied")
    with county_context(), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb.format(f"purchases_{part}fact"))


SCORES = ("score", "rating", "rank", "verdict", "satisf", "band")
"""Words of a score, and of what it is made of."""


@pytest.mark.clause("2.4d")
def test_no_fact_has_a_column_by_which_villages_could_be_ranked() -> None:
    """Rule P-15: nothing of an assessment leaves the contract."""
    for model in apps.get_app_config("purchases").get_models():
        if model is not Release and not model.__name__.startswith("Historical"):
            names = {field.name for field in model._meta.get_fields()}
            assert not [name for name in names if any(word in name for word in SCORES)], model


@pytest.mark.clause("2.4d")
def test_the_figures_name_no_village(contracts: Stage) -> None:
    """Rule P-15."""
    told = str(desk_of(contracts, "leader").get("/purchase/figures"))
    for village in contracts.villages():
        assert village.name not in told
