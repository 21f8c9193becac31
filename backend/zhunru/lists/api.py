"""Routes of the lists, their entries and the legal bases they rest on; the same on both hosts."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.lists import queries, schemas
from zhunru.lists.models import Edition, Entry, ListKind

lists = Router(tags=["lists"])
entries = Router(tags=["entries"])
legal_bases = Router(tags=["legal bases"])


@lists.get("", response=list[schemas.ListOut], operation_id="list_list")
def list_lists(request: HttpRequest) -> list[schemas.ListOut]:
    """The three lists with the edition in force, and what it is (its note)."""
    actor = actor_of(request)
    current = {edition.kind: edition for edition in queries.editions_in_force()}
    return [_list_out(kind, current.get(kind), queries.visible_to(actor)) for kind in ListKind]


def _list_out(kind: ListKind, edition: Edition | None, visible: QuerySet[Entry]) -> schemas.ListOut:
    held = visible.filter(edition=edition) if edition else visible.none()
    return schemas.ListOut(
        kind=kind,
        label=str(kind.label),
        edition=schemas.EditionOut.from_orm(edition) if edition else None,
        entry_count=held.count(),
        departments=queries.departments_of(held),
    )


add_history_route(lists, "edition", visible=queries.editions_visible_to)


@entries.get("", response=Page[schemas.EntryRow], operation_id="entry_list")
def list_entries(request: HttpRequest, where: Query[schemas.EntryFilter], paging: Query[Paging]) -> HttpResponse:
    """The entries in force today."""
    rows = queries.in_force(queries.visible_to(actor_of(request)))
    rows = queries.searched(rows, paging.q).filter(**where.model_dump(exclude_none=True))
    return page(rows, schemas.EntryRow, paging, orderable=("code", "seq", "title", "lead_department"))


@entries.get("/{int:id}", response=schemas.EntryOut, operation_id="entry_read")
def read_entry(request: HttpRequest, id: Path[int]) -> Entry:
    """One entry, also of an edition that is over."""
    return get_object_or_404(queries.visible_to(actor_of(request)).prefetch_related("bases"), pk=id)


add_history_route(entries, "entry", visible=queries.visible_to)


@legal_bases.get("", response=Page[schemas.LegalBasisRow], operation_id="legal_basis_list")
def list_legal_bases(request: HttpRequest, paging: Query[Paging]) -> HttpResponse:
    """Articles to pick from when a matter's legal basis is written."""
    rows = queries.searched_bases(queries.legal_bases_visible_to(actor_of(request)), paging.q)
    return page(rows, schemas.LegalBasisRow, paging, orderable=("document", "version", "entry_count"))


router = Router()
router.add_router("/lists", lists)
router.add_router("/entries", entries)
router.add_router("/legal-bases", legal_bases)
