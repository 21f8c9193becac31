"""Which villages each matter reaches: so many in all as placements were asked for, to the last one."""

from collections.abc import Sequence
from itertools import chain, cycle
from random import Random

from zhunru.demo.scale.cases import Case
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery


class TooManyError(ValueError):
    """More placements were asked for than the matters have villages, or fewer than there are matters."""


def spread(cases: Sequence[Case], lives: Sequence[Life], placements: int, scenery: Scenery, rng: Random) -> None:
    """Give every application and matter its villages. TooManyError."""
    codes = _orders(scenery)
    for life in lives:  # predecessors come before successors
        life.scope = sorted({code for old in life.predecessors for code in old.scope}) or _some(codes, rng)
    _fit(lives, placements, codes)
    for case in cases:
        known = [*case.concerned, *case.brought]
        case.scope = sorted({code for life in known for code in life.scope}) or _some(codes, rng)


def _orders(scenery: Scenery) -> list[list[str]]:
    """All villages, beginning with another township each time."""
    by_township: dict[str, list[str]] = {}
    for village in scenery.villages:
        by_township.setdefault(village.township.code, []).append(village.code)
    groups = list(by_township.values())
    return [list(chain(*groups[n:], *groups[:n])) for n in range(len(groups))]


def _some(codes: list[list[str]], rng: Random) -> list[str]:
    order = rng.choice(codes)
    return sorted(order[: rng.randint(1, len(order))])


def _fit(lives: Sequence[Life], placements: int, codes: list[list[str]]) -> None:
    """Let matters reach a village more or one less, in turn, until the sum is right."""
    missing = placements - sum(len(life.scope) for life in lives if life.has_entered)
    free = [life for life in lives if life.has_entered and not (life.predecessors or life.successors)]
    all_codes = codes[0]
    room = sum(len(all_codes) - len(life.scope) if missing > 0 else len(life.scope) - 1 for life in free)
    if abs(missing) > room:
        limit = f"at most {placements - missing + room}" if missing > 0 else f"at least {placements - missing - room}"
        raise TooManyError(f"so many applications lead to {limit} placements in {len(all_codes)} villages")
    for life, order in zip(cycle(free), cycle(codes), strict=False):
        if missing == 0:
            return
        if missing > 0 and len(life.scope) < len(all_codes):
            life.scope = sorted([*life.scope, next(code for code in order if code not in life.scope)])
            missing -= 1
        elif missing < 0 and len(life.scope) > 1:
            life.scope = life.scope[:-1]
            missing += 1
