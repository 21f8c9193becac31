"""Entries: in force today, one by one, and their changes in a draft."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.actors import Actor
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.lists import queries, schemas
from zhunru.lists.models import Entry
from zhunru.lists.services import drafting

router = Router(tags=["entries"])
township = Router(tags=["entries"])
county = Router(tags=["entries"])


@router.get("", response=Page[schemas.EntryRow], operation_id="entry_list")
def list_entries(request: HttpRequest, where: Query[schemas.EntryFilter], paging: Query[Paging]) -> HttpResponse:
    """The entries in force today."""
    rows = queries.in_force(queries.visible_to(actor_of(request)))
    rows = queries.searched(rows, paging.q).filter(**where.model_dump(exclude_none=True))
    return page(rows, schemas.EntryRow, paging, orderable=("code", "seq", "title", "lead_department"))


@township.get("/{int:id}", response=schemas.EntryOut, operation_id="entry_read")
@county.get("/{int:id}", response=schemas.EntryOut, operation_id="entry_read")
def read_entry(request: HttpRequest, id: Path[int]) -> Entry:
    """One entry, also of an edition that is over."""
    return _entry_of(actor_of(request), id)


add_history_route(router, "entry", visible=queries.visible_to)


@county.put("/{int:id}", response=schemas.EntryOut, operation_id="entry_change")
def change_entry(request: HttpRequest, id: Path[int], data: schemas.EntryChange) -> Entry:
    """Rewrite an entry of a draft."""
    actor = actor_of(request)
    entry = _entry_of(actor, id)
    return drafting.change_entry(entry, data.values, reason=data.reason, actor=actor, version=data.version)


@county.post("/{int:id}/remove", response=schemas.EntryOut, operation_id="entry_remove")
def remove_entry(request: HttpRequest, id: Path[int], data: schemas.Because) -> Entry:
    """It leaves with this edition."""
    actor = actor_of(request)
    return drafting.remove_entry(_entry_of(actor, id), reason=data.remark, actor=actor, version=data.version)


@county.post("/{int:id}/restore", response=schemas.EntryOut, operation_id="entry_restore")
def restore_entry(request: HttpRequest, id: Path[int], data: schemas.Because) -> Entry:
    """It stays after all."""
    actor = actor_of(request)
    return drafting.restore_entry(_entry_of(actor, id), reason=data.remark, actor=actor, version=data.version)


def _entry_of(actor: Actor, id: int) -> Entry:
    return get_object_or_404(queries.visible_to(actor).prefetch_related("bases"), pk=id)
