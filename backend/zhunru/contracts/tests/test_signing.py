"""How a contract comes about: written, checked, deliberated on and signed by both (clauses 2.2b, 2.4b, 2.4c)."""

from datetime import date
from decimal import Decimal

from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Clause, Contract, Instalment, Period
from zhunru.contracts.tests import samples
from zhunru.purchases.models import BudgetLine, ContractFact
from zhunru.tenancy.context import county_context, township_context


def test_what_both_have_signed_becomes_clauses_periods_and_instalments(calendar: None, stage: Stage) -> None:
    contract = samples.signed(stage)
    with township_context(contract.village.township):
        assert contract.status == Contract.Status.SIGNED
        assert Clause.objects.filter(terms__contract=contract).count() == 10
        assert list(Period.objects.values_list("title", flat=True)) == ["上半年", "下半年"]
        assert [one.period.no for one in Instalment.objects.order_by("no") if one.period] == [1, 2]
    assert (contract.price, contract.original_price) == (Decimal(20000), Decimal(20000))
    assert contract.publication_due_on == date(2026, 3, 4)
    assert contract.filing_due_on is None
    with county_context():
        assert BudgetLine.objects.get().reserved == Decimal(20000)
        assert ContractFact.objects.get().status == "signed"


def test_a_published_contract_is_performed(performing: Contract) -> None:
    assert performing.status == Contract.Status.PERFORMING
    assert performing.published_on == date(2026, 3, 2)
