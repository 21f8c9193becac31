"""Sums of decimals that either lose no digit or fail: neither order nor a context's precision changes them."""

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, InvalidOperation

EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total
