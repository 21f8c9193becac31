"""A row of the benchmark, and how a cost is measured."""

import gc
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Row:
    """`ratio` is value / floor; `goal` bounds the ratio, or the value where there is no floor to speak of."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    goal: str
    met: bool
    command: str = "make bench"

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def against(name: str, value: float, floor: float, *, unit: str, at_most: float) -> Row:
    """A row whose goal is a ratio."""
    ratio = value / floor
    return Row(name, round(value, 3), unit, round(floor, 3), round(ratio, 3), f"ratio <= {at_most}", ratio <= at_most)


def within(name: str, value: float, floor: float, *, unit: str, at_most: float) -> Row:
    """A row whose goal is a value."""
    goal = f"value <= {at_most} {unit}"
    return Row(name, round(value, 3), unit, round(floor, 3), round(value / floor, 3), goal, value <= at_most)


def bounded(name: str, value: float, *, unit: str, at_most: float) -> Row:
    """A row whose goal is a value, and nothing to compare it with."""
    return Row(name, round(value, 3), unit, None, None, f"value <= {at_most} {unit}", value <= at_most)


def in_turn(*acts: Callable[[], object], rounds: int, clock: Callable[[], float], batch: int = 1) -> list[float]:
    """Median cost of each act in milliseconds; the acts take turns, so that load falls on all alike."""
    found: list[list[float]] = [[] for _ in acts]
    for act in acts:
        act()
    gc.disable()
    try:
        for _ in range(rounds):
            for act, costs in zip(acts, found, strict=True):
                begun = clock()
                for _ in range(batch):
                    act()
                costs.append((clock() - begun) / batch * 1000)
    finally:
        gc.enable()
    return [statistics.median(costs) for costs in found]


def best_in_turn(*acts: Callable[[], object], rounds: int, clock: Callable[[], float], batch: int) -> list[float]:
    """As `in_turn`, but the least cost of each: for acts so small that load shows as outliers only."""
    found = [float("inf")] * len(acts)
    for _ in range(rounds):
        for i, act in enumerate(acts):
            begun = clock()
            for _ in range(batch):
                act()
            found[i] = min(found[i], (clock() - begun) / batch * 1000)
    return found


def cpu_with(*pids: int) -> Callable[[], float]:
    """A clock of CPU seconds: this process's and those of `pids` (a database backend, a drawing child)."""
    return lambda: time.process_time() + sum(_cpu_of(pid) for pid in pids)


def _cpu_of(pid: int) -> float:
    """User and system seconds of a process, from /proc; in steps of a hundredth."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
