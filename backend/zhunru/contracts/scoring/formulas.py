"""Every formula that a score was ever signed by. The number is kept with the score, so it can be computed again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from zhunru.contracts.scoring import first
from zhunru.contracts.scoring.clauses import Clause, Measured
from zhunru.core.errors import InvalidError

FORMULA = 1
"""The formula of scores from now on."""


@dataclass(frozen=True)
class Formula:
    """`result` of one clause, 0 to 1 or None; `score` of weights and results, 0 to 100 in two places or None."""

    result: Callable[[Clause, Measured], Fraction | None]
    score: Callable[[Iterable[tuple[Decimal, Fraction | None]]], Decimal | None]


FORMULAS: Mapping[int, Formula] = {1: Formula(first.result, first.score)}


def formula_of(number: int) -> Formula:
    if number not in FORMULAS:
        raise InvalidError("formula", _("没有这一版计分公式"), field="formula")
    return FORMULAS[number]


def result_of(clause: Clause, measured: Measured, formula: int = FORMULA) -> Fraction | None:
    """To what part the clause was kept; None where not applicable. Raises InvalidError at what cannot be."""
    return formula_of(formula).result(clause, measured)


def score(items: Iterable[tuple[Clause, Measured]], formula: int = FORMULA) -> Decimal | None:
    """The score alone; `assess` gives it with everything that it is made of."""
    chosen = formula_of(formula)
    return chosen.score((clause.weight, chosen.result(clause, measured)) for clause, measured in items)
