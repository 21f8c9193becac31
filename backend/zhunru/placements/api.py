"""Routes of placements, on the township's host."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.placements import queries, schemas
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS

router = Router(tags=["placements"])


@router.get("", response=Page[schemas.PlacementRow], operation_id="placement_list")
def list_placements(request: HttpRequest, where: Query[schemas.PlacementFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.visible_to(actor_of(request)).filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(title__icontains=paging.q)
    return page(
        queries.as_rows(rows),
        schemas.PlacementRow,
        paging,
        orderable=("id", "title", "village", "status", "notified_at", "starts_on"),
    )


@router.get("/{int:id}", response=schemas.PlacementOut, operation_id="placement_read")
def read_placement(request: HttpRequest, id: Path[int]) -> Placement:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)


add_case_routes(router, PLACEMENTS, visible=queries.visible_to, out=schemas.PlacementOut)
