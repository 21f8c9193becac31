"""Routes that gather over many cases, on the county host."""

from django.http import HttpRequest
from ninja import Query, Router

from zhunru.admissions import overviews
from zhunru.admissions.schemas.overviews import BodyAsked, ExpiryOut, Span, WaitingOut
from zhunru.core.routes import actor_of

meetings = Router(tags=["meetings"])
expiries = Router(tags=["matters"])


@meetings.get("/waiting", response=list[WaitingOut], operation_id="meeting_waiting")
def list_waiting(request: HttpRequest, asked: Query[BodyAsked]) -> list[WaitingOut]:
    """What a meeting of that body may put on its agenda, with the office's recommendations."""
    return overviews.waiting_for(asked.body, actor_of(request))


@expiries.get("", response=list[ExpiryOut], operation_id="expiry_list")
def list_expiries(request: HttpRequest, span: Query[Span]) -> list[ExpiryOut]:
    """What ends and what is due for review between two days."""
    return overviews.expiries(actor_of(request), span.from_on, span.to_on)
