"""The county's facts are the townships' contracts, whatever was written to these and however."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Clause, Contract, Deliverable, Instalment, Period, Terms
from zhunru.contracts.tests.conftest import performing
from zhunru.core.actors import SYSTEM
from zhunru.demo.tests.crowd import at_once
from zhunru.purchases.models import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact
from zhunru.tenancy.context import county_context, township_context

__all__ = ["performing"]

pytestmark = pytest.mark.django_db(transaction=True)

PARTS: dict[type[Model], type[Model]] = {Terms: TermsFact, Period: PeriodFact, Instalment: InstalmentFact}
DUE = date(2026, 7, 10)


def columns(fact: type[Model]) -> list[str]:
    return [field.attname for field in fact._meta.concrete_fields if field.attname != "township_id"]


def rows(model: type[Model], names: list[str]) -> set[tuple[Any, ...]]:
    return set(model._default_manager.values_list(*names))


def agree(stage: Stage, contract: Contract) -> None:
    """What the county believes is what the township holds, column by column."""
    township = contract.village.township
    names = columns(ContractFact)
    with township_context(township):
        own = ["purchaser_id" if name == "department_id" else name for name in names]
        held: dict[type[Model], set[tuple[Any, ...]]] = {ContractFact: rows(Contract, own)}
        held |= {fact: rows(model, columns(fact)) for model, fact in PARTS.items()}
    with county_context():
        for fact, expected in held.items():
            assert rows(fact, columns(fact)) == expected, fact
            stamps = set(fact._default_manager.values_list("township_id", flat=True))
            assert stamps <= {township.no}


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.clause("3.3a")
def test_facts_are_the_contracts_after_whatever_was_written(stage: Stage, performing: Contract) -> None:
    agree(stage, performing)
    township = performing.village.township
    for statement in (
        "UPDATE contracts_contract SET status = 'suspended', suspension_reason = '停工'",
        "UPDATE contracts_period SET status = 'reported', due_on = '2026-07-10'",
        "UPDATE contracts_instalment SET status = 'cancelled' WHERE no = 2",
        "UPDATE contracts_instalment SET status = 'due' WHERE false",
        "UPDATE contracts_terms SET due_on = '2026-07-01'",
    ):
        with township_context(township):
            run(statement)
        agree(stage, performing)


def deliver(contract: Contract, status: str, due: date | None = None) -> Deliverable:
    """A piece of work under the contract's first clause that is assessed."""
    clause = Clause.objects.filter(terms__contract=contract, assessable=True).order_by("number")[0]
    row = Deliverable(
        contract=contract, clause=clause, department_id=contract.purchaser_id, done_on=date(2026, 6, 1),
        status=status, confirm_due_on=due,
    )  # fmt: skip
    row.record(actor=SYSTEM, reason="登记")
    return row


def waiting() -> list[tuple[Any, ...]]:
    with county_context():
        return list(DeliverableFact.objects.values_list("id", "waiting", "due_on"))


@pytest.mark.clause("2.4c")
def test_what_waits_for_confirmation_is_counted_with_the_earliest_day(performing: Contract) -> None:
    """Drafts do not wait, and what was confirmed waits no more."""
    with township_context(performing.village.township):
        deliver(performing, "draft")
        first = deliver(performing, "submitted", DUE)
        deliver(performing, "submitted", DUE + timedelta(days=3))
    assert waiting() == [(performing.pk, 2, DUE)]
    with township_context(performing.village.township):
        first.status = Deliverable.Status.CONFIRMED
        first.record(actor=SYSTEM, reason="确认")
    assert waiting() == [(performing.pk, 1, DUE + timedelta(days=3))]


def test_of_many_who_submit_at_once_every_one_is_counted(performing: Contract) -> None:
    township = performing.village.township

    def submit(_place: int) -> None:
        with township_context(township), transaction.atomic():
            deliver(performing, "submitted", DUE)

    at_once(submit, 8)
    assert waiting() == [(performing.pk, 8, DUE)]


@pytest.mark.parametrize("part", ["contract", "terms", "period", "instalment", "deliverable"])
def test_a_township_calls_no_pushing_function_itself(performing: Contract, part: str) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied for function")
    with township_context(performing.village.township), refused, transaction.atomic():
        run(f"SELECT public.push_{part}_facts()")
