"""One search over what an actor may read: entries in force, matters or placements, papers.

A text is matched anywhere, a code or number from its beginning. Plain LIKE: the rows are those of a list page, and no
index of PostgreSQL knows a Chinese word of two characters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhunru.admissions import queries as admissions
from zhunru.admissions.models import Matter
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.text import words_of
from zhunru.documents import queries as documents
from zhunru.documents.models import Document
from zhunru.lists import queries as lists
from zhunru.lists.models import Entry, ListKind
from zhunru.placements import queries as placements
from zhunru.placements.models import Placement
from zhunru.search.schemas import Found, FoundGroup

LEAST = 2
"""Characters of a search: a single Chinese character stands in too many texts to tell anything."""
MOST_WORDS = 6


@dataclass(frozen=True)
class Kind:
    """One kind of thing that is searched. `texts` begins with the title, `numbers` with the code that is shown."""

    code: str
    label: str | Promise
    page: str
    """The path under which a row opens by its id."""
    visible: Callable[[Actor], QuerySet[Any]]
    texts: tuple[str, ...]
    numbers: tuple[str, ...]
    whose: str
    """The column of the department, office or village that it belongs to."""
    state: str
    states: dict[str, str | Promise]
    initials: str = ""
    """The column of pinyin initials, where there is one."""
    verified_by: str = ""
    """The column of the code that stands on the paper, printed in groups of four."""


def entries_in_force(actor: Actor) -> QuerySet[Entry]:
    return lists.in_force(lists.visible_to(actor))


ENTRIES = Kind(
    "entries", _("清单事项"), "/lists", entries_in_force,
    texts=("title", "title_bo", "village_duty", "village_duty_bo", "legal_basis"), numbers=("code",),
    initials="initials", whose="lead_department", state="kind", states=dict(ListKind.choices),
)  # fmt: skip
MATTERS = Kind(
    "matters", _("准入事项"), "/matters", admissions.matters_visible_to,
    texts=("title", "village_duty", "objective"), numbers=("code", "document__number"),
    whose="department__name", state="status", states=dict(Matter.Status.choices),
)  # fmt: skip
PLACEMENTS = Kind(
    "placements", _("村（社区）事项"), "/placements", placements.visible_to,
    texts=("title", "village_duty"), numbers=("matter_code", "document_number"),
    verified_by="document_code", whose="village__name", state="status", states=dict(Placement.Status.choices),
)  # fmt: skip
PAPERS = Kind(
    "papers", _("文书"), "/documents", documents.visible_to,
    texts=("title",), numbers=("number",),
    verified_by="code", whose="organisation__name", state="status", states=dict(Document.Status.choices),
)  # fmt: skip


def search(actor: Actor, typed: str, limit: int) -> list[FoundGroup]:
    """A group for each kind of which something was found, at most `limit` of each; one statement a kind."""
    words = words_of(typed, MOST_WORDS)
    if len("".join(words)) < LEAST:
        return []
    kinds = (ENTRIES, MATTERS if actor.realm == COUNTY else PLACEMENTS, PAPERS)
    return [group for kind in kinds if (group := _group(kind, actor, words, limit))]


def _group(kind: Kind, actor: Actor, words: list[str], limit: int) -> FoundGroup | None:
    matched = reduce(and_, (_holds(kind, word) for word in words))
    rows = (
        kind.visible(actor)
        .filter(matched)
        .annotate(rank=_rank(kind, " ".join(words)), whose=F(kind.whose), of_all=Window(Count("pk")))
        .order_by("rank", "-pk")
        .values_list("of_all", "pk", kind.numbers[0], kind.texts[0], "whose", kind.state)
    )
    found = list(rows[:limit])
    items = [
        Found(id=pk, path=f"{kind.page}/{pk}", code=code, title=title, whose=whose, state=str(kind.states[state]))
        for _count, pk, code, title, whose, state in found
    ]
    return FoundGroup(code=kind.code, label=str(kind.label), count=found[0][0], items=items) if found else None


def _rank(kind: Kind, typed: str) -> Case:
    """Whoever types a number wants that row; then titles that begin so, then titles that hold it, then the rest."""
    title = kind.texts[0]
    return Case(
        When(_any(kind.numbers, "istartswith", typed), then=Value(0)),
        When(_any((title,), "startswith", typed), then=Value(1)),
        When(_any((title,), "contains", typed), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def _holds(kind: Kind, word: str) -> Q:
    found = _any(kind.texts, "contains", word) | _any(kind.numbers, "istartswith", word)
    if kind.initials:
        found |= _any((kind.initials,), "contains", word.lower())
    if kind.verified_by:
        found |= _any((kind.verified_by,), "startswith", word.replace("-", "").upper())
    return found


def _any(columns: tuple[str, ...], how: str, word: str) -> Q:
    return reduce(or_, (Q((f"{column}__{how}", word)) for column in columns))
