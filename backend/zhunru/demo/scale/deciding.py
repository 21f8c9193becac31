"""What was found and decided on the applications, and the meetings that did it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from zhunru.admissions.models import AgendaItem, Decision, Endorsement, Finding, FirstReview, Meeting
from zhunru.configuration.choices import Body
from zhunru.core.models import Tracked
from zhunru.demo.scale.cases import Case, Taken
from zhunru.demo.scale.keeping import Past, insert, insert_first, remember
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery
from zhunru.demo.scale.words import REASONS

OUTCOMES = {
    "approve": Decision.Outcome.APPROVED,
    "reject": Decision.Outcome.REJECTED,
    "defer": Decision.Outcome.DEFERRED,
    "convert": Decision.Outcome.CONVERTED,
    "merge_into": Decision.Outcome.MERGED,
}
Sitting = tuple[str, int]
"""A body and the working day on which it sat."""


def review_all(cases: Sequence[Case]) -> None:
    """The first review and the three findings."""
    first, found = [], []
    for case in cases:
        if step := case.took("first_review"):
            row = FirstReview(application=case.row, opinion="材料齐全，不与清单重复。", reviewer_id=step.by.person)
            first.append((row, step))
        if step := case.took("review"):
            for aspect in Finding.Aspect:
                row_of = {"application": case.row, "aspect": aspect, "favourable": True, "opinion": "已核对。"}
                found.append((Finding(**row_of, reviewer_id=step.by.person), step))
    _keep(FirstReview, first, "初审")
    _keep(Finding, found, "复审")


def decide_all(cases: Sequence[Case], lives: Sequence[Life], scenery: Scenery, rng: Random) -> None:
    """What each body said, with the meetings that sat."""
    meetings = _meetings(cases, scenery)
    in_force = [life for life in lives if life.status == "in_force"] or list(lives)
    endorsed = [
        (_endorsement(case, step, body, n), step)
        for n, case in enumerate(cases)
        for step, body in zip(_endorsements(case), case.bodies, strict=False)
    ]
    decided = [
        (_decision(case, step, meetings.get(_sitting(case, step)), in_force, rng), step)
        for case in cases
        if (step := case.decided)
    ]
    _keep(Endorsement, endorsed, "登记签批意见")
    _keep(Decision, decided, "登记决定")


def _keep(model: type[Tracked], rows: Sequence[tuple[Any, Taken]], why: str) -> None:
    """Each signed by whoever took the step."""
    for row, _step in rows:
        row.version = 1
    insert(model, (row for row, _step in rows))
    remember(model, [Past(row.pk, 1, step.at, why, step.by) for row, step in rows])


def _endorsements(case: Case) -> list[Taken]:
    return [step for step in case.steps if step.step == "endorse"]


def _endorsement(case: Case, step: Taken, body: str, n: int) -> Endorsement:
    return Endorsement(
        application=case.row,
        body=body,
        reference=f"演示批{n + 1}号",
        given_on=step.at.date(),
        opinion="同意提请研究。",
        recorder_id=step.by.person,
    )


def _decision(case: Case, step: Taken, meeting: Meeting | None, in_force: Sequence[Life], rng: Random) -> Decision:
    outcome = OUTCOMES[step.step]
    day = step.at.date()
    return Decision(
        application=case.row,
        body=case.bodies[-1],
        outcome=outcome,
        resolution_number=meeting.number if meeting else f"演示批{case.row.pk}号",
        meeting_on=day,
        meeting=meeting,
        reasons="" if outcome == Decision.Outcome.APPROVED else rng.choice(REASONS),
        resubmit_on=day + timedelta(days=60) if outcome == Decision.Outcome.DEFERRED else None,
        merged_into=rng.choice(in_force).row if outcome == Decision.Outcome.MERGED else None,
        recorder_id=step.by.person,
    )


def _sitting(case: Case, step: Taken) -> Sitting:
    return case.bodies[-1], step.place


def _meetings(cases: Sequence[Case], scenery: Scenery) -> dict[Sitting, Meeting]:
    """The sittings that decided something, each with its agenda in the order of the applications."""
    clerk = scenery.people.office["clerk"]
    agenda: dict[Sitting, list[tuple[Case, Taken]]] = {}
    for case in cases:
        step = case.decided
        if step and case.bodies[-1] != Body.LEADER:
            agenda.setdefault(_sitting(case, step), []).append((case, step))
    sittings = {
        sitting: Meeting(
            body=sitting[0],
            held_on=scenery.days.row[sitting[1]],
            number=f"演示{Body(sitting[0]).label}第{n}次会议",
            status=Meeting.Status.HELD,
            convener_id=clerk.person,
        )
        for n, sitting in enumerate(sorted(agenda), start=1)
    }
    at = [agenda[sitting][0][1].at for sitting in sittings]
    insert_first(Meeting, sittings.values(), at=at, by=clerk, why="登记会议结果")
    items = list(_items(agenda, sittings))
    insert_first(AgendaItem, [row for row, _at in items], at=[when for _row, when in items], by=clerk, why="列入议题")
    return sittings


def _items(
    agenda: dict[Sitting, list[tuple[Case, Taken]]], sittings: dict[Sitting, Meeting]
) -> Iterator[tuple[Any, Any]]:
    for sitting, taken in agenda.items():
        for place, (case, step) in enumerate(taken, start=1):
            yield (
                AgendaItem(
                    meeting=sittings[sitting], application=case.row, position=place,
                    recommendation=case.row.recommendation,
                ),
                step.at,
            )  # fmt: skip
