"""What thousands of deliverables add up to."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.contracts.scoring import Delivered, quantities, weights_sum
from zhunru.contracts.tests.scoring_samples import clause
from zhunru.core.errors import InvalidError

pytestmark = pytest.mark.clause("2.4d")

DELIVERED = st.builds(
    Delivered, st.integers(1, 5), st.none() | st.decimals(0, "999999999999.99", places=2), st.booleans()
)


def added_up(deliverables: Iterable[Delivered], number: int) -> Decimal:
    hundredths = 0
    for each in deliverables:
        if each.number == number and each.confirmed and each.quantity is not None:
            hundredths += int(each.quantity * 100)
    return Decimal(hundredths) / 100


@settings(deadline=None)
@given(st.lists(DELIVERED, max_size=40), st.data())
def test_quantities_add_up_by_clause_in_any_order(deliverables: list[Delivered], data: st.DataObject) -> None:
    sums = quantities(deliverables)
    assert sums == quantities(data.draw(st.permutations(deliverables)))
    assert all(sums.get(number, 0) == added_up(deliverables, number) for number in range(1, 6))


def test_no_digit_of_a_sum_is_lost_whatever_the_surroundings() -> None:
    """Rule P-07, too: twice 49.99 does not make 100, though in three digits it would."""
    with localcontext(prec=3):
        sums = quantities([Delivered(1, Decimal("123456.78")), Delivered(1, Decimal("0.01"))])
        weights = weights_sum([clause(number=n, weight=Decimal("49.99")) for n in (1, 2)])
    assert sums == {1: Decimal("123456.79")}
    assert weights.total == Decimal("99.98")


def test_what_is_not_confirmed_or_not_counted_adds_nothing() -> None:
    assert quantities([Delivered(1, Decimal(3)), Delivered(1, Decimal(4), False), Delivered(2, None)]) == {1: 3}


def test_a_quantity_below_nothing_is_refused() -> None:
    for wrong in (Decimal(-1), Decimal("NaN")):
        with pytest.raises(InvalidError) as refused:
            quantities([Delivered(7, wrong)])
        assert (refused.value.field, refused.value.params) == ("quantity", {"clause": 7})


def test_5000_deliverables_of_60_clauses_take_a_moment() -> None:
    many = [Delivered(n % 60, Decimal("0.01") * n) for n in range(5000)]
    started = process_time()
    sums = quantities(many)
    assert process_time() - started < 0.25
    assert sum(sums.values()) == Decimal("124975.00")
