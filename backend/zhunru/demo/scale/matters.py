"""The admitted matters as rows, with their family and the history of what became of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from zhunru.admissions.models import Confirmation, Ground, Lineage, Matter
from zhunru.admissions.services.contents import content_of
from zhunru.admissions.services.founding import LETTERS
from zhunru.core.actors import SYSTEM
from zhunru.demo.scale import words
from zhunru.demo.scale.keeping import Past, insert, insert_first, remember
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery

S = Matter.Status
ENDED = "CASE WHEN past.status IN ('withdrawn', 'expired', 'superseded', 'lapsed') THEN row.{0} END"
THEN = {
    "document_id": "CASE WHEN past.status <> 'pending' THEN row.document_id END",
    "withdrawal_document_id": ENDED.format("withdrawal_document_id"),
}
SETTLED = {"completion_report": "已完成，结果已汇总。", "settlement": "经费已结清。", "closures": "未建台账，未挂牌。"}
REASONS: dict[str, dict[str, Any]] = {
    S.WITHDRAWN: {"withdrawal_ground": Ground.DONE, "withdrawal_reasons": "任务已完成", **SETTLED},
    S.WITHDRAWING: {"withdrawal_ground": Ground.DONE, "withdrawal_reasons": "任务已完成", **SETTLED},
    S.EXPIRED: {"withdrawal_ground": Ground.TERM, "withdrawal_reasons": "期限届满，自动退出"},
    S.SUPERSEDED: {"withdrawal_ground": Ground.REPLACED, "withdrawal_reasons": "并入或者拆分为其他事项"},
    S.LAPSED: {"withdrawal_reasons": "未获批准"},
}
CONFIRMED = 0.4
"""The share of matters that their departments have confirmed in a review that is still open."""
LEGACY = 0.02
"""Matters that villages carried before there was admission, for each one that was admitted."""


def draw_up(lives: Sequence[Life], scenery: Scenery, rng: Random) -> None:
    """Every matter's row, not inserted yet: its papers come first."""
    parts: Counter[int] = Counter()
    for life in lives:
        parts[life.case.row.pk] += 1
        life.row = _matter(life, parts[life.case.row.pk], scenery, rng)


def keep(lives: Sequence[Life], scenery: Scenery, rng: Random) -> None:
    for life in lives:
        life.row.document = life.paper.row if life.paper else None
        life.row.withdrawal_document = life.last_paper.row if life.last_paper else None
    insert(Matter, (life.row for life in lives))
    insert(
        Lineage,
        (
            Lineage(predecessor=old.row, successor=life.row, kind=life.case.kind)
            for life in lives
            for old in life.predecessors
        ),
    )
    remember(Matter, [past for life in lives for past in _past(life)], **THEN)
    _legacy(int(len(lives) * LEGACY), scenery, rng)
    _confirm(lives, scenery, rng)


def _past(life: Life) -> list[Past]:
    return [
        Past(life.row.pk, version, event.at, event.label, event.by, event.status)
        for version, event in enumerate(life.events, start=1)
    ]


def _matter(life: Life, part: int, scenery: Scenery, rng: Random) -> Matter:
    application, status = life.case.row, life.status
    content = content_of(application) | {"title": life.title, "scope": life.scope, "ends_on": life.ends_on}
    code = f"{scenery.county.code}-{LETTERS[application.object_type]}-{application.pk:04d}"
    more = dict(REASONS.get(status, {}))
    if status == S.EXPIRED and rng.random() < 0.7:
        more |= SETTLED
    if status in (S.WITHDRAWN, S.WITHDRAWING) and (ordered := life.saw("order_withdrawal")):
        more |= {"withdrawal_round": 1, "objections_until": ordered.at.date() + timedelta(days=7)}
    return Matter(
        code=f"{code}-{part}" if life.case.kind == "split" else code,
        application=application,
        department=life.case.department,
        status=status,
        version=len(life.events),
        review_on=_first_review(life, scenery) if status in Matter.BINDING else None,
        extensions=sum(event.step == "extend" for event in life.events),
        **content,
        **more,
    )


def _first_review(life: Life, scenery: Scenery) -> date:
    """The first day of the first yearly review after it took effect."""
    admitted_on = life.events[1].at.date()
    opens_on, _closes_on = scenery.settings.review_window(admitted_on.year)
    return opens_on if admitted_on < opens_on else scenery.settings.review_window(admitted_on.year + 1)[0]


def _confirm(lives: Sequence[Life], scenery: Scenery, rng: Random) -> None:
    """Every year's review but the open one is through; of that one some departments have begun."""
    rows: list[Confirmation] = []
    at: list[datetime] = []
    for life in lives:
        first = life.row.review_on
        for year in range(first.year, scenery.today.year + 1) if first else ():
            opens_on, closes_on = scenery.settings.review_window(year)
            if opens_on < scenery.today and (closes_on < scenery.today or rng.random() < CONFIRMED):
                head = scenery.people.departments[life.case.department.pk, "head"]
                rows.append(Confirmation(matter=life.row, year=year, verdict="keep", confirmed_by_id=head.person))
                at.append(scenery.days.moment(min(scenery.days.place(opens_on), scenery.days.last), 2, rng))
    insert_first(Confirmation, rows, at=at, by=scenery.people.office["head"], why="年度确认")


def _legacy(count: int, scenery: Scenery, rng: Random) -> None:
    """Carried without admission; each has its term to be admitted anew."""
    titles = words.Titles(rng)
    rows = [
        Matter(
            code=f"{scenery.county.code}-CL-{n:04d}",
            department=rng.choice(scenery.departments),
            title=f"原有{titles.new('work_matter')}",
            village_duty="按原有做法承担",
            scope=[village.code for village in scenery.villages],
            starts_on=scenery.days.row[0],
            legacy=True,
            readmit_by=scenery.today + timedelta(days=rng.randint(10, 180)),
            status=S.LEGACY,
        )
        for n in range(1, count + 1)
    ]
    began = scenery.days.moment(0, 0, rng)
    insert_first(Matter, rows, at=[began] * count, by=SYSTEM, why="登记存量事项")
