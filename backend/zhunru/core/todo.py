"""What an actor must do now, read from the workflow tables: whoever may take a step has it before them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router, Schema

from zhunru.core.actors import Actor
from zhunru.core.routes import Visible, actor_of
from zhunru.core.workflow import Step, Workflow

SHOWN = 20
"""Items listed per group; the count tells of the rest."""


class Item(Schema):
    id: int
    title: str
    since: datetime | None


class Group(Schema):
    """Things of one kind that wait for the same act; `page` names the list they belong to."""

    code: str
    label: str
    page: str
    count: int
    items: list[Item]


def waiting(
    workflow: Workflow[Any], actor: Actor, *, visible: Visible, page: str, since: str | None = None
) -> list[Group]:
    """One group per status that waits for `actor`, in the order of the course."""
    mine = [step for step in workflow if actor.has_role(*step.by) and not step.at_will]
    found = []
    for source, steps in groupby(mine, key=lambda step: step.source):
        rows = visible(actor).filter(status__in=source)
        if group := gather(rows, code=source[0], label=_labels(steps), page=page, since=since):
            found.append(group)
    return found


def gather(rows: QuerySet[Any], *, code: str, label: str, page: str, since: str | None = None) -> Group | None:
    """The group of `rows`, oldest first; None when there is nothing to do."""
    count = rows.count()
    if not count:
        return None
    items = [
        Item(id=row.pk, title=str(row), since=getattr(row, since) if since else None)
        for row in rows.order_by("id")[:SHOWN]
    ]
    return Group(code=code, label=label, page=page, count=count, items=items)


def _labels(steps: Iterable[Step[Any]]) -> str:
    return " / ".join(str(step.label) for step in steps)


def todo_router(collect: Callable[[Actor], list[Group]]) -> Router:
    """`GET /todo` answered by `collect`."""
    router = Router(tags=["todo"])

    @router.get("", response=list[Group], operation_id="todo_list")
    def list_todo(request: HttpRequest) -> list[Group]:
        return collect(actor_of(request))

    return router
