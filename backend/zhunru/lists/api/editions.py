"""One edition: what it holds, how it differs, and its course from draft to publication."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.core.actors import Actor
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.lists import comparing, queries, schemas
from zhunru.lists.models import Edition, Entry
from zhunru.lists.services import drafting
from zhunru.lists.workflow import EDITIONS

router = Router(tags=["editions"])
township = Router(tags=["editions"])
county = Router(tags=["editions"])


@router.get("/{int:id}", response=schemas.EditionOut, operation_id="edition_read")
def read_edition(request: HttpRequest, id: Path[int]) -> Edition:
    return edition_of(actor_of(request), id)


def edition_of(actor: Actor, id: int) -> Edition:
    """404 for a draft that is not the actor's business."""
    return get_object_or_404(queries.editions_visible_to(actor), pk=id)


@township.get("/{int:id}/entries", response=Page[schemas.EntryRow], operation_id="edition_entries")
@county.get("/{int:id}/entries", response=Page[schemas.EntryRow], operation_id="edition_entries")
def list_edition_entries(
    request: HttpRequest, id: Path[int], paging: Query[Paging], removed: Query[bool | None] = None
) -> HttpResponse:
    """What the edition holds; `removed=true` what leaves with it."""
    edition = edition_of(actor_of(request), id)
    rows = queries.searched(edition.entries.all(), paging.q)
    if removed is not None:
        rows = rows.filter(removed=removed)
    return page(rows, schemas.EntryRow, paging, orderable=("code", "seq", "title", "lead_department", "category"))


@router.get("/{int:id}/difference", response=schemas.DifferenceOut, operation_id="edition_difference")
def read_difference(request: HttpRequest, id: Path[int], to: Query[int | None] = None) -> schemas.DifferenceOut:
    """What changes from `to` (the edition before, if none is named) to this one."""
    return schemas.DifferenceOut.of(difference_of(actor_of(request), id, to))


def difference_of(actor: Actor, id: int, to: int | None) -> comparing.Difference:
    """404 where the other edition is none of the same list."""
    edition = edition_of(actor, id)
    other = to or edition.based_on_id
    visible = queries.editions_visible_to(actor).filter(kind=edition.kind)
    return comparing.between(get_object_or_404(visible, pk=other) if other else None, edition)


add_case_routes(county, EDITIONS, visible=queries.editions_visible_to, out=schemas.EditionOut)


@county.post("/{int:id}/entries", response={201: schemas.EntryOut}, operation_id="entry_create")
def create_entry(request: HttpRequest, id: Path[int], data: schemas.EntryIn) -> Status[Entry]:
    """A new entry of a draft, under a new code."""
    actor = actor_of(request)
    return Status(201, drafting.add_entry(edition_of(actor, id), data.values, reason=data.reason, actor=actor))
