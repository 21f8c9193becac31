"""What villages have refused, and how the departments and the county have answered since."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from zhunru.admissions.models import RefusalCase
from zhunru.admissions.workflow import REFUSALS
from zhunru.core.actors import Actor
from zhunru.demo.scale.cases import draw
from zhunru.demo.scale.entering import Entered, Place
from zhunru.demo.scale.keeping import Past, amend, insert_first, remember
from zhunru.demo.scale.scenery import Scenery
from zhunru.demo.scale.words import DEMANDS
from zhunru.placements.models import Placement, Refusal
from zhunru.placements.workflow import PLACEMENTS

C = RefusalCase.Status
SHARE = 0.02
"""Refusals for each placement."""
SET_ASIDE = 0.05
"""Of these, how many concern an admitted matter, which is set aside (R3, R4); the others an unadmitted demand."""
ANONYMOUS = 0.2
UNADMITTED = ("R1", "R2", "R5", "R6", "R7", "R8", "R9")
WAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "withdrawn": (("withdraw_demand", C.DEMAND_WITHDRAWN),),
    "applied": (("apply", C.APPLIED),),
    "contested": (("contest", C.CONTESTED),),
    "upheld": (("contest", C.CONTESTED), ("uphold", C.UPHELD)),
    "overruled": (("contest", C.CONTESTED), ("overrule", C.OVERRULED)),
}
ANSWERS = {"withdrawn": 60, "applied": 20, "contested": 3, "upheld": 12, "overruled": 5}
LATELY = 4
"""Working days within which a refusal may still wait for its answer."""


def refuse_all(entered: Sequence[Entered], place: Place, scenery: Scenery, rng: Random) -> int:
    """In one township, under its role: its villages' refusals; the trigger opens the county's cases."""
    count = int(len(entered) * SHARE)
    carried = [one for one in entered if one.row.status == Placement.Status.ENTERED]
    aside = rng.sample(carried, min(len(carried), int(count * SET_ASIDE) or 1)) if count else []
    rows = [_refusal(one, place, scenery, rng) for one in aside]
    rows += [_refusal(None, place, scenery, rng) for _ in range(count - len(aside))]
    for village, officer in place.of_villages.items():
        own = [row for row in rows if row.village_id == village]
        insert_first(Refusal, own, at=[row.filed_at for row in own], by=officer, why="登记拒绝承接")
    _set_aside([row for row in rows if row.placement_id], {one.row.pk: one for one in aside}, place)
    return len(rows)


def _refusal(one: Entered | None, place: Place, scenery: Scenery, rng: Random) -> Refusal:
    """Of an admitted matter lately, so that it still rests; of other demands any time."""
    days = scenery.days
    day = days.last - rng.randint(0, LATELY - 1) if one else rng.randint(0, days.last)
    village = one.village if one else rng.choice(place.villages)
    department = one.life.case.department if one else rng.choice(scenery.departments)
    demanded_on = days.row[day]
    return Refusal(
        village=village,
        department_id=department.pk,
        department=department.name,
        placement=one.row if one else None,
        matter_id=one.row.matter_id if one else None,
        title=one.row.title if one else "",
        demand=f"{rng.choice(DEMANDS)}（{department.short_name}）",
        form=rng.choice(RefusalCase.Form.values),
        demanded_on=demanded_on,
        reasons=[rng.choice(("R3", "R4"))] if one else sorted(rng.sample(UNADMITTED, rng.randint(1, 2))),
        explanation="未见批准文书" if one is None else "超出批准的范围",
        anonymous=rng.random() < ANONYMOUS,
        filed_at=days.moment(day, 17, rng),
        due_on=scenery.calendar.add(demanded_on, scenery.settings.refusal_reply_days),
        case_id=rng.randrange(1, 2**52),
    )


def _set_aside(refusals: Sequence[Refusal], entered: dict[int, Entered], place: Place) -> None:
    status = Placement.Status.REFUSED
    label = str(PLACEMENTS.steps["set_aside"].label)
    changes: dict[int, dict[str, Any]] = {}
    past = []
    for refusal in refusals:
        row = entered[refusal.placement_id or 0].row
        row.status, row.version = status, row.version + 1
        changes[row.pk] = {
            "status": status, "version": row.version, "refusal_id": refusal.pk, "discreet": refusal.anonymous,
        }  # fmt: skip
        by = place.of_villages[refusal.village_id]
        past.append(Past(row.pk, row.version, refusal.filed_at, label, by, status))
    amend(Placement, changes)
    remember(Placement, past)


def answer_all(scenery: Scenery, rng: Random) -> int:
    """On the county's side: every case but the latest has its answer, the contested ones most their ruling."""
    waiting_since = scenery.days.moment(scenery.days.last - LATELY + 1, 0, rng)
    changes: dict[int, dict[str, Any]] = {}
    past: list[Past] = []
    for case in RefusalCase.objects.filter(filed_at__lt=waiting_since).order_by("filed_at", "id"):
        way = draw(rng, ANSWERS)
        at = [case.filed_at + timedelta(hours=20 + 30 * n) for n in range(2)]
        changes[case.pk] = _answered(WAYS[way], at)
        for n, (step, status) in enumerate(WAYS[way]):
            by = _who(step, case.department_id, scenery)
            past.append(Past(case.pk, n + 2, at[n], str(REFUSALS.steps[step].label), by, status))
    amend(RefusalCase, changes)
    remember(RefusalCase, past)
    return len(changes)


def _answered(way: tuple[tuple[str, str], ...], at: Sequence[datetime]) -> dict[str, Any]:
    ruled = len(way) > 1
    return {
        "status": way[-1][1],
        "version": 1 + len(way),
        "answer": "已收悉，按程序办理。",
        "answered_at": at[0],
        "ruling": "经核实，按准入制度办理。" if ruled else "",
        "ruled_at": at[1] if ruled else None,
    }


def _who(step: str, department: int, scenery: Scenery) -> Actor:
    if step in ("uphold", "overrule"):
        return scenery.people.office["head"]
    return scenery.people.departments[department, "head"]
