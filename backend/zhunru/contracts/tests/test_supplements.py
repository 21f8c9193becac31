"""Supplements: versions under one number, small, and nothing that was signed is touched (rule P-09)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.admissions.tests.desks import Desk, desk_of, good
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts import tasks
from zhunru.contracts.models import Clause, Contract, Instalment, Paper, Period, Terms
from zhunru.contracts.schemas.contracts import Because
from zhunru.contracts.schemas.terms import Signing, SupplementIn
from zhunru.contracts.services import differences, supplementing
from zhunru.contracts.tests import samples
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.purchases.models import BudgetLine
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.clause("2.4c")
MORE: dict[str, Any] = {
    "price": "22000.00",
    "ends_on": "2027-01-31",
    "periods": [
        *samples.text(0)["periods"],
        {"no": 3, "title": "延长期", "from_on": "2027-01-01", "to_on": "2027-01-31"},
    ],
    "instalments": [
        *samples.text(0)["instalments"],
        {"no": 3, "title": "第三期", "basis": "acceptance", "period": 3, "amount": "2000.00"},
    ],
}


def asked(stage: Stage, contract: Contract, by: str = "water-clerk") -> Terms:
    actor = samples.who(stage, contract, by)
    with township_context(contract.village.township):
        return supplementing.supplement(contract, actor=actor, data=SupplementIn(reason="冬季加巡"))


def budget(stage: Stage) -> list[dict[str, Any]]:
    """Each year's money from its own line."""
    first = samples.budget_line(stage.departments["water"])
    second = samples.budget_line(stage.departments["water"], year=2027)
    return [{"line": first.pk, "amount": "20000.00"}, {"line": second.pk, "amount": "2000.00"}]


def supplemented(stage: Stage, contract: Contract, **changed: Any) -> Contract:
    asked(stage, contract)
    samples.written(stage, contract, **{**MORE, "budget": budget(stage), **changed})
    return samples.signed(stage, contract)


def faults(stage: Stage, contract: Contract, **changed: Any) -> set[str]:
    asked(stage, contract)
    samples.written(stage, contract, **{"budget": budget(stage), **MORE, **changed})
    with pytest.raises(DomainError) as refused:
        samples.take(stage, contract, "submit", "water-clerk")
    return {one["field"] for one in refused.value.faults}  # type: ignore[attr-defined]


def test_a_supplement_adds_and_leaves_what_was_signed(stage: Stage, performing: Contract) -> None:
    contract = supplemented(stage, performing)
    assert (contract.price, contract.supplemented) == (Decimal(22000), Decimal(2000))
    assert (contract.ends_on, contract.status) == (date(2027, 1, 31), Contract.Status.PERFORMING)
    with township_context(contract.village.township):
        assert [row.terms.no for row in Period.objects.order_by("no")] == [1, 1, 2]
        assert [row.terms.no for row in Instalment.objects.order_by("no")] == [1, 1, 2]
        assert Clause.objects.filter(terms__no=1).count() == Clause.objects.filter(terms__no=2).count() == 10
    with county_context():
        assert dict(BudgetLine.objects.values_list("year", "reserved")) == {2026: Decimal(20000), 2027: Decimal(2000)}


def test_more_than_ten_percent_is_refused_at_the_field(stage: Stage, performing: Contract) -> None:
    """Rule P-09."""
    rows = [*MORE["instalments"][:2], {**MORE["instalments"][2], "amount": "2000.01"}]
    assert "price" in faults(stage, performing, price="22000.01", instalments=rows)


def test_more_than_ten_percent_is_refused_by_the_database(stage: Stage, performing: Contract) -> None:
    """Rule P-09."""
    refused = pytest.raises(IntegrityError, match="supplements_within_ten_percent")
    with township_context(performing.village.township), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE contracts_contract SET supplemented = 2000.01, price = 22000.01")


def test_all_supplements_count_together(stage: Stage, performing: Contract) -> None:
    """Rule P-09: the second finds what the first has used."""
    contract = supplemented(stage, performing)
    rows = [*MORE["instalments"], {"no": 4, "title": "第四期", "basis": "acceptance", "period": 3, "amount": "0.01"}]
    assert "price" in faults(stage, contract, price="22000.01", instalments=rows)


