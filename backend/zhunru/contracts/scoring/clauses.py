"""What is assessed: a clause as it was signed, and what was measured of it in a period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, Protocol, Self

from zhunru.contracts.scoring.choices import MeasureKind, NotApplicable
from zhunru.purchases.choices import Side


class Level(NamedTuple):
    """One level of a scale and what it means in words."""

    level: int
    anchor: str


class Step(NamedTuple):
    """Up to and including so many days late the result is this, 0 to 1."""

    days: int
    result: Decimal


class ClauseRow(Protocol):
    """What a clause is made of: the columns of the same names."""

    @property
    def number(self) -> int: ...
    @property
    def measure(self) -> str: ...
    @property
    def weight(self) -> Decimal | None: ...
    @property
    def target(self) -> Decimal | None: ...
    @property
    def tolerance(self) -> Decimal | None: ...
    @property
    def grace_days(self) -> int | None: ...
    @property
    def steps(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def levels(self) -> Sequence[Mapping[str, Any]]: ...
    @property
    def must_pass(self) -> bool: ...
    @property
    def side(self) -> str: ...
    @property
    def assessable(self) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class Clause:
    """An assessable clause: how it is measured, what it weighs. Target and tolerance are in the unit of the measure."""

    number: int
    measure: MeasureKind
    weight: Decimal
    target: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    grace_days: int = 0
    steps: tuple[Step, ...] = ()
    levels: tuple[Level, ...] = ()
    must_pass: bool = False
    side: Side = Side.PROVIDER

    @classmethod
    def of(cls, row: ClauseRow) -> Self:
        """From a row: `steps` as [{"days": 3, "result": "0.5"}], `levels` as [{"level": 1, "anchor": "..."}]."""
        return cls(
            number=row.number,
            measure=MeasureKind(row.measure),
            weight=row.weight or Decimal(0),
            target=row.target,
            tolerance=row.tolerance or Decimal(0),
            grace_days=row.grace_days or 0,
            steps=tuple(Step(int(step["days"]), Decimal(str(step["result"]))) for step in row.steps),
            levels=tuple(Level(int(level["level"]), str(level["anchor"])) for level in row.levels),
            must_pass=row.must_pass,
            side=Side(row.side),
        )


def clauses_of(rows: Iterable[ClauseRow]) -> tuple[Clause, ...]:
    """The assessable ones of a contract's clauses; the others have no measure and no weight."""
    return tuple(Clause.of(row) for row in rows if row.assessable)


class MeasuredRow(Protocol):
    """What was measured: the columns of the same names."""

    @property
    def done(self) -> bool | None: ...
    @property
    def actual(self) -> Decimal | None: ...
    @property
    def days_late(self) -> int | None: ...
    @property
    def passed(self) -> int | None: ...
    @property
    def sampled(self) -> int | None: ...
    @property
    def satisfied(self) -> int | None: ...
    @property
    def fairly(self) -> int | None: ...
    @property
    def valid_answers(self) -> int | None: ...
    @property
    def level(self) -> int | None: ...
    @property
    def not_applicable(self) -> str | None: ...


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Raw measures only: what its clause asks for, or why there is nothing to measure. Never a result or a score."""

    done: bool | None = None
    actual: Decimal | None = None
    days_late: int | None = None
    passed: int | None = None
    sampled: int | None = None
    satisfied: int | None = None
    fairly: int | None = None
    valid_answers: int | None = None
    level: int | None = None
    not_applicable: NotApplicable | None = None

    @classmethod
    def of(cls, row: MeasuredRow) -> Self:
        return cls(
            done=row.done,
            actual=row.actual,
            days_late=row.days_late,
            passed=row.passed,
            sampled=row.sampled,
            satisfied=row.satisfied,
            fairly=row.fairly,
            valid_answers=row.valid_answers,
            level=row.level,
            not_applicable=NotApplicable(row.not_applicable) if row.not_applicable else None,
        )


RAW: Mapping[MeasureKind, tuple[str, ...]] = {
    MeasureKind.BOOLEAN: ("done",),
    MeasureKind.COUNT: ("actual",),
    MeasureKind.RATIO: ("actual",),
    MeasureKind.DEADLINE: ("days_late",),
    MeasureKind.SAMPLE: ("passed", "sampled"),
    MeasureKind.SURVEY: ("satisfied", "fairly", "valid_answers"),
    MeasureKind.SCALE: ("level",),
}
"""The raw measures that each kind takes, by their fields in Measured."""
