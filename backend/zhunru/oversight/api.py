"""Routes of the county's read side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.admissions.queries import matters_visible_to
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.oversight import board, queries, schemas

router = Router(tags=["oversight"])

COLUMNS = {"township": "township__code", "department": "department_id", "matter": "matter_id", "status": "status"}


@router.get("/board", response=schemas.Board, operation_id="board_read")
def read_board(request: HttpRequest) -> schemas.Board:
    return board.board(actor_of(request))


@router.get("/placements", response=Page[schemas.FactRow], operation_id="fact_list")
def list_facts(request: HttpRequest, where: Query[schemas.FactFilter], paging: Query[Paging]) -> HttpResponse:
    wanted = {COLUMNS[name]: value for name, value in where.model_dump(exclude_none=True).items()}
    rows = queries.visible_to(actor_of(request)).filter(**wanted)
    if paging.q:
        rows = rows.filter(matter__title__icontains=paging.q)
    return page(
        queries.as_rows(rows),
        schemas.FactRow,
        paging,
        orderable=("id", "title", "township", "village", "department", "status", "notified_at", "entered_at"),
    )


@router.get("/matters/{int:id}/progress", response=schemas.Progress, operation_id="matter_progress")
def read_progress(request: HttpRequest, id: Path[int]) -> schemas.Progress:
    return board.progress(get_object_or_404(matters_visible_to(actor_of(request)), pk=id))
