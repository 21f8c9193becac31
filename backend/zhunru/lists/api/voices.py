"""What is said to a draft, what is answered, and who has taken note of what was published."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.core.routes import actor_of
from zhunru.lists import queries, schemas, voices
from zhunru.lists.api.editions import edition_of
from zhunru.lists.models import Acknowledgement, Comment
from zhunru.lists.services import commenting, taking_note

of_editions = Router(tags=["editions"])
county_of_editions = Router(tags=["editions"])
county_comments = Router(tags=["editions"])
acknowledgements = Router(tags=["acknowledgements"])


@of_editions.get("/{int:id}/comments", response=list[schemas.CommentOut], operation_id="edition_comments")
def list_comments(request: HttpRequest, id: Path[int]) -> list[Comment]:
    """Everything said to the draft that the reader may see: the county's offices all of it, others their own."""
    actor = actor_of(request)
    return list(voices.comments_visible_to(actor).filter(edition=edition_of(actor, id)))


@of_editions.post("/{int:id}/comments", response={201: schemas.CommentOut}, operation_id="edition_comment")
def create_comment(request: HttpRequest, id: Path[int], data: schemas.CommentIn) -> Status[Comment]:
    """A department's or a township's word on one entry, or on the whole draft."""
    actor = actor_of(request)
    edition = edition_of(actor, id)
    entry = get_object_or_404(queries.visible_to(actor), pk=data.entry) if data.entry else None
    said = commenting.comment(edition, entry=entry, position=data.position, text=data.text, actor=actor)
    return Status(201, said)


@county_comments.post("/{int:id}/answer", response=schemas.CommentOut, operation_id="comment_answer")
def answer_comment(request: HttpRequest, id: Path[int], data: schemas.CommentAnswer) -> Comment:
    actor = actor_of(request)
    said = get_object_or_404(voices.comments_visible_to(actor), pk=id)
    return commenting.answer(said, text=data.answer, actor=actor)


@acknowledgements.get("", response=list[schemas.AcknowledgementOut], operation_id="acknowledgement_list")
def list_acknowledgements(request: HttpRequest, open: Query[bool | None] = None) -> list[schemas.AcknowledgementOut]:
    """What the reader's department, township or village has to take note of, open ones first."""
    actor = actor_of(request)
    rows = [one for one in voices.asked_of(actor) if open is None or (one.done_at is None) == open]
    return voices.shown(rows, actor)


@acknowledgements.post("/{int:id}/confirm", response=schemas.AcknowledgementOut, operation_id="acknowledgement_confirm")
def confirm_acknowledgement(request: HttpRequest, id: Path[int]) -> schemas.AcknowledgementOut:
    actor = actor_of(request)
    asked = get_object_or_404(voices.asked_visible_to(actor), pk=id)
    return voices.shown([taking_note.confirm(asked, actor=actor)], actor)[0]


@county_of_editions.get(
    "/{int:id}/acknowledgements", response=list[schemas.AcknowledgementOut], operation_id="edition_acknowledgements"
)
def list_edition_acknowledgements(request: HttpRequest, id: Path[int]) -> list[schemas.AcknowledgementOut]:
    """Who has taken note of the edition, and who is late."""
    actor = actor_of(request)
    rows: list[Acknowledgement] = list(voices.asked_visible_to(actor).filter(edition=edition_of(actor, id)))
    return voices.shown(rows, actor)
