"""The matters in the villages of one township, written under its own role; the triggers tell the county."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.demo.scale.keeping import Past, insert, remember
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.owing import arrival
from zhunru.divisions.models import Township, Village
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS

S = Placement.Status
THEN = {
    "entered_at": "CASE WHEN past.status <> 'notified' THEN row.entered_at END",
    "completed_at": "CASE WHEN past.status IN ('completed', 'closed') THEN row.completed_at END",
    **{name: f"CASE WHEN past.status = 'closed' THEN row.{name} END" for name in ("closed_at", "closing_document_id")},
    **{
        name: f"CASE WHEN past.status = 'closed' THEN row.{name} ELSE '' END"
        for name in ("closing_reason", "closing_number", "closing_code")
    },
}
SIGNED, DONE = 0.92, 0.3
"""Shares of what has been signed for, and of that, of what is done."""
CLOSING = ("withdraw", "expire", "lapse", "supersede")


@dataclass(frozen=True)
class Place:
    """A township with its people."""

    township: Township
    villages: list[Village]
    officer: Actor
    of_villages: dict[int, Actor]


@dataclass(eq=False)
class Entered:
    """A placement with the matter behind it."""

    row: Placement
    life: Life
    village: Village


def place_of(township: Township, villages: list[Village]) -> Place:
    """Read under the township's role. Where a village has no account yet its acts bear the role alone."""
    realm = township.schema_name
    held = Membership.objects.filter(realm=realm, to_on=None).select_related("user", "organisation", "village")
    actors = {post.village_id: member_of([post]).actor for post in held if post.role == Role.VILLAGE_OFFICER}
    officers = [member_of([post]).actor for post in held if post.role == Role.TOWNSHIP_OFFICER]
    unnamed = Actor(None, "演示乡镇工作人员", Role.TOWNSHIP_OFFICER, realm)
    of_villages = {village.pk: actors.get(village.pk) or _officer_of(village, realm) for village in villages}
    return Place(township, villages, officers[0] if officers else unnamed, of_villages)


def _officer_of(village: Village, realm: str) -> Actor:
    return Actor(None, "演示村（社区）工作人员", Role.VILLAGE_OFFICER, realm, organisation_name=village.name)


def enter_all(lives: Sequence[Life], place: Place, rng: Random) -> list[Entered]:
    """Every matter that has reached the township; those that go on in others come first."""
    own = {village.code: village for village in place.villages}
    made: dict[tuple[int, int], Entered] = {}
    for generation in _generations(lives):
        entered = [
            Entered(_placement(life, own[code], made, rng), life, own[code])
            for life in generation
            for code in life.scope
            if code in own
        ]
        insert(Placement, (one.row for one in entered))
        made |= {(one.row.matter_id, one.village.pk): one for one in entered}
    found = list(made.values())
    remember(Placement, [past for one in found for past in _past(one, place)], **THEN)
    return found


def _generations(lives: Sequence[Life]) -> list[list[Life]]:
    """Matters that came of none, then those that came of them, and so on."""
    depth: dict[int, int] = {}
    groups: list[list[Life]] = []
    for life in lives:
        if life.has_entered:
            depth[id(life)] = n = 1 + max((depth[id(old)] for old in life.predecessors), default=-1)
            if n == len(groups):
                groups.append([])
            groups[n].append(life)
    return groups


def _placement(life: Life, village: Village, made: dict[tuple[int, int], Entered], rng: Random) -> Placement:
    row, paper, last = life.row, life.paper, life.last_paper
    if paper is None:
        raise ValueError("nothing enters a village without its paper")
    before = [made[old.row.pk, village.pk].row.pk for old in life.predecessors if (old.row.pk, village.pk) in made]
    began = next(event.at for event in life.events if event.step in ("take_effect", "enter_first"))
    notified = arrival(began)
    status, times = _how_far(life, notified, rng)
    more: dict[str, Any] = {}
    if last:
        more = {
            "closed_at": arrival(life.events[-1].at),
            "closing_reason": row.withdrawal_reasons,
            "closing_document_id": last.row.pk,
            "closing_number": last.row.number,
            "closing_code": last.row.code,
        }
    return Placement(
        matter_id=row.pk,
        matter_code=row.code,
        title=row.title,
        department_id=row.department_id,
        department=row.department.name,
        village=village,
        village_duty=row.village_duty,
        funding=row.funding_amount or 0,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        document_id=paper.row.pk,
        document_number=paper.row.number,
        document_code=paper.row.code,
        provisional=life.status == "provisional",
        carried_from_ids=before,
        status=status,
        notified_at=notified,
        version=1 + len(times) + (status in (S.CLOSED, S.SUSPENDED)),
        **times,
        **more,
    )


def _how_far(life: Life, notified: datetime, rng: Random) -> tuple[str, dict[str, datetime]]:
    """Signed for within days of its arrival, done some weeks later; ended when the matter ended."""
    until = life.events[-1].at if life.last_paper or life.status == "suspended" else None
    times: dict[str, datetime] = {}
    status = str(S.NOTIFIED)
    entered = notified + timedelta(hours=rng.randint(1, 90))
    done = entered + timedelta(days=rng.randint(10, 90))
    now = datetime.now(notified.tzinfo)
    if rng.random() < SIGNED and entered < (until or now):
        times["entered_at"], status = entered, S.ENTERED
        if rng.random() < DONE and done < (until or now):
            times["completed_at"], status = done, S.COMPLETED
    if life.last_paper:
        return S.CLOSED, times
    if life.status == "suspended" and status != S.COMPLETED:
        return S.SUSPENDED, times
    return status, times


def _past(one: Entered, place: Place) -> Iterator[Past]:
    row, officer = one.row, place.of_villages[one.village.pk]
    number = 1
    yield Past(row.pk, 1, row.notified_at, f"凭批准文书{row.document_number}进入", SYSTEM, S.NOTIFIED)
    for at, step, status in (
        (row.entered_at, "confirm", S.ENTERED),
        (row.completed_at, "complete", S.COMPLETED),
        (row.closed_at, "close", S.CLOSED),
        (one.life.events[-1].at if row.status == S.SUSPENDED else None, "suspend", S.SUSPENDED),
    ):
        if at:
            number += 1
            by = officer if step in ("confirm", "complete") else SYSTEM
            yield Past(row.pk, number, at, str(PLACEMENTS.steps[step].label), by, status)
