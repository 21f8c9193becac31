"""Each application's way: what it asks for, how far it has come, and on which days it took its steps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Application
from zhunru.admissions.parameters import STATUS_OF_BODY
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.configuration.choices import Body
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.workflow import Step
from zhunru.demo.scale.scenery import Scenery
from zhunru.demo.scale.words import Titles

if TYPE_CHECKING:
    from zhunru.demo.scale.lives import Life

S = Application.Status

KINDS = {"admit": 850, "adjust": 50, "extend": 30, "merge": 20, "split": 15, "withdraw": 35}
CATEGORIES = {"regular": 60, "temporary": 34, "urgent": 6}
OBJECT_TYPES = {
    "work_matter": 50, "ledger": 12, "survey": 9, "inspection": 8, "app": 6, "training": 6, "contest": 4,
    "signboard": 3, "mechanism": 2,
}  # fmt: skip
REVIEWED = ("draft", "submit", "accept", "first_review", "review")
DECIDING = (*REVIEWED, "refer", "endorse")
WAYS: dict[tuple[str, ...], int] = {
    ("draft",): 35,
    ("draft", "submit"): 20,
    ("draft", "submit", "return_for_correction"): 18,
    ("draft", "submit", "accept"): 25,
    REVIEWED[:4]: 35,
    REVIEWED: 15,
    (*REVIEWED, "refer"): 12,
    DECIDING: 20,
    (*DECIDING, "approve"): 5,
    (*DECIDING, "approve", "issue"): 700,
    (*DECIDING, "reject"): 40,
    (*DECIDING, "defer"): 12,
    (*DECIDING, "convert"): 10,
    (*DECIDING, "merge_into"): 10,
    ("draft", "submit", "not_accept"): 20,
    ("draft", "submit", "accept", "recall"): 15,
    ("draft", "submit", "return_for_correction", "lapse"): 8,
}
"""Ways that applications have gone so far, and how many of a thousand."""
DECISIONS = ("approve", "reject", "defer", "convert", "merge_into")
OVER = ("issue", "reject", "convert", "merge_into", "not_accept", "recall", "lapse")
"""Steps after which nothing more happens."""
GAPS = {
    "submit": (0, 4), "return_for_correction": (1, 2), "accept": (1, 2), "first_review": (1, 3), "review": (3, 6),
    "refer": (1, 3), "endorse": (1, 2), "approve": (1, 6), "reject": (1, 6), "defer": (1, 6), "convert": (1, 6),
    "merge_into": (1, 6), "issue": (1, 2), "not_accept": (1, 2), "recall": (1, 6), "lapse": (10, 11),
}  # fmt: skip
"""Working days since the step before, least and most."""
LONGEST_WAY = 60
"""Working days that no way exceeds."""
MENDED = 0.1
"""The share that was returned once and handed in again."""
SITTING = 5
"""Joint meeting and committee sit every fifth working day."""
WHO = {"draft": "clerk", "submit": "head", "recall": "head"}
OFFICE = {"accept": "clerk", "first_review": "clerk", "review": "clerk", "not_accept": "clerk",
          "return_for_correction": "clerk", "refer": "head", "issue": "seal"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: on which working day, and what it led to."""

    step: str
    status: str
    place: int
    at: datetime
    by: Actor

    @property
    def label(self) -> str:
        return "新建申请" if self.step == "draft" else str(APPLICATIONS.steps[self.step].label)


@dataclass(eq=False)
class Case:
    """One application to be made up."""

    kind: str
    category: str
    object_type: str
    department: Organisation
    title: str
    bodies: list[Body]
    steps: list[Taken]
    starts_on: date
    ends_on: date | None
    scope: list[str] = field(default_factory=list)
    concerned: list["Life"] = field(default_factory=list)
    """The matters that it asks to change."""
    brought: list["Life"] = field(default_factory=list)
    """The matters that came of it."""
    row: Application = field(init=False)

    @property
    def status(self) -> str:
        return self.steps[-1].status

    @property
    def is_over(self) -> bool:
        return self.steps[-1].step in OVER

    def took(self, *names: str) -> Taken | None:
        """The last time it took one of these steps."""
        return next((step for step in reversed(self.steps) if step.step in names), None)

    @property
    def decided(self) -> Taken | None:
        return self.took(*DECISIONS)


