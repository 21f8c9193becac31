"""Papers written by hand: forms, drafts, checks, samples, and their course to the seal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.core.actors import Actor
from zhunru.core.pages import Page, page
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.documents import describing, drafting, filling, queries, registers
from zhunru.documents.models import Draft
from zhunru.documents.schemas import (
    BlankOut,
    DraftChecked,
    DraftFault,
    DraftFilters,
    DraftNew,
    DraftOut,
    DraftRow,
    DraftTyped,
    PaperForm,
)
from zhunru.documents.workflow import DRAFTS

router = Router(tags=["drafts"])
_PDF = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}


@router.get("", response=Page[DraftRow], operation_id="draft_list")
def list_drafts(request: HttpRequest, filters: Query[DraftFilters]) -> HttpResponse:
    """The drafts that I may read, newest first."""
    visible = registers.drafts_visible_to(actor_of(request))
    found = registers.draft_rows(visible, words=filters.q, kind=filters.kind, status=filters.status)
    return page(found, DraftRow, filters, orderable={"title", "status"})


@router.get("/forms", response=list[PaperForm], operation_id="draft_forms")
def list_forms(request: HttpRequest) -> list[PaperForm]:
    """Of each kind that is written by hand, the form that is made from its facts."""
    return describing.forms()


@router.post("", response={201: DraftOut}, operation_id="draft_create")
def create_draft(request: HttpRequest, data: DraftNew) -> Status[Draft]:
    """An empty draft; an erratum begins with what it says of the paper that it corrects."""
    actor = actor_of(request)
    corrected = get_object_or_404(queries.visible_to(actor), pk=data.corrects) if data.corrects is not None else None
    return Status(201, drafting.begin(data.kind, corrects=corrected, actor=actor))


@router.get("/{int:id}", response=DraftOut, operation_id="draft_detail")
def read_draft(request: HttpRequest, id: Path[int]) -> Draft:
    """One draft, as typed."""
    return _draft(actor_of(request), id)


@router.put("/{int:id}", response=DraftOut, operation_id="draft_save")
def save_draft(request: HttpRequest, id: Path[int], data: DraftTyped) -> Draft:
    """The whole of what was typed, gaps and faults and all."""
    actor = actor_of(request)
    return drafting.write(_draft(actor, id), actor=actor, data=data)


@router.get("/{int:id}/check", response=DraftChecked, operation_id="draft_check")
def check_draft(request: HttpRequest, id: Path[int]) -> DraftChecked:
    """All that is wrong, each at its field; and what the paper would print empty."""
    draft = _draft(actor_of(request), id)
    blanks = [BlankOut(name=one.name, title=one.title, printed=one.printed) for one in filling.blanks_of(draft)]
    return DraftChecked(faults=[DraftFault(**one) for one in filling.faults_of(draft)], blanks=blanks)


@router.get("/{int:id}/preview", operation_id="draft_preview", openapi_extra=_PDF)
def preview_draft(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The paper as it would be, marked as a sample; gaps are named in brackets."""
    draft = _draft(actor_of(request), id)
    answer = HttpResponse(drafting.sample(draft), content_type="application/pdf")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


add_case_routes(router, DRAFTS, visible=registers.drafts_visible_to, out=DraftOut)


def _draft(actor: Actor, id: int) -> Draft:
    return get_object_or_404(registers.drafts_visible_to(actor), pk=id)
