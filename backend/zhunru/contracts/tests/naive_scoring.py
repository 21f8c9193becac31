"""The rules of scoring once more, from their text alone: plain loops and long decimals, nothing shared with the engine.

A clause and what was measured of it are read by their names only. The sentences are those of the domain paper on
clause-based satisfaction.
"""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from typing import Any

LONG = 400
"""Digits that quotients are worked out to; the last hundred are dropped before a half is looked for."""


def naive_result(clause: Any, measured: Any) -> Decimal | None:
    """Per clause a result between 0 and 1, or not applicable."""
    if measured.not_applicable is not None:
        return None
    with localcontext(prec=LONG):
        kind = str(clause.measure.value)
        if kind in ("count", "ratio"):
            return naive_target(measured.actual, clause.target, clause.tolerance)
        if kind == "deadline":
            return naive_deadline(measured.days_late, clause.grace_days, clause.steps)
        if kind == "scale":
            return naive_scale(measured.level, clause.levels)
        if kind == "sample":
            return Decimal(measured.passed) / Decimal(measured.sampled)
        if kind == "survey":
            pleased = Decimal(measured.satisfied) + Decimal("0.5") * Decimal(measured.fairly)
            return pleased / Decimal(measured.valid_answers)
        assert kind == "boolean"
        return Decimal(1) if measured.done else Decimal(0)


def naive_target(actual: Decimal, target: Decimal, tolerance: Decimal) -> Decimal:
    """min(1, actual/target); what falls short by no more than the tolerance counts in full."""
    if target - actual <= tolerance:
        return Decimal(1)
    return min(Decimal(1), actual / target)


def naive_deadline(days_late: int, grace_days: int, steps: Any) -> Decimal:
    """1 on time, linear to 0 over the days of grace, or by the table: up to so many days late, this result."""
    if days_late == 0:
        return Decimal(1)
    if steps:
        for days, result in steps:
            if days_late <= days:
                return Decimal(result)
        return Decimal(0)
    if days_late >= grace_days:
        return Decimal(0)
    return Decimal(grace_days - days_late) / Decimal(grace_days)


def naive_scale(reached: int, levels: Any) -> Decimal:
    """The level reached, of the highest that has its words in the contract."""
    highest = 0
    for level, _anchor in levels:
        highest = level if level > highest else highest
    return Decimal(reached) / Decimal(highest)


def two_places(value: Decimal) -> Decimal:
    """Half-up, after the noise of long quotients is gone."""
    with localcontext(prec=LONG + 10):
        clean = value.quantize(Decimal(1).scaleb(100 - LONG), rounding=ROUND_HALF_EVEN)
        return clean.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def naive_score(clauses: list[Any], measured: list[Any]) -> Decimal | None:
    """Sum of w times r over the sum of the assessed w, times 100, half-up, two digits."""
    with localcontext(prec=LONG):
        above, below = Decimal(0), Decimal(0)
        for clause, found in zip(clauses, measured, strict=True):
            result = naive_result(clause, found)
            if result is not None:
                above += clause.weight * result
                below += clause.weight
        return None if below == 0 else two_places(above * 100 / below)


def naive_points(clauses: list[Any], measured: list[Any]) -> list[tuple[Decimal, Decimal]]:
    """Per clause its weight after what is not applicable has left, and what it brings to the score."""
    assessed = Decimal(0)
    for clause, found in zip(clauses, measured, strict=True):
        if found.not_applicable is None:
            assessed += clause.weight
    told = []
    for clause, found in zip(clauses, measured, strict=True):
        result = naive_result(clause, found)
        with localcontext(prec=LONG):
            share = Decimal(0) if result is None else clause.weight * 100 / assessed
            points = Decimal(0) if result is None else clause.weight * result * 100 / assessed
        told.append((two_places(share), two_places(points)))
    return told


def naive_failed(clauses: list[Any], measured: list[Any]) -> list[int]:
    """The must-pass clauses that were assessed and not kept in full."""
    failed = []
    for clause, found in zip(clauses, measured, strict=True):
        result = naive_result(clause, found)
        if clause.must_pass and result is not None and result < 1:
            failed.append(clause.number)
    return failed


def naive_default_band(score: Decimal | None, failed: list[int]) -> str | None:
    """90 and above satisfied, 80 basically, 60 to be remedied, else not satisfied."""
    if score is None or failed:
        return None
    if score >= 90:
        return "satisfied"
    if score >= 80:
        return "basically_satisfied"
    return "to_be_remedied" if score >= 60 else "not_satisfied"
