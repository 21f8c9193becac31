"""What many records of work add up to, and what weights do."""

from decimal import Decimal, localcontext
from random import Random

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Deliverable, Period
from zhunru.contracts.schemas.deliverables import DeliverableIn
from zhunru.contracts.scoring import weights_sum
from zhunru.contracts.services import delivering, opening
from zhunru.contracts.tests.scoring_samples import clause
from zhunru.contracts.workflow.deliverables import DELIVERABLES
from zhunru.tenancy.context import township_context

pytestmark = pytest.mark.clause("2.4d")

RECORDS = [
    (2, "0.10", "2026-03-16", "confirm"),
    (2, "0.20", "2026-06-30", "confirm"),
    (2, "123456.78", "2026-05-01", "confirm"),
    (2, "7.00", "2026-05-02", "query"),
    (2, "9.00", "2026-05-03", ""),
    (2, "11.00", "2026-07-01", "confirm"),
    (3, None, "2026-05-04", "confirm"),
]
"""Clause, quantity, day, and what the purchaser says; a day in July is not the first period's."""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_records_add_up_by_clause_in_any_order(stage: Stage, performing: Contract, at: At, seed: int) -> None:
    """Confirmed ones of the period only, each digit kept."""
    at("2026-07-06 09:00")
    clerk, village = stage.actor("water-clerk"), stage.village_officer(performing.village)
    records = Random(seed).sample(RECORDS, len(RECORDS))  # noqa: S311  # an order, no secret
    with township_context(performing.village.township):
        for number, quantity, day, said in records:
            data = DeliverableIn.model_validate(
                {"clause": number, "quantity": quantity, "done_on": day, "submit": True}
            )
            made: Deliverable = delivering.write(performing, actor=village, data=data, client_key=None)
            if said:
                answer = DELIVERABLES.steps[said].data.model_validate({"remark": "请核对"})
                DELIVERABLES.take(said, made, actor=clerk, data=answer)
        work = opening.work_of(Period.objects.get(no=1))
    assert {number: (done.delivered, done.records) for number, done in work.items()} == {
        2: (Decimal("123457.08"), 3),
        3: (None, 1),
    }


def test_no_digit_of_a_sum_is_lost_whatever_the_surroundings() -> None:
    """Rule P-07: twice 49.99 does not make 100, though in three digits it would."""
    with localcontext(prec=3):
        weights = weights_sum([clause(number=n, weight=Decimal("49.99")) for n in (1, 2)])
    assert weights.total == Decimal("99.98")
