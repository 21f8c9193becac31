"""The search, on both hosts."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.routes import actor_of
from zhunru.lists import queries as lists
from zhunru.lists.schemas import RestingOut
from zhunru.search import queries, resting, schemas

router = Router(tags=["search"])
legal_bases = Router(tags=["legal bases"])


@router.get("", response=list[schemas.FoundGroup], operation_id="search")
def find(request: HttpRequest, asked: Query[schemas.Asked]) -> list[schemas.FoundGroup]:
    """Entries in force, matters (a township: what its villages carry) and papers, by two characters at least.

    Words in Chinese or Tibetan, an entry also by pinyin initials; codes and document numbers by their beginning.
    """
    return queries.search(actor_of(request), asked.q, asked.limit)


@legal_bases.get("/{int:id}/resting", response=list[RestingOut], operation_id="legal_basis_resting")
def list_resting(request: HttpRequest, id: Path[int]) -> list[RestingOut]:
    """Clause 1.3b: what rests on an article, to be looked at again when it ends."""
    actor = actor_of(request)
    return resting.resting_on(get_object_or_404(lists.legal_bases_visible_to(actor), pk=id), actor)
