"""Each kind of measure: what it gives, and what it does not take."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from zhunru.contracts.scoring import Clause, Level, Measured, MeasureKind, NotApplicable, Step, check_clause, result_of
from zhunru.contracts.tests.scoring_samples import clause
from zhunru.core.errors import InvalidError

pytestmark = pytest.mark.clause("2.4d")

COUNT = clause(MeasureKind.COUNT, target=Decimal(12), tolerance=Decimal(2))
RATIO = clause(MeasureKind.RATIO, target=Decimal(95), tolerance=Decimal("0.5"))
STRICT = clause(MeasureKind.DEADLINE)
GRACE = clause(MeasureKind.DEADLINE, grace_days=10)
TABLE = clause(MeasureKind.DEADLINE, steps=(Step(3, Decimal("0.8")), Step(7, Decimal("0.5"))))
SAMPLE = clause(MeasureKind.SAMPLE)
SURVEY = clause(MeasureKind.SURVEY)
SCALE = clause(MeasureKind.SCALE, levels=(Level(1, "登记"), Level(2, "登记并走访"), Level(4, "走访有反馈")))

RESULTS: list[tuple[Clause, dict[str, Any], str]] = [
    (clause(), {"done": True}, "1"),
    (clause(), {"done": False}, "0"),
    (COUNT, {"actual": Decimal(15)}, "1"),
    (COUNT, {"actual": Decimal(10)}, "1"),
    (COUNT, {"actual": Decimal("9.99")}, "999/1200"),
    (COUNT, {"actual": Decimal(0)}, "0"),
    (RATIO, {"actual": Decimal("94.5")}, "1"),
    (RATIO, {"actual": Decimal(94)}, "94/95"),
    (STRICT, {"days_late": 0}, "1"),
    (STRICT, {"days_late": 1}, "0"),
    (GRACE, {"days_late": 1}, "9/10"),
    (GRACE, {"days_late": 10}, "0"),
    (GRACE, {"days_late": 11}, "0"),
    (TABLE, {"days_late": 0}, "1"),
    (TABLE, {"days_late": 3}, "8/10"),
    (TABLE, {"days_late": 4}, "1/2"),
    (TABLE, {"days_late": 7}, "1/2"),
    (TABLE, {"days_late": 8}, "0"),
    (SAMPLE, {"passed": 29, "sampled": 30}, "29/30"),
    (SAMPLE, {"passed": 0, "sampled": 30}, "0"),
    (SURVEY, {"satisfied": 20, "fairly": 5, "valid_answers": 30}, "3/4"),
    (SURVEY, {"satisfied": 0, "fairly": 1, "valid_answers": 3}, "1/6"),
    (SCALE, {"level": 4}, "1"),
    (SCALE, {"level": 2}, "1/2"),
    (SCALE, {"level": 1}, "1/4"),
]


@pytest.mark.parametrize(("of", "raw", "exact"), RESULTS)
def test_a_measure_gives_an_exact_result(of: Clause, raw: dict[str, Any], exact: str) -> None:
    assert result_of(of, Measured(**raw)) == Fraction(exact)


IMPOSSIBLE: list[tuple[Clause, dict[str, Any], str, str]] = [
    (clause(), {}, "done", "required"),
    (COUNT, {}, "actual", "required"),
    (COUNT, {"actual": Decimal(-1)}, "actual", "negative"),
    (COUNT, {"actual": Decimal("NaN")}, "actual", "negative"),
    (COUNT, {"actual": Decimal("Infinity")}, "actual", "negative"),
    (GRACE, {"days_late": -1}, "days_late", "negative"),
    (SAMPLE, {"passed": 3}, "sampled", "required"),
    (SAMPLE, {"passed": 4, "sampled": 3}, "passed", "too_many"),
    (SAMPLE, {"passed": 0, "sampled": 0}, "sampled", "none"),
    (SURVEY, {"satisfied": 1, "valid_answers": 3}, "fairly", "required"),
    (SURVEY, {"satisfied": 2, "fairly": 2, "valid_answers": 3}, "satisfied", "too_many"),
    (SURVEY, {"satisfied": 0, "fairly": 0, "valid_answers": 0}, "valid_answers", "none"),
    (SURVEY, {"satisfied": 1, "fairly": -1, "valid_answers": 3}, "fairly", "negative"),
    (SCALE, {"level": 3}, "level", "unknown"),
    (SCALE, {"level": -1}, "level", "negative"),
]


@pytest.mark.parametrize(("of", "raw", "field", "code"), IMPOSSIBLE)
def test_what_cannot_have_been_measured_is_refused_at_its_field(
    of: Clause, raw: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        result_of(of, Measured(**raw))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert refused.value.params == {"clause": of.number}
    assert "\u4e00" <= refused.value.message[0] <= "\u9fff"


def test_a_clause_takes_no_measure_but_its_own() -> None:
    """Rule P-10: nothing can be slipped in beside what the clause is measured by."""
    with pytest.raises(InvalidError) as refused:
        result_of(clause(), Measured(done=True, level=2))
    assert (refused.value.field, refused.value.code) == ("level", "not_this_measure")


@pytest.mark.parametrize("ground", NotApplicable)
@pytest.mark.parametrize("kind", MeasureKind)
def test_a_clause_that_is_not_applicable_has_no_result_and_no_measure(kind: MeasureKind, ground: NotApplicable) -> None:
    assert result_of(clause(kind), Measured(not_applicable=ground)) is None
    with pytest.raises(InvalidError, match="本条款不按此项评定"):
        result_of(clause(kind), Measured(not_applicable=ground, done=True))


UNMEASURABLE: list[tuple[MeasureKind, dict[str, Any], str]] = [
    (MeasureKind.BOOLEAN, {"weight": Decimal(0)}, "weight"),
    (MeasureKind.BOOLEAN, {"weight": Decimal("100.01")}, "weight"),
    (MeasureKind.BOOLEAN, {"weight": Decimal("NaN")}, "weight"),
    (MeasureKind.COUNT, {"target": None}, "target"),
    (MeasureKind.COUNT, {"target": Decimal(0)}, "target"),
    (MeasureKind.RATIO, {"target": Decimal(-5)}, "target"),
    (MeasureKind.RATIO, {"tolerance": Decimal(-1)}, "tolerance"),
    (MeasureKind.RATIO, {"target": Decimal(5), "tolerance": Decimal(5)}, "tolerance"),
    (MeasureKind.DEADLINE, {"grace_days": -1}, "grace_days"),
    (MeasureKind.DEADLINE, {"grace_days": 3, "steps": (Step(1, Decimal("0.5")),)}, "grace_days"),
    (MeasureKind.DEADLINE, {"steps": (Step(0, Decimal("0.5")),)}, "steps"),
    (MeasureKind.DEADLINE, {"steps": (Step(1, Decimal("1.5")),)}, "steps"),
    (MeasureKind.DEADLINE, {"steps": (Step(2, Decimal("0.5")), Step(2, Decimal("0.2")))}, "steps"),
    (MeasureKind.DEADLINE, {"steps": (Step(2, Decimal("0.5")), Step(3, Decimal("0.6")))}, "steps"),
    (MeasureKind.SCALE, {"levels": ()}, "levels"),
    (MeasureKind.SCALE, {"levels": (Level(1, "好"),)}, "levels"),
    (MeasureKind.SCALE, {"levels": (Level(1, "好"), Level(1, "坏"))}, "levels"),
    (MeasureKind.SCALE, {"levels": (Level(-1, "坏"), Level(1, "好"))}, "levels"),
    (MeasureKind.SCALE, {"levels": (Level(0, " "), Level(1, "好"))}, "levels"),
]


@pytest.mark.parametrize(("kind", "values", "field"), UNMEASURABLE)
def test_a_clause_that_cannot_be_measured_is_refused_while_it_is_written(
    kind: MeasureKind, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        check_clause(clause(kind, **values))
    assert refused.value.field == field


@pytest.mark.parametrize("kind", MeasureKind)
def test_every_kind_of_measure_has_a_clause_that_can_be_signed(kind: MeasureKind) -> None:
    check_clause(clause(kind))
