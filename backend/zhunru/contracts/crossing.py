"""A department's people work on a contract where it lies: in the township whose number its id bears.

On the county's host a route stands in that township, under that township's own role, for as long as it runs; who asks
stays the department's member. On a township's host nothing changes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import Router

from zhunru.core.actors import COUNTY, Actor
from zhunru.tenancy import register
from zhunru.tenancy.context import township_context

View = Callable[..., Any]


def cross(router: Router) -> Router:
    """Let every route of `router` that names a row by its `id` run where that row lies."""
    router.add_decorator(_where_it_lies, mode="view")
    return router


def _where_it_lies(view: View) -> View:
    @wraps(view)
    def stand(request: HttpRequest, *args: Any, **arguments: Any) -> Any:
        actor: Actor | None = request.actor  # type: ignore[attr-defined]  # set by the middleware
        if actor is None or actor.realm != COUNTY or "id" not in arguments:
            return view(request, *args, **arguments)
        with township_context(register.schema_of_row(int(arguments["id"]))):
            return view(request, *args, **arguments)

    return stand
