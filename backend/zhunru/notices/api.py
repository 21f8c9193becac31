"""Routes of the notices; the same on both hosts. What was read is remembered in the browser, not here."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.notices import queries
from zhunru.notices.schemas import LatestOut, NoticeFilter, NoticeRow

router = Router(tags=["notices"])


@router.get("", response=Page[NoticeRow], operation_id="notice_list")
def list_notices(request: HttpRequest, where: Query[NoticeFilter], paging: Query[Paging]) -> HttpResponse:
    """Newest first."""
    rows = queries.searched(queries.visible_to(actor_of(request)), paging.q).filter(id__gt=where.after)
    if where.effect:
        rows = rows.filter(effect=where.effect)
    return page(rows, NoticeRow, paging, orderable=("id",))


@router.get("/latest", response=LatestOut, operation_id="notice_latest")
def read_latest(request: HttpRequest) -> LatestOut:
    return LatestOut(id=queries.latest(queries.visible_to(actor_of(request))))
