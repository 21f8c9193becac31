"""Rule P-07: the weights of each side's assessable clauses make 100 when a contract is signed."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from zhunru.contracts.scoring.checking import FULL
from zhunru.contracts.scoring.clauses import Clause
from zhunru.contracts.scoring.exact import exact_sum
from zhunru.purchases.choices import Side


class Weights(NamedTuple):
    total: Decimal

    @property
    def complete(self) -> bool:
        return self.total == FULL

    @property
    def missing(self) -> Decimal:
        """Below zero where there is too much."""
        return FULL - self.total


def weights_sum(clauses: Iterable[Clause], side: Side = Side.PROVIDER) -> Weights:
    """Of one side's clauses; the two sides are never added up."""
    return Weights(exact_sum(clause.weight for clause in clauses if clause.side == side))
