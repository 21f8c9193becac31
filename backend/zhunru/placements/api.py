"""Routes of placements, on the township's host."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Status

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import Action, actor_of, add_case_routes
from zhunru.divisions.models import Village
from zhunru.documents import queries as documents
from zhunru.files.answers import BINARY, download
from zhunru.files.types import FileType
from zhunru.placements import disclosing, queries, rights, saying, schemas, slips
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS

router = Router(tags=["placements"])
of_villages = Router(tags=["placements"])


@router.get("", response=Page[schemas.PlacementRow], operation_id="placement_list")
def list_placements(request: HttpRequest, where: Query[schemas.PlacementFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.visible_to(actor_of(request)).filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(title__icontains=paging.q)
    return page(
        queries.as_rows(rows),
        schemas.PlacementRow,
        paging,
        orderable=("id", "title", "village", "status", "notified_at", "starts_on", "closed_at"),
    )


@router.get("/{int:id}", response=schemas.PlacementOut, operation_id="placement_read")
def read_placement(request: HttpRequest, id: Path[int]) -> Placement:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)


@router.get("/{int:id}/rights", response=list[Action], operation_id="placement_rights")
def list_rights(request: HttpRequest, id: Path[int]) -> list[Action]:
    """What the actor may say to it, each with the reason why not now."""
    actor = actor_of(request)
    return rights.open_to(actor, get_object_or_404(queries.visible_to(actor), pk=id))


@router.get("/{int:id}/said", response=list[schemas.SaidOut], operation_id="placement_said")
def list_said(request: HttpRequest, id: Path[int]) -> list[object]:
    """Petition and yearly comments of its village and of the township, with the county's replies."""
    actor = actor_of(request)
    return list(queries.said_on(get_object_or_404(queries.visible_to(actor), pk=id), actor))


@router.post("/{int:id}/petition", response={201: list[schemas.SaidOut]}, operation_id="placement_petition")
def petition(request: HttpRequest, id: Path[int], data: schemas.PetitionIn) -> Status[list[object]]:
    """The residents ask that the matter leave (A-26); answers with all that has been said on it."""
    actor = actor_of(request)
    placement = get_object_or_404(queries.visible_to(actor), pk=id)
    saying.petition(placement, actor=actor, data=data)
    return Status(201, list(queries.said_on(placement, actor)))


@router.post("/{int:id}/comment", response={201: list[schemas.SaidOut]}, operation_id="placement_comment")
def comment(request: HttpRequest, id: Path[int], data: schemas.StatementIn) -> Status[list[object]]:
    """A word in the yearly review (A-27); answers with all that has been said on the matter."""
    actor = actor_of(request)
    placement = get_object_or_404(queries.visible_to(actor), pk=id)
    saying.comment(placement, actor=actor, data=data)
    return Status(201, list(queries.said_on(placement, actor)))


@router.get("/{int:id}/receipt", operation_id="placement_receipt", openapi_extra=BINARY)
def read_receipt(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The slip that says that the village has received the matter's paper."""
    actor = actor_of(request)
    placement = get_object_or_404(queries.visible_to(actor).select_related("village__township"), pk=id)
    paper = documents.visible_to(actor).select_related("organisation")
    document = get_object_or_404(paper, pk=placement.document_id)
    return download(_("签收回执.pdf"), FileType.PDF, slips.receipt_of(placement, document))


@of_villages.get("/{int:id}/disclosure", operation_id="village_disclosure", openapi_extra=BINARY)
def read_disclosure(request: HttpRequest, id: Path[int], size: Query[disclosing.Size] = "A4") -> HttpResponse:
    """What the village carries today, as a sheet for its notice board."""
    village: Village = get_object_or_404(queries.villages_visible_to(actor_of(request)), pk=id)
    name = _("%(village)s公示单（%(size)s）.pdf") % {"village": village.name, "size": size}
    return download(name, FileType.PDF, disclosing.sheet_of(village, timezone.localdate(), size=size))


add_case_routes(router, PLACEMENTS, visible=queries.visible_to, out=schemas.PlacementOut)
