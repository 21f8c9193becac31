"""What pages, likeness, the night and a change of the calendar cost where years of work lie behind.

On the county of `manage.py seed_scale`: 10,000 applications, 200,000 placements in 9 townships.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from time import perf_counter

from django.db import connection
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from infra.bench import floors
from infra.bench.pages import backend, fetched, logged_in
from infra.bench.rows import Row, against, cpu_with, in_turn, within
from zhunru.admissions.models import Application
from zhunru.admissions.similar import nearest
from zhunru.admissions.sweeping import sweep
from zhunru.core.actors import SYSTEM
from zhunru.core.roles import Role
from zhunru.divisions.models import County, Township
from zhunru.oversight.models import PlacementFact
from zhunru.tenancy.context import county_context, nobody_context, township_context
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock, Day

ROUNDS = 15
LISTS = {
    "applications": "applications?ordering=due_on&limit=200",
    "filtered": "applications?status=first_reviewed&ordering=-due_on&limit=200",
    "matters": "matters?limit=200",
    "refusals": "refusals?limit=200",
}
NAMES = {
    "applications": "applications by due date, 200 of {n}",
    "filtered": "applications of one status by due date, 200 of {n}",
    "matters": "matters, 200 of {n}",
    "refusals": "refusals, 200 of {n}",
    "placements": "the largest township's placements, 200 of {n}",
}


def rows() -> list[Row]:
    """All of it; the night changes what it finds, so it comes last."""
    return [*lists(), *todos(), likeness(), calendar(), *nights()]


def lists() -> list[Row]:
    with nobody_context():
        host = County.objects.get().host
    clerk = logged_in(host, "clerk")
    with county_context():
        found = [_list(name, clerk, path) for name, path in LISTS.items()]
    township = _largest()
    with nobody_context():
        officer = logged_in(township.domains.get(is_primary=True).domain, "officer")
    with township_context(township):
        return [*found, _list("placements", officer, "placements?limit=200")]


def _largest() -> Township:
    with county_context():
        most = PlacementFact.objects.values("township").annotate(count=Count("id")).order_by("-count")[0]
    with nobody_context():
        return Township.objects.get(no=most["township"])


def _list(name: str, client: Client, path: str) -> Row:
    """The page as a browser asks for it, log-in and all, against the bare view that hands out json_agg's text."""
    floor = floors.page_of(name)
    ours, least = json.loads(_asked(client, path)), json.loads(floor())
    if [row["id"] for row in ours["items"]] != [row["id"] for row in least["items"]] or ours["total"] != least["total"]:
        raise RuntimeError(f"{path} and its floor show different rows")
    cost, bare = _in_turn(lambda: _asked(client, path), floor)
    return against(NAMES[name].format(n=ours["total"]), cost, bare, unit="ms CPU", at_most=5)


def todos() -> list[Row]:
    """The to-do of those who have most to do, against the same groups by json_agg."""
    with nobody_context():
        host = County.objects.get().host
    found = []
    for username, role in (("clerk", Role.SOCIAL_WORK_CLERK), ("head", Role.SOCIAL_WORK_HEAD)):
        client = logged_in(host, username)
        with county_context():
            cost, bare = _in_turn(lambda client=client: _asked(client, "todo"), floors.todo_of(role))  # type: ignore[misc]
        found.append(within(f"to-do of the office's {username}", cost, bare, unit="ms CPU", at_most=100))
    return found


def _asked(client: Client, path: str) -> bytes:
    """A request leaves the connection nowhere; whoever measures goes on where it stood."""
    place = connection.realm  # type: ignore[attr-defined]  # our backend's
    try:
        return fetched(client, f"/api/{path}")
    finally:
        connection.set_realm(place)  # type: ignore[attr-defined]


def _in_turn(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    cost, bare = in_turn(ours, floor, rounds=ROUNDS, batch=10, clock=cpu_with(backend()))
    return cost, bare


def likeness() -> Row:
    """The nearest of 10,000 titles, against the database's trigrams over the same titles."""
    with county_context():
        titles = list(Application.objects.exclude(title="").values_list("pk", "title"))
        title = titles[0][1]

        def trigrams() -> None:
            with connection.cursor() as cursor:
                cursor.execute(
                    "select id, similarity(title, %s) s from admissions_application order by s desc limit 10", [title]
                )
                cursor.fetchall()

        cost, bare = in_turn(lambda: nearest(title, titles), trigrams, rounds=ROUNDS, clock=cpu_with(backend()))
    return against(f"likeness to {len(titles)} titles (floor: trigrams)", cost, bare, unit="ms CPU", at_most=3)


def calendar() -> Row:
    """The county takes a day off: every running clock is counted anew. Against counting them where nothing moves."""
    with county_context():
        count = Clock.objects.filter(met_on=None).count()
        still = _seconds(clocks.recompute)
        day = timezone.localdate() + timedelta(days=1)
        while Day.objects.filter(date=day).exists() or day.isoweekday() > 5:
            day += timedelta(days=1)
        Day(date=day, working=False, name="量测放假", source="量测").record(actor=SYSTEM, reason="量测")
        moved = _seconds(clocks.recompute)
    return within(f"{count} running clocks after a new holiday (floor: no change)", moved, still, unit="s", at_most=10)


def nights() -> list[Row]:
    """The sweep over everything that the seed has left due, then begun anew at once: nothing may be left to do."""
    with county_context():
        placements = PlacementFact.objects.count()
    now = timezone.now()
    first, done = _timed(lambda: sweep(now))
    again, left = _timed(lambda: sweep(now))
    if any(tally.failed for tally in done.values()) or any(tally.done for tally in left.values()):
        raise RuntimeError(f"the night failed, or was not over: {done} {left}")
    count = sum(tally.done for tally in done.values())
    name = f"nightly sweep over {placements} placements, {count} things due (floor: begun anew, none due)"
    return [within(name, first, again, unit="s", at_most=60)]


def _timed[T](act: Callable[[], T]) -> tuple[float, T]:
    began = perf_counter()
    found = act()
    return perf_counter() - began, found


def _seconds(act: Callable[[], object]) -> float:
    return _timed(act)[0]
