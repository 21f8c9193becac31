"""Clauses and verdicts as they are stored are what the engine takes, column by column."""

from dataclasses import fields
from decimal import Decimal

import pytest

from zhunru.contracts.models import Clause as ClauseRow
from zhunru.contracts.models import Verdict
from zhunru.contracts.scoring import Clause, Level, Measured, MeasureKind, NotApplicable, Step, clauses_of
from zhunru.purchases.choices import Side

pytestmark = pytest.mark.clause("2.4d")


def test_an_assessable_clause_is_read_with_its_table_and_its_levels() -> None:
    late = ClauseRow(
        number=4, assessable=True, measure="deadline", weight=Decimal(60), side="purchaser", must_pass=True
    )
    late.steps = [{"days": 3, "result": "0.5"}]
    scale = ClauseRow(number=5, assessable=True, measure="scale", weight=Decimal(40))
    scale.levels = [{"level": 0, "anchor": "未开展"}, {"level": 1, "anchor": "已开展"}]
    text = ClauseRow(number=6, assessable=False)
    assert clauses_of([late, scale, text]) == (
        Clause(
            number=4,
            measure=MeasureKind.DEADLINE,
            weight=Decimal(60),
            steps=(Step(3, Decimal("0.5")),),
            must_pass=True,
            side=Side.PURCHASER,
        ),
        Clause(
            number=5,
            measure=MeasureKind.SCALE,
            weight=Decimal(40),
            levels=(Level(0, "未开展"), Level(1, "已开展")),
        ),
    )


def test_a_verdict_is_read_column_by_column() -> None:
    raw = {
        "done": True,
        "actual": Decimal("1.5"),
        "days_late": 2,
        "passed": 3,
        "sampled": 4,
        "satisfied": 5,
        "fairly": 6,
        "valid_answers": 20,
        "level": 7,
    }
    assert Measured.of(Verdict(**raw)) == Measured(**raw)  # type: ignore[arg-type] # each value has its column's type
    assert Measured.of(Verdict(not_applicable="no_demand")) == Measured(not_applicable=NotApplicable.NO_DEMAND)
    assert Measured.of(Verdict()) == Measured()


def test_a_verdict_has_a_column_for_every_raw_measure() -> None:
    """Rule P-10: and the engine a field for nothing else."""
    assert {field.name for field in fields(Measured)} <= {field.name for field in Verdict._meta.get_fields()}
