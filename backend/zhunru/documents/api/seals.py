"""Seals: the register, who keeps them and who approves of their use, and what is approved of once for all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import File, Form, Path, Query, Router, Status
from ninja.files import UploadedFile

from zhunru.core.actors import Actor
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.documents import keeping, registers, sealing
from zhunru.documents.models import Seal
from zhunru.documents.schemas import (
    Appointment,
    Candidates,
    GrantIn,
    GrantOut,
    Revocation,
    SealFilters,
    SealIn,
    SealOut,
    SealRow,
)

router = Router(tags=["seals"])
add_history_route(router, "seal", visible=registers.seals_visible_to, parts=lambda seal: seal.grants.all())

_SVG = {"responses": {200: {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}}}


@router.get("", response=Page[SealRow], operation_id="seal_list")
def list_seals(request: HttpRequest, filters: Query[SealFilters], paging: Query[Paging]) -> HttpResponse:
    """The seals that I may read."""
    visible = registers.seals_visible_to(actor_of(request))
    found = registers.seal_rows(visible, words=paging.q, in_use=filters.in_use, specimen=filters.specimen)
    return page(found, SealRow, paging, orderable={"name", "holder", "registered_on", "valid_until"})


@router.post("", response={201: SealOut}, operation_id="seal_register")
def register_seal(request: HttpRequest, data: Form[SealIn], image: File[UploadedFile]) -> Status[SealOut]:
    """An office's own seal takes the place of the one in use. The office's head registers it, for all holders."""
    actor = actor_of(request)
    return Status(201, _shown(keeping.register(data, image, actor=actor), actor))


@router.get("/{int:id}", response=SealOut, operation_id="seal_detail")
def read_seal(request: HttpRequest, id: Path[int]) -> SealOut:
    """One seal and what is approved of for it."""
    actor = actor_of(request)
    return _shown(_seal(actor, id), actor)


@router.get("/{int:id}/image", operation_id="seal_image", openapi_extra=_SVG)
def read_image(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """How it looks, in its real size; no script in it runs, nor does it fetch anything."""
    answer = HttpResponse(_seal(actor_of(request), id).image, content_type="image/svg+xml")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


@router.get("/{int:id}/candidates", response=Candidates, operation_id="seal_candidates")
def list_candidates(request: HttpRequest, id: Path[int]) -> Candidates:
    """Who may be appointed."""
    return keeping.candidates(_seal(actor_of(request), id), timezone.localdate())


@router.post("/{int:id}/appoint", response=SealOut, operation_id="seal_appoint")
def appoint(request: HttpRequest, id: Path[int], data: Appointment) -> SealOut:
    """Keeper and approver, two people (rule C-02)."""
    actor = actor_of(request)
    keeping.appoint(_seal(actor, id), data, actor=actor, today=timezone.localdate())
    return _shown(_seal(actor, id), actor)


@router.post("/{int:id}/revoke", response=SealOut, operation_id="seal_revoke")
def revoke(request: HttpRequest, id: Path[int], data: Revocation) -> SealOut:
    """From now on it seals nothing."""
    actor = actor_of(request)
    keeping.revoke(_seal(actor, id), data.reason, actor=actor, today=timezone.localdate())
    return _shown(_seal(actor, id), actor)


@router.post("/{int:id}/grants", response={201: GrantOut}, operation_id="seal_grant")
def grant(request: HttpRequest, id: Path[int], data: GrantIn) -> Status[GrantOut]:
    """Approve once for all of papers of these kinds: those that a rule or a decision orders."""
    actor = actor_of(request)
    given = keeping.grant(_seal(actor, id), data, actor=actor, today=timezone.localdate())
    return Status(201, GrantOut.of(given))


@router.post("/{int:id}/grants/{int:no}/take-back", response=GrantOut, operation_id="seal_take_back_grant")
def take_back_grant(request: HttpRequest, id: Path[int], no: Path[int]) -> GrantOut:
    """`no` is the grant's own id."""
    actor = actor_of(request)
    given = get_object_or_404(_seal(actor, id).grants.all(), pk=no)
    keeping.may_grant(given.seal, actor)
    return GrantOut.of(sealing.take_back(given, actor=actor, today=timezone.localdate()))


def _seal(actor: Actor, id: int) -> Seal:
    return get_object_or_404(registers.seals_visible_to(actor), pk=id)


def _shown(seal: Seal, actor: Actor) -> SealOut:
    return SealOut.of(seal, keeping.may(seal, actor))
