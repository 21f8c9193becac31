"""The whole of it: what the county did, then what each township did under its own role."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from random import Random
from time import perf_counter

from django.db import transaction

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import COUNTY
from zhunru.demo.county import CODE, OFFICE
from zhunru.demo.scale import (
    deciding,
    entering,
    forms,
    hearing,
    matters,
    owing,
    papers,
    refusing,
    scenery,
    scopes,
    timing,
)
from zhunru.demo.scale.cases import Case, invent
from zhunru.demo.scale.hearing import Said
from zhunru.demo.scale.lives import Life, live
from zhunru.demo.scale.scenery import Scenery
from zhunru.divisions.models import County, Village
from zhunru.documents.models import NumberSeries, Seal
from zhunru.tenancy.context import county_context, township_context

SEED = 20261
MARK = "演示"
"""So begins the name of every account of the demo."""
Counts = dict[str, int]


class NotTheDemoError(RuntimeError):
    """The database holds something that made-up rows must not be mixed with; the message says what."""


@dataclass
class Report:
    """What was written, and how long each part took."""

    tell: Callable[[str], None]
    counts: Counts = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        began = perf_counter()
        yield
        self.tell(f"{name}: {perf_counter() - began:.1f} s")

    def add(self, name: str, count: int) -> None:
        self.counts[name] = self.counts.get(name, 0) + count


def seed(applications: int, placements: int, *, tell: Callable[[str], None], today: date | None = None) -> Counts:
    """Fill the demo's database. NotTheDemoError, scopes.TooManyError: nothing is written then."""
    report, rng = Report(tell), random_of(applications, placements)
    with county_context(), transaction.atomic():
        refuse_what_is_not_the_demo()
        scene = scenery.load(today)
        lives, said = _county(applications, placements, scene, report, rng)
    for township in dict.fromkeys(village.township for village in scene.villages):
        with report.part(township.name), township_context(township), transaction.atomic():
            villages = [village for village in scene.villages if village.township_id == township.pk]
            _township(entering.place_of(township, villages), lives, said, scene, report, rng)
    with report.part("answers to refusals"), county_context(), transaction.atomic():
        refusing.answer_all(scene, rng)
    return report.counts


def random_of(applications: int, placements: int) -> Random:
    """The same for the same size."""
    return Random(f"{SEED} {applications} {placements}")  # noqa: S311  # no secret


def plan(applications: int, placements: int, scene: Scenery, rng: Random) -> tuple[list[Case], list[Life]]:
    """What is going to have happened: nothing is written yet. scopes.TooManyError."""
    cases = invent(applications, scene, rng)
    lives = live(cases, scene, rng)
    scopes.spread(cases, lives, placements, scene, rng)
    return cases, lives


def refuse_what_is_not_the_demo() -> None:
    """Made-up papers and decisions must never stand beside real ones."""
    county = County.objects.first()
    office = Organisation.objects.filter(kind=Organisation.Kind.OFFICE).first()
    if county is None or office is None or (county.code, office.name) != (CODE, OFFICE):
        raise NotTheDemoError("This is not the demo's county; run `manage.py seed_demo` on an empty database first.")
    if Seal.objects.filter(specimen=False).exists():
        raise NotTheDemoError("A real seal is registered here: made-up papers must not stand beside real ones.")
    if NumberSeries.objects.filter(series=papers.SERIES).exists():
        raise NotTheDemoError("This database has been filled before; begin anew with an empty one.")
    if Village.objects.exclude(township__code__startswith=CODE).exists():
        raise NotTheDemoError("There are townships of another county here.")
    if others := User.objects.filter(realm=COUNTY).exclude(name__startswith=MARK).count():
        raise NotTheDemoError(f"{others} accounts are not the demo's own: made-up work must not be mixed with theirs.")


def _county(
    applications: int, placements: int, scene: Scenery, report: Report, rng: Random
) -> tuple[list[Life], dict[str, list[Said]]]:
    with report.part("plan"):
        cases, lives = plan(applications, placements, scene, rng)
    with report.part("applications"):
        forms.file_all(cases, scene, rng)
        report.add("applications", len(cases))
    with report.part("papers and matters"):
        matters.draw_up(lives, scene, rng)
        issued = papers.issue_all(cases, lives, scene)
        matters.keep(lives, scene, rng)
        papers.file_with_cases(issued)
        forms.point_at_matters(cases)
        report.add("papers", len(issued))
        report.add("matters", len(lives))
    with report.part("reviews, decisions, clocks"):
        deciding.review_all(cases)
        deciding.decide_all(cases, lives, scene, rng)
        report.add("running clocks", timing.start_all(cases, lives, scene))
    with report.part("deliveries and promises"):
        report.add("deliveries", owing.deliver_all(lives, scene))
        report.add("promises", owing.promise_all(lives, scene))
    with report.part("opinions"):
        said = hearing.ask_all(cases, lives, scene, rng)
    return lives, said


def _township(
    place: entering.Place, lives: list[Life], said: dict[str, list[Said]], scene: Scenery, report: Report, rng: Random
) -> None:
    entered = entering.enter_all(lives, place, rng)
    report.add("placements", len(entered))
    report.add("refusals", refusing.refuse_all(entered, place, scene, rng))
    own = said.get(place.township.schema_name, [])
    report.add("statements", hearing.speak(own, place.officer, place.of_villages))
