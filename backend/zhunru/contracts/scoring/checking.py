"""What a clause must say to be measured at all. The editor asks it while clauses are written, the engine each time."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Never

from django.utils.translation import gettext as _

from zhunru.contracts.scoring.choices import MeasureKind
from zhunru.contracts.scoring.clauses import Clause
from zhunru.core.errors import InvalidError

FULL = Decimal(100)


def refuse(clause: Clause, field: str, code: str, sentence: str) -> Never:
    raise InvalidError(code, sentence, field=field, clause=clause.number)


def check_clause(clause: Clause) -> None:
    """Raises InvalidError at the field that is wrong: `weight` or what belongs to the clause's measure."""
    if not (clause.weight.is_finite() and 0 < clause.weight <= FULL):
        refuse(clause, "weight", "weight", _("考核条款的权重应当大于 0、不超过 100"))
    if check := _CHECKS.get(clause.measure):
        check(clause)


def _target(clause: Clause) -> None:
    target, tolerance = clause.target, clause.tolerance
    if target is None or not target.is_finite() or target <= 0:
        refuse(clause, "target", "target", _("目标值应当大于 0"))
    if not tolerance.is_finite() or not 0 <= tolerance < target:
        refuse(clause, "tolerance", "tolerance", _("允许偏差不能为负，并应当小于目标值"))


def _deadline(clause: Clause) -> None:
    if clause.grace_days < 0:
        refuse(clause, "grace_days", "negative", _("宽限天数不能为负"))
    if not clause.steps:
        return
    if clause.grace_days:
        refuse(clause, "grace_days", "either_or", _("宽限天数和逾期分段只能选用一种"))
    if any(step.days < 1 for step in clause.steps):
        refuse(clause, "steps", "steps", _("逾期分段从逾期 1 天起"))
    if not all(step.result.is_finite() and 0 <= step.result <= 1 for step in clause.steps):
        refuse(clause, "steps", "steps", _("逾期分段的结果应当在 0 到 1 之间"))
    if any(later.days <= step.days or later.result > step.result for step, later in pairwise(clause.steps)):
        refuse(clause, "steps", "steps", _("逾期分段的天数应当递增，结果不能随之变好"))


def _scale(clause: Clause) -> None:
    levels = {level.level for level in clause.levels}
    if len(levels) < 2 or len(levels) < len(clause.levels) or min(levels) < 0:
        refuse(clause, "levels", "levels", _("分级评定至少应当有两级，级别不能重复，也不能为负"))
    if not all(level.anchor.strip() for level in clause.levels):
        refuse(clause, "levels", "anchor", _("请用文字写明每一级的评定标准"))


_CHECKS: Mapping[MeasureKind, Callable[[Clause], None]] = {
    MeasureKind.COUNT: _target,
    MeasureKind.RATIO: _target,
    MeasureKind.DEADLINE: _deadline,
    MeasureKind.SCALE: _scale,
}
