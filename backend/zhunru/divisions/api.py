"""Routes of townships and villages, on both hosts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.divisions import queries, schemas
from zhunru.divisions.models import Township, Village

townships = Router(tags=["townships"])
villages = Router(tags=["villages"])


@townships.get("", response=Page[schemas.TownshipRow], operation_id="township_list")
def list_townships(request: HttpRequest, paging: Query[Paging]) -> HttpResponse:
    rows = queries.townships_visible_to(actor_of(request)).filter(name__contains=paging.q)
    return page(rows, schemas.TownshipRow, paging, orderable=("code", "name", "village_count"))


@townships.get("/{int:id}", response=schemas.TownshipRow, operation_id="township_read")
def read_township(request: HttpRequest, id: Path[int]) -> Township:
    return get_object_or_404(queries.townships_visible_to(actor_of(request)), pk=id)


@villages.get("", response=Page[schemas.VillageRow], operation_id="village_list")
def list_villages(request: HttpRequest, where: Query[schemas.VillageFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.searched(queries.visible_to(actor_of(request)), paging.q)
    rows = rows.filter(**where.model_dump(exclude_none=True))
    return page(rows, schemas.VillageRow, paging, orderable=("code", "name", "kind"))


@villages.get("/{int:id}", response=schemas.VillageRow, operation_id="village_read")
def read_village(request: HttpRequest, id: Path[int]) -> Village:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)
