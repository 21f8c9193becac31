"""What each admission owed: deliveries to the townships, all of them carried out, and promises to the villages."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from zhunru.admissions.models import Commitment, Delivery
from zhunru.admissions.services.delivering import delivery_facts
from zhunru.demo.scale.keeping import insert
from zhunru.demo.scale.lives import Event, Life
from zhunru.demo.scale.scenery import Scenery

K = Delivery.Kind
KINDS = {
    "take_effect": K.ENTER, "enter_first": K.ENTER, "ratify": K.CHANGE, "adjust": K.CHANGE, "extend": K.CHANGE,
    "suspend": K.SUSPEND, "withdraw": K.WITHDRAW, "expire": K.WITHDRAW, "lapse": K.WITHDRAW, "supersede": K.WITHDRAW,
}  # fmt: skip
UNDER_WAY = timedelta(minutes=2)


def deliver_all(lives: Sequence[Life], scenery: Scenery) -> int:
    rows = [row for life in lives for row in _deliveries(life, scenery)]
    return len(insert(Delivery, rows))


def _deliveries(life: Life, scenery: Scenery) -> Iterator[Delivery]:
    facts = delivery_facts(life.row, carried_from=[old.row for old in life.predecessors])
    villages = [scenery.by_code[code] for code in life.scope]
    townships = [
        (township, [village.code for village in found])
        for township, found in groupby(villages, key=lambda village: village.township)
    ]
    for revision, event in enumerate(life.events, start=1):
        kind = KINDS.get(event.step)
        if kind is None and life.has_entered:
            continue
        told = facts | {"provisional": event.step == "enter_first"}
        for township, codes in townships:
            yield Delivery(
                matter=life.row,
                township=township,
                schema_name=township.schema_name,
                kind=kind or K.ENTER,
                revision=revision,
                village_codes=codes,
                facts=told,
                **_state(event, waiting=kind is None),
            )


def _state(event: Event, *, waiting: bool) -> dict[str, Any]:
    """What has been decided waits for its paper; all else has arrived."""
    if waiting:
        return {"status": Delivery.Status.WAITING}
    return {"status": Delivery.Status.DONE, "attempts": 1, "done_at": arrival(event.at)}


def arrival(at: datetime) -> datetime:
    return at + UNDER_WAY


def promise_all(lives: Sequence[Life], scenery: Scenery) -> int:
    rows = [row for life in lives if life.paper for row in _promises(life, scenery)]
    return len(insert(Commitment, rows))


def _promises(life: Life, scenery: Scenery) -> Iterator[Commitment]:
    """What is not due yet when a matter ends binds no longer."""
    ended = life.events[-1].at.date() if life.last_paper else None
    for code in life.scope:
        village = scenery.by_code[code]
        for kind, amount, text, due_on in _parts(life):
            ended_on = ended if ended and due_on > ended else None
            yield Commitment(
                matter=life.row, village=village, kind=kind, amount=amount, promise=text, due_on=due_on,
                ended_on=ended_on,
            )  # fmt: skip


def _parts(life: Life) -> Iterator[tuple[str, str | None, str, date]]:
    row = life.row
    for one in row.funding_due:
        yield Commitment.Kind.FUNDS, one["amount"], "", date.fromisoformat(one["on"])
    if row.tech_support:
        yield Commitment.Kind.SUPPORT, None, row.tech_support, row.starts_on
    if row.training_plan:
        yield Commitment.Kind.TRAINING, None, row.training_plan, row.starts_on
