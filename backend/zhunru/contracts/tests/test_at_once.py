"""Several people at once, each on a connection of its own: signed once, and no money is bound twice (P-02)."""

from collections import Counter
from decimal import Decimal

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Clause, Instalment, Paper
from zhunru.contracts.schemas.terms import Signing
from zhunru.contracts.tests import samples
from zhunru.demo.tests.crowd import at_once
from zhunru.purchases.models import BudgetLine, Reservation
from zhunru.tenancy.context import county_context, township_context

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("calendar"), pytest.mark.clause("2.4b")]
MANY = 8
SIGNATURE = {"signatory": "演示签字人"}


def test_heads_who_sign_at_once_sign_once(stage: Stage) -> None:
    contract = samples.drafted(stage)
    terms = samples.agreed(stage, contract)
    desk = desk_of(stage, "water-head")
    desks = [desk.twin() for _ in range(MANY)]
    path = f"/contract-terms/{terms.pk}/sign"
    found = at_once(lambda place: int(desks[place].ask("POST", path, SIGNATURE).status_code), MANY)
    assert Counter(found) == {200: 1, 409: MANY - 1}
    with county_context():
        assert BudgetLine.objects.get().reserved == Reservation.objects.get().amount == Decimal(20000)


def test_villagers_who_sign_at_once_conclude_once(stage: Stage) -> None:
    contract = samples.drafted(stage)
    terms = samples.agreed(stage, contract)
    samples.take(stage, contract, "sign", "water-head", Signing(signatory="演示负责人"))
    desk = Desk(stage.village_officer(contract.village))
    desks = [desk.twin() for _ in range(MANY)]
    path = f"/contract-terms/{terms.pk}/countersign"
    found = at_once(lambda place: int(desks[place].ask("POST", path, SIGNATURE).status_code), MANY)
    assert Counter(found) == {200: 1, 409: MANY - 1}
    with township_context(contract.village.township):
        assert (Clause.objects.count(), Instalment.objects.count(), Paper.objects.count()) == (10, 2, 1)


def test_of_two_contracts_for_the_last_money_one_is_signed(stage: Stage) -> None:
    """Rule P-02, in two townships that know nothing of each other."""
    line = samples.budget_line(stage.departments["water"], amount="30000.00", project="只够一份")
    budget = [{"line": line.pk, "amount": "20000.00"}]
    places = [stage.villages(0)[0], stage.villages(1)[0]]
    versions = [samples.agreed(stage, samples.drafted(stage, village, budget=budget)) for village in places]
    desk = desk_of(stage, "water-head")
    desks = [desk.twin() for _ in versions]

    def sign(place: int) -> int:
        path = f"/contract-terms/{versions[place].pk}/sign"
        return int(desks[place].ask("POST", path, SIGNATURE).status_code)

    assert Counter(at_once(sign, len(versions))) == {200: 1, 409: 1}
    with county_context():
        assert BudgetLine.objects.get(pk=line.pk).reserved == Decimal(20000)