def test_earlier_instalments_and_periods_stay(stage: Stage, performing: Contract) -> None:
    changed = [{**MORE["instalments"][0], "amount": "9000.00"}, *MORE["instalments"][1:]]
    assert "instalments" in faults(stage, performing, instalments=changed)


def test_a_village_asks_for_more_time_and_the_department_drafts(stage: Stage, performing: Contract) -> None:
    terms = asked(stage, performing, "village")
    assert (terms.asked_by, terms.status, terms.no) == (Contract.Party.PROVIDER, Terms.Status.DRAFT, 2)
    with pytest.raises(DomainError) as refused:
        asked(stage, performing)
    assert refused.value.code == "supplement_under_way"
    given_up = samples.take(stage, performing, "discard", "water-head", Because(remark="可以按期完成"))
    assert given_up.status == Terms.Status.DISCARDED
    assert samples.fresh(performing).status == Contract.Status.PERFORMING


def test_a_supplement_not_signed_gives_its_money_back(stage: Stage, performing: Contract) -> None:
    asked(stage, performing)
    samples.written(stage, performing, **MORE, budget=budget(stage))
    samples.agreed(stage, performing)
    samples.take(stage, performing, "sign", "water-head", Signing(signatory="演示负责人"))
    with county_context():
        assert BudgetLine.objects.get(year=2027).reserved == Decimal(2000)
    samples.take(stage, performing, "discard", "water-head", Because(remark="不再需要"))
    with county_context():
        assert dict(BudgetLine.objects.values_list("year", "reserved")) == {2026: Decimal(20000), 2027: Decimal(0)}


def test_its_paper_says_what_was_and_what_is(stage: Stage, performing: Contract, settings: Any) -> None:
    settings.DEMO = True
    with township_context(performing.village.township):
        original = Paper.objects.get(kind=Paper.Kind.CONTRACT)
    tasks.issue(paper_id=original.pk)
    contract = supplemented(stage, performing)
    with township_context(contract.village.township):
        paper = Paper.objects.get(kind=Paper.Kind.SUPPLEMENT)
        assert paper.terms
        told = {change.what for change in differences.difference(paper.terms)}
    assert {"合同价款", "结束日期", "验收期 3", "付款 3"} == told
    tasks.issue(paper_id=paper.pk)
    with county_context():
        facts = Document.objects.get(wanted_by=paper.pk).facts
    assert (facts["price_before"], facts["price"]) == ("20000.00", "22000.00")
    assert facts["contract"]["number"] == samples.fresh(contract).number


def test_a_supplement_waits_for_the_contracts_own_paper(stage: Stage, performing: Contract, settings: Any) -> None:
    settings.DEMO = True
    contract = supplemented(stage, performing)
    with township_context(contract.village.township):
        papers = {paper.kind: paper.pk for paper in Paper.objects.all()}
    with pytest.raises(DomainError, match="暂不能制发"):
        tasks.issue(paper_id=papers[Paper.Kind.SUPPLEMENT])
    for kind in (Paper.Kind.CONTRACT, Paper.Kind.SUPPLEMENT):
        tasks.issue(paper_id=papers[kind])
    with county_context():
        facts = Document.objects.get(wanted_by=papers[Paper.Kind.SUPPLEMENT]).facts
    assert facts["contract"]["number"] == samples.fresh(contract).number


def test_the_change_is_told_over_the_api_and_not_in_the_history(stage: Stage, performing: Contract) -> None:
    supplemented(stage, performing)
    clerk: Desk = desk_of(stage, "water-clerk")
    contract = good(clerk.ask("GET", f"/contracts/{performing.pk}"))
    assert [one["no"] for one in contract["versions"]] == [1, 2]
    address = f"/contract-terms/{contract['in_force']}"
    assert "合同价款" in {one["what"] for one in clerk.get(f"{address}/difference")}
    told = clerk.get(f"{address}/history")
    assert "{" not in "".join(change["old"] + change["new"] for entry in told for change in entry["changes"])
