"""What an actor must do now, read from the workflow tables: whoever may take a step has it before them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count, DateTimeField, F, OuterRef, QuerySet, Subquery, Value, Window
from django.db.models.expressions import Combinable
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Schema

from zhunru.core.actors import Actor
from zhunru.core.routes import Visible, actor_of
from zhunru.core.workflow import Step, Workflow

SHOWN = 20
"""Items listed per group; the count tells of the rest."""
NAMED = 3
"""Acts named for a group."""


Dated = Callable[[QuerySet[Any]], QuerySet[Any]]
"""Gives each row its `due_on`."""


Title = str | Combinable
"""The column by which a thing is named, or what makes its name."""


class Item(Schema):
    id: int
    title: str
    since: datetime | None
    due_on: date | None
    """By when somebody must act; None while nothing runs."""
    left: int | None
    """Working days left after today, negative = overdue; None where that cannot be told."""


class Group(Schema):
    """Things of one kind that wait for the same act; `page` names the list they belong to."""

    code: str
    label: str
    page: str
    count: int
    items: list[Item]


def waiting(
    workflow: Workflow[Any],
    actor: Actor,
    *,
    visible: Visible,
    page: str,
    since: str | None = None,
    dated: Dated | None = None,
    title: Title = "title",
) -> list[Group]:
    """One group per status that waits for `actor`, in the order of the course; nothing stands in two of them."""
    found = []
    for status, steps in _mine(workflow, actor).items():
        rows = visible(actor).filter(status=status)
        label = _labels(steps)
        if group := gather(rows, code=status, label=label, page=page, since=since, dated=dated, title=title):
            found.append(group)
    return found


def _mine(workflow: Workflow[Any], actor: Actor) -> dict[str, list[Step[Any]]]:
    """The steps that wait for the actor's role, by the status from which they are taken."""
    found: dict[str, list[Step[Any]]] = {}
    for step in workflow:
        if actor.has_role(*step.by) and not step.at_will:
            for status in step.source:
                found.setdefault(status, []).append(step)
    return found


def gather(
    rows: QuerySet[Any],
    *,
    code: str,
    label: str,
    page: str,
    since: str | None = None,
    dated: Dated | None = None,
    title: Title = "title",
) -> Group | None:
    """The group of `rows`, the earliest due first, then the oldest; None when there is nothing to do.

    One query for the few columns that are shown: rows of a case are wide, and there may be thousands.
    """
    rows = dated(rows).order_by(F("due_on").asc(nulls_last=True), "id") if dated else rows.order_by("id")
    rows = rows.annotate(
        named=F(title) if isinstance(title, str) else title,
        since=F(since) if since else _NOTHING,
        until=F("due_on") if dated else _NOTHING,
        of_all=Window(Count("pk")),
    )
    found = list(rows.values_list("pk", "named", "since", "until", "of_all")[:SHOWN])
    if not found:
        return None
    items = [Item(id=pk, title=name, since=at, due_on=until, left=None) for pk, name, at, until, _count in found]
    return Group(code=code, label=label, page=page, count=found[0][-1], items=items)


def gather_by_parts(
    rows: QuerySet[Any], parts: QuerySet[Any], key: str, *, due: str | None = "due_on", **named: Any
) -> Group | None:
    """The group of those `rows` of which one of `parts`, that points by `key`, waits: each once, by its earliest part.

    `due` is the parts' column of that name; `named` as for `gather`.
    """
    if due is None:
        return gather(rows.filter(pk__in=parts.values(key)), **named)
    first = parts.filter(**{key: OuterRef("pk")}).order_by(F(due).asc(nulls_last=True))

    def dated(found: QuerySet[Any]) -> QuerySet[Any]:
        with_dates: QuerySet[Any] = found.annotate(due_on=Subquery(first.values(due)[:1]))
        return with_dates

    return gather(rows.filter(pk__in=parts.values(key)), dated=dated, **named)


_NOTHING = Value(None, output_field=DateTimeField())


def by_urgency(groups: Iterable[Group]) -> list[Group]:
    """The group with the earliest due date first; those without dates keep the order of the course behind them."""
    return sorted(groups, key=lambda group: group.items[0].due_on or date.max)


def _labels(steps: Sequence[Step[Any]]) -> str:
    """What may be done, in words; of many acts the first."""
    named = " / ".join(str(step.label) for step in steps[:NAMED])
    return _("%(acts)s 等") % {"acts": named} if len(steps) > NAMED else named


def todo_router(*collect: Callable[[Actor], list[Group]]) -> Router:
    """`GET /todo` answered by all of `collect`."""
    router = Router(tags=["todo"])

    @router.get("", response=list[Group], operation_id="todo_list")
    def list_todo(request: HttpRequest) -> list[Group]:
        actor = actor_of(request)
        return by_urgency(group for one in collect for group in one(actor))

    return router
