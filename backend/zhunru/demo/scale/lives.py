"""What became of the admitted matters: changed, merged, split, withdrawn, expired, all in the order of the days."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from zhunru.admissions.models import Matter
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import SYSTEM, Actor
from zhunru.demo.scale.cases import Case
from zhunru.demo.scale.scenery import Scenery

if TYPE_CHECKING:
    from zhunru.demo.scale.papers import Paper

S = Matter.Status
UNRATIFIED = ("reject", "convert", "merge_into", "not_accept", "recall", "lapse")
"""With these an urgent matter is over."""
REST = 20
"""Working days after which a matter may be changed again."""
WITHDRAWN, WITHDRAWING, SUSPENDED = 0.07, 0.015, 0.02
"""Shares of what would be in force today."""
EXPIRES = timedelta(days=2)
"""So long before today everything that has ended is expired; what ended since waits for the night's sweep."""


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a matter, with the application behind it, if there is one."""

    step: str
    status: str
    at: datetime
    by: Actor
    case: Case | None = None

    @property
    def label(self) -> str:
        """The first record of a matter is no step."""
        return str(MATTERS.steps[self.step].label) if self.step in MATTERS.steps else self.step


@dataclass(eq=False)
class Life:
    """A matter from its admission on."""

    case: Case
    title: str
    ends_on: date | None
    events: list[Event]
    predecessors: list["Life"] = field(default_factory=list)
    successors: list["Life"] = field(default_factory=list)
    scope: list[str] = field(default_factory=list)
    place: int = 0
    """The working day since which nothing has changed and nobody asks for a change."""
    paper: "Paper | None" = None
    """The one that holds, or held last."""
    last_paper: "Paper | None" = None
    """The one that ended it."""
    row: Matter = field(init=False)

    @property
    def status(self) -> str:
        return self.events[-1].status

    @property
    def has_entered(self) -> bool:
        """Whether villages have been told of it."""
        return self.status != S.PENDING

    def saw(self, step: str) -> Event | None:
        return next((event for event in reversed(self.events) if event.step == step), None)


def live(cases: list[Case], scenery: Scenery, rng: Random) -> list[Life]:
    """The matters that came of these applications, with what happened to them until today."""
    lives: list[Life] = []
    held: dict[int, list[Life]] = defaultdict(list)
    for case in sorted(cases, key=lambda one: one.steps[-1].at):
        _settle_kind(case, held[case.department.pk], scenery, rng)
        case.brought = list(_brought(case, rng))
        for life in case.brought:
            life.place = case.steps[-1].place
            held[case.department.pk].append(life)
        lives += case.brought
    for life in lives:
        if life.status == S.IN_FORCE:
            _end(life, scenery, rng)
    return lives


def _settle_kind(case: Case, held: list[Life], scenery: Scenery, rng: Random) -> None:
    """Choose what the application is about; where the department has nothing of the kind it asks for something new."""
    if case.kind == "admit":
        return
    wanted = 2 if case.kind == "merge" else 1
    free = [life for life in held if _is_free(life, case, scenery)]
    if len(free) < wanted:
        case.kind = "admit"
        return
    case.concerned = rng.sample(free, wanted)
    first = case.concerned[0]
    if case.kind in ("adjust", "extend", "withdraw"):
        case.title = first.title
    case.object_type, case.category = first.case.object_type, first.case.category
    case.ends_on = first.ends_on
    if case.kind == "extend" and first.ends_on:
        case.ends_on = first.ends_on + timedelta(days=rng.randint(60, 200))
    _change(case)


def _is_free(life: Life, case: Case, scenery: Scenery) -> bool:
    """In force and left in peace before the application began, and still so when it was over."""
    over_on = scenery.days.row[case.steps[-1].place] + timedelta(days=10)
    holds = life.status == S.IN_FORCE and life.place + REST < case.steps[0].place
    fits = life.case.bodies == case.bodies and life.case.category != "urgent"
    return holds and fits and (life.ends_on > over_on if life.ends_on else case.kind != "extend")


def _change(case: Case) -> None:
    """What the application does to the matters that it is about, as far as it has come."""
    last = case.steps[-1]
    for life in case.concerned:
        life.place = last.place if case.is_over else 10**6
        if case.kind == "withdraw" and (approved := case.took("approve")):
            life.events.append(Event("order_withdrawal", S.WITHDRAWING, approved.at, approved.by, case))
        if last.step == "issue":
            step, status = CHANGES[case.kind]
            life.events.append(Event(step, status, last.at, last.by, case))
    if last.step == "issue" and case.kind == "extend":
        case.concerned[0].ends_on = case.ends_on


CHANGES = {
    "adjust": ("adjust", S.IN_FORCE), "extend": ("extend", S.IN_FORCE), "merge": ("supersede", S.SUPERSEDED),
    "split": ("supersede", S.SUPERSEDED), "withdraw": ("withdraw", S.WITHDRAWN),
}  # fmt: skip


def _brought(case: Case, rng: Random) -> Iterator[Life]:
    """New matters: of an admission or a merger one, of a split two; of an urgent entry one at once."""
    if case.category == "urgent" and case.kind == "admit":
        yield Life(case, case.title, case.ends_on, list(_urgent_events(case)))
        return
    approved = case.took("approve")
    if approved is None or case.kind not in ("admit", "merge", "split"):
        return
    for title in (f"{case.title}·一", f"{case.title}·二") if case.kind == "split" else (case.title,):
        life = Life(case, title, case.ends_on, [Event("决定同意准入", S.PENDING, approved.at, approved.by, case)])
        life.predecessors = case.concerned
        for old in case.concerned:
            old.successors.append(life)
        if issued := case.took("issue"):
            life.events.append(Event("take_effect", S.IN_FORCE, issued.at, issued.by, case))
        yield life


def _urgent_events(case: Case) -> Iterator[Event]:
    """It entered first (clause 2.1e); the decision ratified it, or it lapsed."""
    began, last = case.steps[0], case.steps[-1]
    yield Event("紧急事项先行进入", S.PENDING, began.at, began.by, case)
    yield Event("enter_first", S.PROVISIONAL, began.at, began.by, case)
    if last.step == "issue":
        yield Event("ratify", S.IN_FORCE, last.at, last.by, case)
    elif last.step in UNRATIFIED:
        yield Event("lapse", S.LAPSED, last.at, SYSTEM, case)


def _end(life: Life, scenery: Scenery, rng: Random) -> None:
    """What happened to it since without an application."""
    if life.ends_on and life.ends_on < scenery.today - EXPIRES:
        over = scenery.days.moment(min(scenery.days.place(life.ends_on) + 1, scenery.days.last), 0, rng)
        life.events.append(Event("expire", S.EXPIRED, max(over, life.events[-1].at), SYSTEM))
        return
    if life.place > scenery.days.last - REST or (life.ends_on and life.ends_on < scenery.today):
        return
    head, keeper = scenery.people.office["head"], scenery.people.office["seal"]
    lately, chance = scenery.days.last - rng.randint(0, 8), rng.random()
    if chance < WITHDRAWN:
        place = rng.randint(life.place + REST - 10, scenery.days.last - 7)
        ordered, ended = scenery.days.moment(place, 0, rng), scenery.days.moment(place + 7, 0, rng)
        life.events.append(Event("order_withdrawal", S.WITHDRAWING, ordered, head))
        life.events.append(Event("withdraw", S.WITHDRAWN, ended, keeper))
    elif chance < WITHDRAWN + WITHDRAWING:
        life.events.append(Event("order_withdrawal", S.WITHDRAWING, scenery.days.moment(lately, 0, rng), head))
    elif chance < WITHDRAWN + WITHDRAWING + SUSPENDED:
        life.events.append(Event("suspend", S.SUSPENDED, scenery.days.moment(lately, 0, rng), head))