def invent(count: int, scenery: Scenery, rng: Random) -> list[Case]:
    """So many applications, the first begun first."""
    titles = Titles(rng)
    cases = [_case(titles, scenery, rng) for _ in range(count)]
    return sorted(cases, key=lambda case: case.steps[0].at)


def _case(titles: Titles, scenery: Scenery, rng: Random) -> Case:
    kind, category, object_type = draw(rng, KINDS), draw(rng, CATEGORIES), draw(rng, OBJECT_TYPES)
    if category == "urgent":
        kind, object_type = "admit", "work_matter"
    department = rng.choice(scenery.departments)
    bodies = scenery.settings.course_of(object_type, category, kind).bodies
    way = rng.choices(list(WAYS), weights=list(WAYS.values()))[0]
    steps = steps_of(way, bodies, department, Pace(scenery, rng, category == "urgent"))
    starts_on = steps[-1].at.date() + timedelta(days=rng.randint(1, 25))
    ends_on = starts_on + timedelta(days=rng.randint(60, 340)) if category == "temporary" else None
    if category == "urgent":
        starts_on = steps[0].at.date()
        ends_on = starts_on + timedelta(days=scenery.settings.urgent.max_calendar_days)
    title = titles.new(object_type)
    return Case(kind, category, object_type, department, title, bodies, steps, starts_on, ends_on)


def draw(rng: Random, weights: dict[str, int]) -> str:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def steps_of(way: tuple[str, ...], bodies: list[Body], department: Organisation, pace: "Pace") -> list[Taken]:
    """The steps with their days: those of a way that is over some time in the years behind, all others lately."""
    scenery, rng = pace.scenery, pace.rng
    names = list(_with_all_bodies(way, bodies, rng))
    last = scenery.days.last
    place = rng.randint(LONGEST_WAY, last) if way[-1] in OVER else last - rng.randint(0, pace.lately)
    places = []
    for name in reversed(names):
        if name in DECISIONS and bodies[-1] != Body.LEADER and not pace.urgent:
            place -= place % SITTING
        places.append(place)
        place -= pace.since(name)
    return [
        Taken(name, status, place, scenery.days.moment(place, hour, rng), _who(name, department, scenery))
        for hour, (name, status, place) in enumerate(
            zip(names, _statuses(names, bodies), reversed(places), strict=True)
        )
    ]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast one step follows another."""

    scenery: Scenery
    rng: Random
    urgent: bool

    @property
    def lately(self) -> int:
        """Working days within which whoever is under way has taken its last step."""
        return 1 if self.urgent else 6

    def since(self, step: str) -> int:
        """Working days between the step before and this one."""
        least, most = GAPS.get(step, (0, 0))
        return self.rng.randint(0, min(most, 1)) if self.urgent else self.rng.randint(least, most)


def _with_all_bodies(way: tuple[str, ...], bodies: list[Body], rng: Random) -> Iterator[str]:
    """Every body but the last endorses; some applications were mended on the way."""
    for name in way:
        yield from [name] * (len(bodies) - 1 if name == "endorse" else 1)
        if name == "submit" and len(way) > 3 and way[2] == "accept" and rng.random() < MENDED:
            yield from ("return_for_correction", "submit")


def _statuses(names: list[str], bodies: list[Body]) -> Iterator[str]:
    stops = iter(bodies)
    for name in names:
        if name in ("refer", "endorse"):
            yield str(STATUS_OF_BODY[next(stops)])
        elif name == "draft":
            yield str(S.DRAFT)
        else:
            yield _target(APPLICATIONS.steps[name])


def _target(step: Step[Application]) -> str:
    """Where there is a choice, the usual one stands first."""
    return str(step.targets[0])


def _who(name: str, department: Organisation, scenery: Scenery) -> Actor:
    if name == "lapse":
        return SYSTEM
    if name in WHO:
        return scenery.people.departments[department.pk, WHO[name]]
    return scenery.people.office[OFFICE.get(name, "recorder")]
