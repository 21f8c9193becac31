"""Routes of matters, meetings, opinions and refusals, on the county host."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.admissions import holding, listing, queries, schemas, yearly
from zhunru.admissions.models import Matter, Meeting, Opinion, RefusalCase
from zhunru.admissions.services import consulting, meetings
from zhunru.admissions.workflow import MATTERS, MEETINGS, REFUSALS
from zhunru.core.actors import Actor
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes

matters = Router(tags=["matters"])
meeting_routes = Router(tags=["meetings"])
opinions = Router(tags=["opinions"])
refusals = Router(tags=["refusals"])


@matters.get("", response=Page[schemas.MatterRow], operation_id="matter_list")
def list_matters(request: HttpRequest, where: Query[schemas.MatterFilter], paging: Query[Paging]) -> HttpResponse:
    rows = listing.matters(actor_of(request), where, paging.q)
    return page(rows, schemas.MatterRow, paging, orderable=listing.MATTERS_BY)


@matters.get("/{int:id}", response=schemas.MatterOut, operation_id="matter_read")
def read_matter(request: HttpRequest, id: Path[int]) -> Matter:
    return get_object_or_404(queries.matters_visible_to(actor_of(request)), pk=id)


@matters.get("/{int:id}/commitments", response=list[schemas.CommitmentOut], operation_id="matter_commitments")
def list_commitments(request: HttpRequest, id: Path[int]) -> list[Any]:
    """What each village is promised with the matter, and by when (3.3b)."""
    matter = get_object_or_404(queries.matters_visible_to(actor_of(request)), pk=id)
    return list(matter.commitments.select_related("village__township"))


@matters.post("/{int:id}/confirm_year", response=schemas.MatterOut, operation_id="matter_confirm_year")
def confirm_year(request: HttpRequest, id: Path[int], data: schemas.ConfirmationIn) -> Matter:
    """The department's word in the yearly review (A-27)."""
    actor = actor_of(request)
    matter = get_object_or_404(queries.matters_visible_to(actor), pk=id)
    yearly.confirm(matter, actor=actor, data=data)
    return get_object_or_404(queries.matters_visible_to(actor), pk=id)


add_case_routes(
    matters, MATTERS, visible=queries.matters_visible_to, out=schemas.MatterOut, parts=queries.parts_of_matter
)


def _meetings(actor: Actor) -> QuerySet[Meeting]:
    return queries.meetings_visible_to(actor).prefetch_related("items__application__department")


@meeting_routes.get("", response=Page[schemas.MeetingRow], operation_id="meeting_list")
def list_meetings(request: HttpRequest, where: Query[schemas.MeetingFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.meetings_visible_to(actor_of(request)).filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(number__icontains=paging.q)
    return page(queries.meetings_as_rows(rows), schemas.MeetingRow, paging, orderable=("id", "held_on", "status"))


@meeting_routes.post("", response={201: schemas.MeetingOut}, operation_id="meeting_create")
def create_meeting(request: HttpRequest, data: schemas.MeetingIn) -> Status[Meeting]:
    return Status(201, (meetings.plan(actor=actor_of(request), data=data)))


@meeting_routes.get("/{int:id}", response=schemas.MeetingOut, operation_id="meeting_read")
def read_meeting(request: HttpRequest, id: Path[int]) -> Meeting:
    return get_object_or_404(_meetings(actor_of(request)), pk=id)


@meeting_routes.patch("/{int:id}", response=schemas.MeetingOut, operation_id="meeting_rearrange")
def rearrange_meeting(request: HttpRequest, id: Path[int], data: schemas.AgendaIn) -> Meeting:
    actor = actor_of(request)
    meeting = get_object_or_404(_meetings(actor), pk=id)
    meetings.rearrange(meeting, actor=actor, data=data)
    return get_object_or_404(_meetings(actor), pk=id)


@meeting_routes.post("/{int:id}/record", response=schemas.MeetingOut, operation_id="meeting_record")
def record_meeting(request: HttpRequest, id: Path[int], data: schemas.MeetingRecord) -> Meeting:
    """The outcome of every item in one act: all or none."""
    actor = actor_of(request)
    meeting = get_object_or_404(_meetings(actor), pk=id)
    holding.record(meeting, actor=actor, data=data)
    return get_object_or_404(_meetings(actor), pk=id)


add_case_routes(meeting_routes, MEETINGS, visible=_meetings, out=schemas.MeetingOut, parts=queries.parts_of_meeting)


@opinions.get("/mine", response=list[schemas.OpinionAsked], operation_id="opinion_mine")
def list_my_opinions(request: HttpRequest) -> list[Any]:
    """What this department is asked, the unanswered first."""
    actor = actor_of(request)
    asked = queries.opinions_visible_to(actor).filter(organisation_id=actor.organisation_id or 0)
    return list(asked.order_by("answered_at", "due_on", "id")[:200])


@opinions.post("/{int:id}/answer", response=schemas.OpinionOut, operation_id="opinion_answer")
def answer_opinion(request: HttpRequest, id: Path[int], data: schemas.AnswerIn) -> Opinion:
    actor = actor_of(request)
    opinion = get_object_or_404(queries.opinions_visible_to(actor), pk=id)
    return consulting.answer(opinion, actor=actor, position=data.position, text=data.text)


@opinions.post("/{int:id}/reply", response=schemas.OpinionOut, operation_id="opinion_reply")
def reply_to_opinion(request: HttpRequest, id: Path[int], data: schemas.ReplyIn) -> Opinion:
    """The office answers an objection (A-14, A-25)."""
    actor = actor_of(request)
    opinion = get_object_or_404(queries.opinions_visible_to(actor), pk=id)
    return consulting.reply(opinion, actor=actor, text=data.reply)


@refusals.get("", response=Page[schemas.RefusalRow], operation_id="refusal_list")
def list_refusals(request: HttpRequest, where: Query[schemas.RefusalFilter], paging: Query[Paging]) -> HttpResponse:
    rows = listing.refusals(actor_of(request), where, paging.q)
    return page(rows, schemas.RefusalRow, paging, orderable=listing.REFUSALS_BY)


@refusals.get("/{int:id}", response=schemas.RefusalOut, operation_id="refusal_read")
def read_refusal(request: HttpRequest, id: Path[int]) -> RefusalCase:
    found: RefusalCase = get_object_or_404(queries.refusals_visible_to(actor_of(request)), pk=id)
    return found


add_case_routes(refusals, REFUSALS, visible=queries.refusals_visible_to, out=schemas.RefusalOut)
