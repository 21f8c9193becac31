"""The assessment of one side's clauses, in which every figure opens into its clause and its raw measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from zhunru.contracts.scoring.bands import Band, band_of
from zhunru.contracts.scoring.choices import Met, Satisfaction
from zhunru.contracts.scoring.clauses import Clause, Measured
from zhunru.contracts.scoring.formulas import FORMULA, formula_of
from zhunru.contracts.scoring.rounding import half_up
from zhunru.core.errors import InvalidError
from zhunru.purchases.choices import Side


@dataclass(frozen=True, kw_only=True)
class Line:
    """One clause. `exact` is its result; result, share and points are rounded each for itself, to be shown only.

    `share` is the weight among what is applicable, of 100; `points` is what the clause brings to the score. The score
    is rounded once, from the exact sum, so points as shown may add up to some hundredths more or less.
    """

    clause: Clause
    measured: Measured
    exact: Fraction | None
    share: Decimal
    points: Decimal

    @property
    def result(self) -> Decimal | None:
        """In four places."""
        return None if self.exact is None else half_up(self.exact, 4)

    @property
    def state(self) -> Met:
        if self.exact is None:
            return Met.NOT_APPLICABLE
        if self.exact == 0:
            return Met.NOT_MET
        return Met.MET if self.exact == 1 else Met.PARTLY


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """`score` is None if no clause was applicable; `failed` are the clauses that must pass and did not."""

    formula: int
    side: Side
    lines: tuple[Line, ...]
    score: Decimal | None
    band: Satisfaction | None
    failed: tuple[int, ...]

    @property
    def only_not_accepted(self) -> bool:
        """Whatever the score: with a clause failed that must pass there is no other result."""
        return bool(self.failed)


def assess(
    clauses: Iterable[Clause],
    measured: Mapping[int, Measured],
    bands: Sequence[Band] = (),
    *,
    side: Side = Side.PROVIDER,
    formula: int = FORMULA,
) -> Assessment:
    """Of all clauses of that side, `measured` by their numbers; lines stand in the order of the clauses.

    Rule P-10: a measure without a clause is refused, and so is a clause without a measure. No band is named where a
    clause failed that must pass: nobody is told to be satisfied with what is not accepted.
    """
    chosen = formula_of(formula)
    own = [clause for clause in clauses if clause.side == side]
    _match(own, measured)
    results = [(clause, chosen.result(clause, measured[clause.number])) for clause in own]
    score = chosen.score((clause.weight, exact) for clause, exact in results)
    failed = tuple(clause.number for clause, exact in results if clause.must_pass and exact is not None and exact < 1)
    band = band_of(score, bands)
    return Assessment(
        formula=formula,
        side=side,
        lines=_lines(results, measured),
        score=score,
        band=None if failed else band,
        failed=failed,
    )


def _match(clauses: Sequence[Clause], measured: Mapping[int, Measured]) -> None:
    numbers = {clause.number for clause in clauses}
    if len(numbers) < len(clauses):
        raise InvalidError("twice", _("同一版合同中条款编号不能重复"), field="number")
    if unknown := sorted(measured.keys() - numbers):
        raise InvalidError("not_a_clause", _("只能评定合同写明的考核条款"), field="number", clause=unknown[0])
    if left_out := sorted(numbers - measured.keys()):
        raise InvalidError("not_measured", _("考核条款尚未全部评定"), field="number", clause=left_out[0])


def _lines(results: Sequence[tuple[Clause, Fraction | None]], measured: Mapping[int, Measured]) -> tuple[Line, ...]:
    whole = sum((Fraction(clause.weight) for clause, exact in results if exact is not None), Fraction(0))
    lines = []
    for clause, exact in results:
        share = Fraction(0) if exact is None else Fraction(clause.weight) * 100 / whole
        lines.append(
            Line(
                clause=clause,
                measured=measured[clause.number],
                exact=exact,
                share=half_up(share),
                points=half_up(share * (exact or 0)),
            )
        )
    return tuple(lines)
