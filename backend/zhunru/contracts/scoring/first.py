"""Formula 1. Scores were signed by it: what it gives for any input never changes; a new rule is a new formula."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from zhunru.contracts.scoring.checking import check_clause, refuse
from zhunru.contracts.scoring.choices import MeasureKind
from zhunru.contracts.scoring.clauses import RAW, Clause, Measured
from zhunru.contracts.scoring.rounding import half_up

ONE = Fraction(1)
NONE = Fraction(0)


def result(clause: Clause, measured: Measured) -> Fraction | None:
    """To what part the clause was kept, 0 to 1; None where it is not applicable."""
    check_clause(clause)
    _takes_nothing_else(clause, measured)
    if measured.not_applicable:
        return None
    return _RESULTS[clause.measure](clause, measured)


def score(results: Iterable[tuple[Decimal, Fraction | None]]) -> Decimal | None:
    """Of weights and results: the weighted mean of what is applicable, times 100; None if nothing is."""
    assessed = [(Fraction(weight), part) for weight, part in results if part is not None]
    if not assessed:
        return None
    reached = sum((weight * part for weight, part in assessed), NONE)
    return half_up(reached * 100 / sum((weight for weight, _part in assessed), NONE))


def _takes_nothing_else(clause: Clause, measured: Measured) -> None:
    own = () if measured.not_applicable else RAW[clause.measure]
    for name in sorted({name for names in RAW.values() for name in names}.difference(own)):
        if getattr(measured, name) is not None:
            refuse(clause, name, "not_this_measure", _("本条款不按此项评定，请不要填写"))


def _given(clause: Clause, measured: Measured, name: str) -> Fraction:
    value: Decimal | int | None = getattr(measured, name)
    if value is None:
        refuse(clause, name, "required", _("请填写实际完成情况"))
    if not Decimal(value).is_finite() or value < 0:
        refuse(clause, name, "negative", _("实际完成情况不能为负"))
    return Fraction(value)


def _boolean(clause: Clause, measured: Measured) -> Fraction:
    if measured.done is None:
        refuse(clause, "done", "required", _("请填写实际完成情况"))
    return ONE if measured.done else NONE


def _target(clause: Clause, measured: Measured) -> Fraction:
    actual, target = _given(clause, measured, "actual"), Fraction(clause.target or 0)
    return ONE if actual >= target - Fraction(clause.tolerance) else actual / target


def _deadline(clause: Clause, measured: Measured) -> Fraction:
    late = _given(clause, measured, "days_late")
    if late == 0:
        return ONE
    if clause.steps:
        return next((Fraction(step.result) for step in clause.steps if late <= step.days), NONE)
    return max(NONE, ONE - late / clause.grace_days) if clause.grace_days else NONE


def _sample(clause: Clause, measured: Measured) -> Fraction:
    passed, sampled = _given(clause, measured, "passed"), _given(clause, measured, "sampled")
    if sampled == 0:
        refuse(clause, "sampled", "none", _("抽查数应当大于 0；本期无需求的，请选“不适用”"))
    if passed > sampled:
        refuse(clause, "passed", "too_many", _("合格数不能大于抽查数"))
    return passed / sampled


def _survey(clause: Clause, measured: Measured) -> Fraction:
    satisfied, fairly, answers = (_given(clause, measured, name) for name in RAW[MeasureKind.SURVEY])
    if answers == 0:
        refuse(clause, "valid_answers", "none", _("有效答卷应当大于 0；本期无需求的，请选“不适用”"))
    if satisfied + fairly > answers:
        refuse(clause, "satisfied", "too_many", _("满意和比较满意的答卷之和不能大于有效答卷"))
    return (satisfied + fairly / 2) / answers


def _scale(clause: Clause, measured: Measured) -> Fraction:
    level = _given(clause, measured, "level")
    levels = {each.level for each in clause.levels}
    if level not in levels:
        refuse(clause, "level", "unknown", _("请选择合同写明的级别"))
    return level / max(levels)


_RESULTS: Mapping[MeasureKind, Callable[[Clause, Measured], Fraction]] = {
    MeasureKind.BOOLEAN: _boolean,
    MeasureKind.COUNT: _target,
    MeasureKind.RATIO: _target,
    MeasureKind.DEADLINE: _deadline,
    MeasureKind.SAMPLE: _sample,
    MeasureKind.SURVEY: _survey,
    MeasureKind.SCALE: _scale,
}
