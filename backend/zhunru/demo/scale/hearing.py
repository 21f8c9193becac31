"""Who was asked for an opinion and what they said; villages and townships say it on their own side."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Opinion
from zhunru.admissions.services.consulting import brief
from zhunru.configuration.choices import Party
from zhunru.core.actors import Actor
from zhunru.demo.scale.cases import Case
from zhunru.demo.scale.keeping import insert, insert_first
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery
from zhunru.demo.scale.words import OBJECTIONS
from zhunru.divisions.models import Village
from zhunru.placements.models import Statement

Position = Opinion.Position
POSITIONS = {Position.SUPPORT: 60, Position.NO_OBJECTION: 35, Position.OBJECTION: 5}
SILENT = 0.1
"""The share of villages that let the term pass."""
ANSWERED = 0.6
"""Of those asked lately, how many have answered so far."""
REPLY = "已采纳，由部门派人办理。"


@dataclass(frozen=True, slots=True)
class Said:
    """What a township's place will say under its own role."""

    opinion: Opinion
    position: str
    text: str
    at: datetime


def ask_all(cases: Sequence[Case], lives: Sequence[Life], scenery: Scenery, rng: Random) -> dict[str, list[Said]]:
    """Every opinion asked for, the county's answered; gives what each township has to say, by realm."""
    said: list[Said] = []
    rows = [opinion for case in cases for opinion in _on_case(case, scenery, said, rng)]
    rows += [opinion for life in lives for opinion in _on_leaving(life, scenery, said, rng)]
    insert(Opinion, rows)
    by_realm: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_realm[one.opinion.realm].append(one)
    return by_realm


def _on_case(case: Case, scenery: Scenery, said: list[Said], rng: Random) -> Iterator[Opinion]:
    asked = case.took("accept")
    if asked is None:
        return
    days = scenery.settings.consultation_days
    reviewed = case.took("review")
    until = reviewed.at if reviewed else scenery.days.moment(scenery.days.last, 16, rng)
    common: dict[str, Any] = {
        "purpose": Opinion.Purpose.ADMISSION,
        "application": case.row,
        "title": case.title,
        "brief": brief(case.row),
        "asked_at": asked.at,
        "due_on": scenery.calendar.add(asked.at.date(), days),
    }
    for opinion in (*_places(case, scenery, common, rng), *_offices(scenery, common)):
        if reviewed or rng.random() < ANSWERED:
            _answer(opinion, min(asked.at + timedelta(hours=rng.randint(2, 70)), until), bool(reviewed), said, rng)
        yield opinion


def _places(case: Case, scenery: Scenery, common: dict[str, Any], rng: Random) -> Iterator[Opinion]:
    """Every township in scope, and a few of its villages."""
    villages = [scenery.by_code[code] for code in case.scope]
    for township in {village.township_id: village.township for village in villages}.values():
        yield Opinion(party=Party.TOWNSHIP, realm=township.schema_name, township=township, **common)
    for village in rng.sample(villages, min(len(villages), scenery.settings.sampled_villages)):
        yield _of_village(village, common)


def _of_village(village: Village, common: dict[str, Any]) -> Opinion:
    township = village.township
    return Opinion(party=Party.VILLAGE, realm=township.schema_name, township=township, village=village, **common)


def _offices(scenery: Scenery, common: dict[str, Any]) -> Iterator[Opinion]:
    for party, offices in ((Party.FINANCE, scenery.finance), (Party.JUSTICE, scenery.justice)):
        yield from (Opinion(party=party, organisation=office, **common) for office in offices)


def _answer(opinion: Opinion, at: datetime, reviewed: bool, said: list[Said], rng: Random) -> None:
    """An objection to what has been reviewed has had its reply."""
    if reviewed and opinion.party == Party.VILLAGE and rng.random() < SILENT:
        opinion.silent, opinion.position, opinion.answered_at = True, Position.NO_OBJECTION, at
        return
    position = rng.choices(list(POSITIONS), weights=list(POSITIONS.values()))[0]
    text = rng.choice(OBJECTIONS) if position == Position.OBJECTION else ""
    opinion.reply = REPLY if reviewed and text else ""
    if opinion.organisation:
        opinion.position, opinion.text, opinion.answered_at = position, text, at
        opinion.answered_by = _signed(opinion.organisation)
    else:
        said.append(Said(opinion, position, text, at))


def _signed(office: Organisation) -> str:
    return f"{office.name} 经办人"[:100]


def _on_leaving(life: Life, scenery: Scenery, said: list[Said], rng: Random) -> Iterator[Opinion]:
    """Every village in scope may object to a withdrawal."""
    ordered, row = life.saw("order_withdrawal"), life.row
    if ordered is None:
        return
    common: dict[str, Any] = {
        "purpose": Opinion.Purpose.WITHDRAWAL,
        "matter": row,
        "title": row.title,
        "brief": {"code": row.code, "village_duty": row.village_duty, "reasons": row.withdrawal_reasons},
        "asked_at": ordered.at,
        "due_on": row.objections_until,
        "round": 1,
    }
    for code in life.scope:
        opinion = _of_village(scenery.by_code[code], common)
        if rng.random() < ANSWERED:
            said.append(Said(opinion, Position.NO_OBJECTION, "", ordered.at + timedelta(hours=rng.randint(1, 20))))
        yield opinion


def speak(said: Sequence[Said], officer: Actor, of_villages: dict[int, Actor]) -> int:
    """In one township, under its role: its villages' and its own words; the trigger tells the county."""
    by_speaker: dict[int | None, list[Said]] = defaultdict(list)
    for one in said:
        by_speaker[one.opinion.village_id].append(one)
    for village, words in by_speaker.items():
        insert_first(
            Statement,
            [_statement(one) for one in words],
            at=[one.at for one in words],
            by=of_villages[village] if village else officer,
            why="答复征求意见",
        )
    return len(said)


def _statement(said: Said) -> Statement:
    objects = said.position == Position.OBJECTION
    return Statement(
        kind=Statement.Kind.OBJECTION if objects else Statement.Kind.REPLY,
        opinion_id=said.opinion.pk,
        title=said.opinion.title,
        village_id=said.opinion.village_id,
        position=said.position,
        text=said.text,
        said_at=said.at,
    )
