"""The three lists: today, on any day, for one village, and over the years for one department."""

from datetime import date
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Path, Query, Router, Status

from zhunru.core.routes import actor_of
from zhunru.core.text import Line, values_of
from zhunru.divisions.models import Village
from zhunru.lists import duties, queries, schemas, telling
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import drafting

Kind = Annotated[ListKind, values_of(ListKind)]
YEARS = 3 * 366
"""In days."""

router = Router(tags=["lists"])
township = Router(tags=["lists"])
county = Router(tags=["lists"])


@router.get("", response=list[schemas.ListOut], operation_id="list_list")
def list_lists(request: HttpRequest) -> list[schemas.ListOut]:
    """The three lists with the edition in force, the one that follows, and the one under way."""
    actor = actor_of(request)
    visible = queries.editions_visible_to(actor)
    current = {edition.kind: edition for edition in queries.editions_in_force()}
    coming = visible.filter(status=queries.E.PUBLISHED, effective_on__gt=timezone.localdate())
    scheduled = {edition.kind: edition for edition in coming.order_by("-effective_on")}
    underway = {edition.kind: edition for edition in visible.filter(status__in=Edition.UNDERWAY)}
    entries = queries.visible_to(actor)
    return [_list_out(kind, current.get(kind), scheduled.get(kind), underway.get(kind), entries) for kind in ListKind]


def _list_out(
    kind: ListKind,
    edition: Edition | None,
    scheduled: Edition | None,
    underway: Edition | None,
    visible: QuerySet[Entry],
) -> schemas.ListOut:
    held = visible.filter(edition=edition, removed=False) if edition else visible.none()
    return schemas.ListOut(
        kind=kind,
        label=str(kind.label),
        edition=_link(edition),
        scheduled=_link(scheduled),
        underway=_link(underway),
        entry_count=held.count(),
        departments=queries.departments_of(held),
    )


def _link(edition: Edition | None) -> schemas.EditionLink | None:
    return schemas.EditionLink.from_orm(edition) if edition else None


@township.get("/{kind}/editions", response=list[schemas.EditionOut], operation_id="list_editions")
@county.get("/{kind}/editions", response=list[schemas.EditionOut], operation_id="list_editions")
def list_editions(request: HttpRequest, kind: Path[Kind]) -> list[Edition]:
    """Every edition of a list, newest first."""
    rows = queries.editions_visible_to(actor_of(request)).filter(kind=kind)
    return sorted(rows, key=lambda edition: (edition.number is None, edition.number or 0, edition.pk), reverse=True)


@router.get("/{kind}/on/{day}", response=schemas.EditionWithEntries, operation_id="list_on")
def read_list_on(request: HttpRequest, kind: Path[Kind], day: Path[date]) -> HttpResponse:
    """What the list says on a day: what is admitted here cannot be contested afterwards (rule L-08)."""
    return telling.answer(telling.told(queries.list_on(ListKind(kind), day)))


@router.get("/duties/{village}/{day}", response=list[schemas.EditionWithEntries], operation_id="village_duties")
def read_village_duties(request: HttpRequest, village: Path[str], day: Path[date]) -> HttpResponse:
    """Clause 2.2a: what this village owes, what it assists in, and what no one may ask of it, on that day."""
    place = get_object_or_404(Village, code=village)
    lists = [queries.list_on(kind, day, village_kind=place.kind) for kind in ListKind]
    return telling.answer([telling.told(one) for one in lists])


@county.post("/{kind}/editions", response={201: schemas.EditionOut}, operation_id="edition_create")
def create_edition(request: HttpRequest, kind: Path[Kind], data: schemas.DraftIn) -> Status[Edition]:
    """The draft of the next edition, a copy of the last."""
    actor = actor_of(request)
    edition = drafting.start(ListKind(kind), actor=actor, note=data.note)
    return Status(201, queries.editions_visible_to(actor).get(pk=edition.pk))


@county.get("/departments/duties", response=schemas.DutiesOut, operation_id="department_duties")
def read_department_duties(
    request: HttpRequest, department: Query[Line], since: Query[date | None] = None, until: Query[date | None] = None
) -> dict[str, Any]:
    """Clause 4.1: what one department answers for, side by side over the editions of a time."""
    until = until or timezone.localdate()
    since = since or date.fromordinal(max(until.toordinal() - YEARS, 1))
    return duties.of_department(department, since, until)
