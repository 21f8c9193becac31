"""The life of a contract as it may come: whatever is done in whatever order, the money adds up after each step.

(P-02, P-13; clauses 2.4c, 2.4d, 3.3b.)
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Instalment, Period
from zhunru.contracts.rules.assessing import OVER
from zhunru.contracts.schemas.contracts import Because, EndingIn
from zhunru.contracts.schemas.deliverables import DeliverableIn
from zhunru.contracts.schemas.instalments import ArrivalIn, Denial, PaymentIn
from zhunru.contracts.schemas.periods import Countersignature, MeasuresIn, PanelIn, SelfReport, VerdictsIn
from zhunru.contracts.services import assessing, delivering
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import MET, PANEL, PARTLY
from zhunru.contracts.tests.test_deliverables import WORK
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.contracts.workflow.deliverables import DELIVERABLES
from zhunru.contracts.workflow.instalments import INSTALMENTS
from zhunru.contracts.workflow.periods import PERIODS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.workflow import Remark
from zhunru.purchases.models import BudgetLine, ContractFact, InstalmentFact
from zhunru.tenancy.context import county_context, township_context

TERMS: dict[str, Any] = {
    "instalments": [
        {"no": 1, "title": "预付款", "basis": "milestone", "milestone_on": "2026-07-01", "amount": "4000.00"},
        {"no": 2, "title": "第一期", "basis": "acceptance", "period": 1, "amount": "9000.00"},
        {"no": 3, "title": "第一期补助", "basis": "acceptance", "period": 1, "amount": "1000.00"},
        {"no": 4, "title": "第二期", "basis": "acceptance", "period": 2, "amount": "6000.00"},
    ],
    "late_interest": "3.65",
}
NUMBERS = st.sampled_from([1, 2, 3, 4])
SHARES = st.sampled_from([100, 100, 93, 50, 0, 101])
"""Percent of what a period could come to; more than that is refused."""
RESULTS = st.sampled_from(["accepted", "accepted", "partly", "remedy", "not_accepted"])
STRAY = st.sampled_from([(PERIODS, step) for step in PERIODS] + [(INSTALMENTS, step) for step in INSTALMENTS])
PAID = (Instalment.Status.PAID, Instalment.Status.ARRIVED, Instalment.Status.DENIED)


class Life(RuleBasedStateMachine):
    """Each run begins with the same signed contract and leaves nothing behind."""

    contract: Contract
    clerk: Actor
    head: Actor
    village: Actor

    @initialize()
    def begin(self) -> None:
        self.before = transaction.savepoint_create()
        self.paid: dict[int, Decimal] = {}

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)

    def try_to(self, act: Callable[[], Any]) -> bool:
        """Whether it was allowed. Nothing else than a sentence may come of what is not."""
        with township_context(self.contract.village.township):
            try:
                with transaction.atomic():
                    act()
            except DomainError:
                return False
            return True

    def period_step(self, name: str, no: int, actor: Actor, data: Remark | None = None) -> None:
        PERIODS.take(name, Period.objects.get(no=no), actor=actor, data=data)

    def pay_step(self, name: str, no: int, actor: Actor, data: Remark | None = None) -> Instalment:
        return INSTALMENTS.take(name, Instalment.objects.get(no=no), actor=actor, data=data)

    @rule(quantity=st.integers(0, 20), confirm=st.booleans())
    def deliver(self, quantity: int, confirm: bool) -> None:
        def act() -> None:
            data = DeliverableIn(**WORK | {"quantity": str(quantity), "submit": True})
            made = delivering.write(Contract.objects.get(), actor=self.village, data=data, client_key=None)
            if confirm:
                DELIVERABLES.take("confirm", made, actor=self.clerk)

        self.try_to(act)

    @rule(met=st.booleans(), result=RESULTS, share=SHARES)
    def accept(self, met: bool, result: str, share: int) -> None:
        """The next period from the village's report to its certificate."""

        def act() -> None:
            open_ones = Period.objects.exclude(status__in=OVER).order_by("no")
            no = open_ones[0].no if open_ones else 2
            self.assess(no, met)
            self.period_step("sign_panel", no, self.head, self.conclusion(no, result, share))
            self.period_step("countersign", no, self.village, Countersignature(signatory="演示主任"))

        self.try_to(act)

    def assess(self, no: int, met: bool) -> None:
        self.period_step("report", no, self.village, SelfReport(report="按约定完成"))
        found = Period.objects.get(no=no)
        items = [MeasuresIn(**item) for item in (MET if met else PARTLY)]
        assessing.put_verdicts(found, actor=self.clerk, data=VerdictsIn(version=found.version, items=items))
        self.period_step("assess", no, self.clerk)
        self.period_step("agree", no, self.village)

    def conclusion(self, no: int, result: str, share: int) -> PanelIn:
        nothing = result in ("remedy", "not_accepted")
        most = Decimal(10_000 if no == 1 else 6_000)
        amount = Decimal(0) if nothing else (most * share / 100).quantize(Decimal("0.01"))
        told = {
            "members": PANEL,
            "recipients_opinion": "通畅",
            "result": result,
            "result_reason": "部分未完成",
            "accepted_amount": str(amount),
            "remedy_due_on": "2027-02-01" if result == "remedy" else None,
        }
        return PanelIn.model_validate(told)

    @rule()
    def release(self) -> None:
        self.try_to(lambda: self.pay_step("release", 1, self.head))

    @rule(no=NUMBERS, day=st.dates(date(2026, 2, 1), date(2026, 12, 30)))
    def pay(self, no: int, day: Any) -> None:
        def act() -> None:
            due = Instalment.objects.filter(status=Instalment.Status.DUE).order_by("no").first()
            done = self.pay_step("pay", due.no if due else no, self.head, PaymentIn(paid_on=day, voucher="演付"))
            assert self.paid.setdefault(done.no, done.paid) == done.paid == done.approved  # paid anew it is paid once

        self.try_to(act)

    @rule(no=NUMBERS, arrives=st.booleans())
    def answer(self, no: int, arrives: bool) -> None:
        name, data = ("arrive", ArrivalIn()) if arrives else ("deny", Denial(remark="没有到账"))

        def act() -> None:
            told = Instalment.objects.filter(status=Instalment.Status.PAID).order_by("no").first()
            self.pay_step(name, told.no if told else no, self.village, data)

        self.try_to(act)

    @rule(stray=STRAY, no=NUMBERS, who=st.sampled_from(["clerk", "head", "village"]))
    def stray(self, stray: tuple[Any, Any], no: int, who: str) -> None:
        """A step out of turn, without what must come with it."""
        workflow, step = stray
        if step.data is Remark and (no < 3 or workflow is INSTALMENTS):
            obj = workflow.model.objects
            self.try_to(lambda: workflow.take(step.name, obj.get(no=no), actor=getattr(self, who)))

    @rule(name=st.sampled_from(["suspend", "resume", "resume", "settle", "complete", "complete", "terminate"]))
    def live(self, name: str) -> None:
        data: dict[str, Remark] = {
            "suspend": Because(remark="汛期"),
            "terminate": EndingIn(remark="违约", ending=Contract.Ending.BREACH),
        }
        self.try_to(lambda: CONTRACTS.take(name, Contract.objects.get(), actor=self.head, data=data.get(name)))

    @invariant()
    def money_adds_up(self) -> None:
        with township_context(self.contract.village.township), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            contract, rows = Contract.objects.get(), list(Instalment.objects.order_by("no"))
        assert contract.accepted == sum(row.approved or 0 for row in rows)
        assert contract.paid == sum(row.paid for row in rows) == sum(self.paid.values())
        assert 0 <= contract.paid <= contract.accepted <= samples.PRICE
        for row in rows:
            assert (row.paid > 0) == (row.status in PAID)
            assert row.paid in (0, row.approved)
        self.county_knows(contract, rows)

    def county_knows(self, contract: Contract, rows: list[Instalment]) -> None:
        with county_context():
            line, fact = BudgetLine.objects.get(), ContractFact.objects.get()
            facts = {one.id: (one.approved, one.paid, one.status) for one in InstalmentFact.objects.all()}
        assert (fact.accepted, fact.paid, fact.status) == (contract.accepted, contract.paid, contract.status)
        assert facts == {row.pk: (row.approved, row.paid, row.status) for row in rows}
        done = contract.status == Contract.Status.COMPLETED
        assert line.spent == contract.paid
        assert line.reserved == (contract.paid if done else samples.PRICE)


@pytest.mark.clause("2.4d")
@pytest.mark.clause("3.3b")
@pytest.mark.usefixtures("calendar")
def test_whatever_happens_under_a_contract_its_money_adds_up(stage: Stage, at: At) -> None:
    Life.contract = samples.performing(stage, **TERMS)
    Life.clerk, Life.head = stage.actor("water-clerk"), stage.actor("water-head")
    Life.village = stage.village_officer(Life.contract.village)
    at("2026-12-30 09:00")
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
