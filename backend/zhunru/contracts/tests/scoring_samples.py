"""Clauses and courses of events for the tests of scoring: any that a contract could have."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

from zhunru.contracts.scoring import Clause, Level, Measured, MeasureKind, NotApplicable, Step

KINDS = st.sampled_from(MeasureKind)
WEIGHTS = st.decimals("0.01", 100, places=2)
AMOUNTS = st.decimals(0, 1000, places=2)
DAYS = st.integers(0, 40)
PEOPLE = st.integers(0, 300)
GROUNDS = st.sampled_from(NotApplicable)


class Course(NamedTuple):
    """Clauses, and in the same order what was measured of each."""

    clauses: list[Clause]
    found: list[Measured]

    @property
    def measured(self) -> dict[int, Measured]:
        return {clause.number: found for clause, found in zip(self.clauses, self.found, strict=True)}


class Pair(NamedTuple):
    """The same clause, once kept less well or the same, and once better or the same."""

    clause: Clause
    worse: Measured
    better: Measured


def clause(measure: MeasureKind = MeasureKind.BOOLEAN, **values: Any) -> Clause:
    """A clause that could be signed, of any measure, with what the test is about."""
    usual: dict[MeasureKind, dict[str, Any]] = {
        MeasureKind.COUNT: {"target": Decimal(10)},
        MeasureKind.RATIO: {"target": Decimal(95)},
        MeasureKind.SCALE: {"levels": (Level(0, "未开展"), Level(1, "部分开展"), Level(2, "全面开展"))},
    }
    given = {"number": 1, "weight": Decimal(100), "measure": measure, **usual.get(measure, {}), **values}
    return Clause(**given)


@st.composite
def _deadlines(draw: st.DrawFn) -> Mapping[str, Any]:
    if draw(st.booleans()):
        return {"grace_days": draw(DAYS)}
    days = sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=4)))
    results = draw(st.lists(st.decimals(0, 1, places=2), min_size=len(days), max_size=len(days)))
    falling = sorted(results, reverse=True)
    return {"steps": tuple(Step(day, result) for day, result in zip(days, falling, strict=True))}


@st.composite
def _targets(draw: st.DrawFn) -> Mapping[str, Any]:
    target = draw(st.decimals("0.02", 1000, places=2))
    return {"target": target, "tolerance": draw(st.decimals(0, target - Decimal("0.01"), places=2))}


def _scales() -> st.SearchStrategy[Mapping[str, Any]]:
    levels = st.lists(st.integers(0, 12), min_size=2, max_size=6, unique=True)
    return levels.map(lambda each: {"levels": tuple(Level(level, f"第{level}级") for level in each)})


@st.composite
def clauses(draw: st.DrawFn, number: int = 1, measures: st.SearchStrategy[MeasureKind] = KINDS) -> Clause:
    measure = draw(measures)
    own: dict[MeasureKind, st.SearchStrategy[Mapping[str, Any]]] = {
        MeasureKind.COUNT: _targets(),
        MeasureKind.RATIO: _targets(),
        MeasureKind.DEADLINE: _deadlines(),
        MeasureKind.SCALE: _scales(),
    }
    values = draw(own.get(measure, st.just({})))
    return clause(measure, **{"number": number, "weight": draw(WEIGHTS), "must_pass": draw(st.booleans()), **values})


@st.composite
def pairs(draw: st.DrawFn, number: int = 1) -> Pair:
    """Two courses of one clause that differ in one raw measure only."""
    of = draw(clauses(number))
    worse, better = draw(_ordered(of))
    return Pair(of, Measured(**worse), Measured(**better))


@st.composite
def _ordered(draw: st.DrawFn, of: Clause) -> tuple[dict[str, Any], dict[str, Any]]:
    match of.measure:
        case MeasureKind.BOOLEAN:
            return _both("done", sorted(draw(_two(st.booleans()))))
        case MeasureKind.COUNT | MeasureKind.RATIO:
            return _both("actual", sorted(draw(_two(AMOUNTS))))
        case MeasureKind.DEADLINE:
            return _both("days_late", sorted(draw(_two(DAYS)), reverse=True))
        case MeasureKind.SCALE:
            levels = st.sampled_from([level.level for level in of.levels])
            return _both("level", sorted(draw(_two(levels))))
        case MeasureKind.SAMPLE:
            low, high, top = sorted(draw(st.lists(PEOPLE, min_size=3, max_size=3)))
            if draw(st.booleans()):
                return _both("passed", [low, high], sampled=max(top, 1))
            return _both("sampled", [max(top, 1), max(high, 1)], passed=low)
        case MeasureKind.SURVEY:
            low, high, rest = [*sorted(draw(_two(PEOPLE))), draw(PEOPLE)]
            name, other = draw(st.permutations(["satisfied", "fairly"]))
            return _both(name, [low, high], **{other: rest, "valid_answers": max(high + rest + draw(PEOPLE), 1)})


def _two[T](values: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    return st.lists(values, min_size=2, max_size=2)


def _both(name: str, values: Sequence[Any], **fixed: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    worse, better = values
    return {**fixed, name: worse}, {**fixed, name: better}


@st.composite
def courses(draw: st.DrawFn, *, smallest: int = 1, applicable: bool = False) -> Course:
    """A contract of up to twelve clauses and one period of it; some clauses not applicable unless told otherwise."""
    of, found = [], []
    for number in range(1, draw(st.integers(smallest, 12)) + 1):
        pair = draw(pairs(number))
        absent = not applicable and draw(st.integers(0, 3)) == 0
        of.append(pair.clause)
        found.append(Measured(not_applicable=draw(GROUNDS)) if absent else pair.better)
    return Course(of, found)
