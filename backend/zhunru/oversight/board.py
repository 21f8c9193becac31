"""The consolidated board, put together from the counts of the facts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count

from zhunru.admissions.models import Delivery, Matter
from zhunru.core.actors import Actor
from zhunru.oversight import queries, schemas
from zhunru.placements.models import Placement


def board(actor: Actor) -> schemas.Board:
    """Figures of what `actor` may see."""
    totals = queries.visible_to(actor).aggregate(
        matters=Count("matter", distinct=True),
        placements=Count("id"),
        notified=queries.NOTIFIED,
        confirmed=queries.ENTERED,
        completed=queries.COMPLETED,
        closed=queries.CLOSED,
    )
    return schemas.Board(
        totals=schemas.Totals(**totals),
        by_township=[_slice(row) for row in queries.by_township(actor)],
        by_department=[_slice(row) for row in queries.by_department(actor)],
        by_status=_statuses(Placement.Status.choices, queries.by_status(actor), "notified"),
        matters_by_status=_statuses(Matter.Status.choices, queries.matters_by_status(actor), "count"),
    )


def progress(matter: Matter) -> schemas.Progress:
    rows = [schemas.ProgressLine(**line) for line in queries.progress(matter)]
    sums = {
        name: sum(getattr(row, name) for row in rows)
        for name in ("villages", "notified", "confirmed", "completed", "closed")
    }
    done = sum(row.delivery_status == Delivery.Status.DONE for row in rows)
    return schemas.Progress(townships=len(rows), townships_done=done, rows=rows, **sums)


def _slice(row: Mapping[str, Any]) -> schemas.Slice:
    return schemas.Slice(**{**row, "key": str(row["key"])})


def _statuses(
    choices: Iterable[tuple[str, Any]], rows: Iterable[Mapping[str, Any]], count: str
) -> list[schemas.StatusSlice]:
    counts = {row["status"]: row[count] for row in rows}
    return [schemas.StatusSlice(key=key, label=str(label), count=counts.get(key, 0)) for key, label in choices]
