"""The search, on both hosts."""

from django.http import HttpRequest
from ninja import Query, Router

from zhunru.core.routes import actor_of
from zhunru.search import queries, schemas

router = Router(tags=["search"])


@router.get("", response=list[schemas.FoundGroup], operation_id="search")
def find(request: HttpRequest, asked: Query[schemas.Asked]) -> list[schemas.FoundGroup]:
    """Entries in force, matters (a township: what its villages carry) and papers, by two characters at least.

    Words in Chinese or Tibetan, an entry also by pinyin initials; codes and document numbers by their beginning.
    """
    return queries.search(actor_of(request), asked.q, asked.limit)
