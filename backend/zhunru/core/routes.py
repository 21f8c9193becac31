"""Routes that every tracked case has: its steps, the steps open to me, its history."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router, Schema

from zhunru.core import history
from zhunru.core.actors import Actor
from zhunru.core.models import Tracked
from zhunru.core.workflow import Step, Workflow

Visible = Callable[[Actor], QuerySet[Any]]
Parts = Callable[[Any], Iterable[Tracked]]
"""The tracked rows that belong to a case and are told with its history."""


def no_parts(_obj: Any) -> tuple[Tracked, ...]:
    return ()


class Action(Schema):
    """One button: `hindrance` says why it is greyed, None that it can be pressed."""

    name: str
    label: str
    hindrance: str | None


def actor_of(request: HttpRequest) -> Actor:
    """The actor whom the route's auth class has recognised."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


def add_history_route(router: Router, name: str, *, visible: Visible, parts: Parts = no_parts) -> None:
    """`GET /{id}/history`, for whoever may see the row itself; with it the history of its parts."""

    @router.get("/{int:id}/history", response=list[history.Entry], operation_id=f"{name}_history")
    def read_history(request: HttpRequest, id: Path[int]) -> list[history.Entry]:
        obj = get_object_or_404(visible(actor_of(request)), pk=id)
        return history.entries(obj, *parts(obj))


def add_case_routes(
    router: Router, workflow: Workflow[Any], *, visible: Visible, out: type[Schema], parts: Parts = no_parts
) -> None:
    """Give the case's router one typed POST per step, plus `actions` and `history`.

    A step without roles belongs to the system and gets no route.
    """
    name = str(workflow.model._meta.model_name)
    add_history_route(router, name, visible=visible, parts=parts)

    for step in workflow:
        if step.by:
            router.post(
                f"/{{int:id}}/{step.name}",
                response=out,
                operation_id=f"{name}_{step.name}",
                summary=str(step.label),
            )(_taker(workflow, step, visible))

    @router.get("/{int:id}/actions", response=list[Action], operation_id=f"{name}_actions")
    def read_actions(request: HttpRequest, id: Path[int]) -> list[Action]:
        actor = actor_of(request)
        obj = get_object_or_404(visible(actor), pk=id)
        return [
            Action(name=s.name, label=str(s.label), hindrance=workflow.hindrance(s, obj, actor))
            for s in workflow.open_to(actor, obj)
        ]


def _taker(workflow: Workflow[Any], step: Step[Any], visible: Visible) -> Callable[..., Tracked]:
    def take(request: HttpRequest, id: Path[int], data: Any) -> Tracked:
        actor = actor_of(request)
        obj: Tracked = get_object_or_404(visible(actor), pk=id)
        taken: Tracked = workflow.take(step.name, obj, actor=actor, data=data)
        shown: Tracked | None = visible(actor).filter(pk=id).first()
        return shown or taken  # as the actor may see it, with what hangs on it

    take.__annotations__["data"] = step.data
    return take
