"""The demonstration's contracts: each stands where its story has brought it, on the days that the story tells."""

from contextlib import AbstractContextManager
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhunru.accounts.imports import import_departments
from zhunru.admissions.tests.stage import Stage, member
from zhunru.contracts.models import Contract, Deliverable, Instalment, Paper, Period, Terms
from zhunru.core.actors import SYSTEM
from zhunru.demo import deals
from zhunru.demo.budgets import create_budgets
from zhunru.demo.contracts import create_contracts
from zhunru.demo.county import DATA
from zhunru.demo.deals import Deal
from zhunru.demo.past import days_ago
from zhunru.demo.people import accounts
from zhunru.divisions.models import Township
from zhunru.purchases.clauses_import import load_library
from zhunru.purchases.imports import load_catalogue
from zhunru.purchases.models import ContractFact
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture
def told(stage: Stage) -> None:
    """On the county of the tests, with the demonstration's departments, accounts, budgets and clauses."""
    with county_context():
        import_departments(DATA / "departments" / "departments.csv", actor=SYSTEM)
        load_catalogue(DATA / "purchase")
        load_library(DATA / "purchase", actor=SYSTEM)
        for one in list(accounts()):
            member(one.realm, one.username, one.role, organisation=one.organisation, village=one.village)
        create_budgets()
        create_contracts()


@pytest.mark.usefixtures("told")
def test_each_contract_stands_where_its_story_ends() -> None:
    today = timezone.localdate()
    with county_context():
        assert dict(ContractFact.objects.values_list("subject", "status")) == {
            deals.DONE.subject: "completed",
            deals.PERFORMED.subject: "performing",
            deals.DISPUTED.subject: "performing",
            deals.OFFERED.subject: "negotiating",
            deals.DRAFTED.subject: "negotiating",
        }
    with _where(deals.DONE):
        assert Period.objects.get(contract__subject=deals.DISPUTED.subject, no=1).status == Period.Status.AT_TOWNSHIP
        done = Contract.objects.get(subject=deals.DONE.subject)
        assert done.provider.endswith("村村民委员会")
        assert done.paid == done.price == Decimal(deals.DONE.price)
        assert done.signed_on == today - timedelta(days=148)
        assert [period.score for period in done.periods.all()] == [Decimal("94.00"), Decimal("100.00")]
        assert Instalment.objects.get(contract=done, no=1).interest > 0
        assert Paper.objects.filter(contract=done).count() == 3
    with _where(deals.PERFORMED):
        states = list(Deliverable.objects.order_by("id").values_list("status", flat=True))
        assert states == ["confirmed", "confirmed", "confirmed", "queried", "submitted", "draft"]
        assert list(Instalment.objects.order_by("no").values_list("status", flat=True)) == [
            "arrived", "due", "planned", "planned",
        ]  # fmt: skip
        assert Terms.objects.get(contract__subject=deals.OFFERED.subject).status == Terms.Status.DELIBERATION
        assert Terms.objects.get(contract__subject=deals.DRAFTED.subject).status == Terms.Status.DRAFT


def test_a_day_gone_by_ends_with_its_block() -> None:
    now = timezone.now()
    with days_ago(10):
        assert timezone.localdate() == timezone.localdate(now) - timedelta(days=10)
    assert timezone.now() >= now


def _where(deal: Deal) -> AbstractContextManager[None]:
    with county_context():
        return township_context(Township.objects.order_by("code")[deal.township])
