"""What anybody may read of the lists, without log-in: editions that are published, and nothing of a draft."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from zhunru.accounts.models import Organisation
from zhunru.core import text
from zhunru.divisions.models import County
from zhunru.lists import queries
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind

MOST_WORDS = 8
LONGEST = 100
"""Characters of a search that are read."""
OPEN = (
    "code", "seq", "category", "title", "title_bo", "village_duty", "village_duty_bo", "lead_department",
    "supporting_departments", "legal_basis", "basis_version", "funding", "remark", "deviation", "deviation_reason",
    "matter_code", "change_reason", "applies_to", "object_types", "keywords", "outright",
)  # fmt: skip
"""Columns of an entry that machines read as they are."""


@dataclass(frozen=True)
class OneList:
    """A list as it stands today: what holds, and what is published to follow."""

    kind: ListKind
    edition: Edition | None
    scheduled: list[Edition]


def editions(*kinds: ListKind) -> QuerySet[Edition]:
    """Published editions, the newest first, each with `entry_count`."""
    rows = Edition.objects.filter(kind__in=kinds or ListKind.values, status=Edition.Status.PUBLISHED)
    return queries.with_counts(rows.select_related("document")).order_by("kind", "-number")


def overview(today: date) -> list[OneList]:
    """The three lists, in the order in which they are always named."""
    rows = list(editions())
    return [_as_it_stands(kind, [row for row in rows if row.kind == kind], today) for kind in ListKind]


def _as_it_stands(kind: ListKind, rows: list[Edition], today: date) -> OneList:
    current = (row for row in rows if holds(row, today))
    return OneList(kind, next(current, None), [row for row in reversed(rows) if is_ahead(row, today)])


def holds(edition: Edition, day: date) -> bool:
    begun = edition.effective_on is not None and edition.effective_on <= day
    return begun and (edition.ends_on is None or day < edition.ends_on)


def is_ahead(edition: Edition, day: date) -> bool:
    """Published, and not in force yet."""
    return edition.effective_on is not None and edition.effective_on > day


def edition_on(kind: ListKind, day: date) -> Edition | None:
    """The edition that held on that day, or will as far as is published (rule L-08)."""
    return editions(kind).filter(pk__in=queries.editions_in_force(day)).first()


def entries(held: QuerySet[Edition] | list[Edition], words: str = "") -> QuerySet[Entry]:
    """What these editions hold, in their order; with `words`, what all of them are found in."""
    rows = Entry.objects.filter(edition__in=held, removed=False).order_by("kind", "seq", "id")
    return queries.searched(rows, words)


def words_of(typed: str) -> str:
    """A search as it may reach the database, bounded."""
    return " ".join(text.words_of(typed[:LONGEST], MOST_WORDS))


def neighbour(edition: Edition) -> Edition | None:
    """The edition before it."""
    return editions(ListKind(edition.kind)).filter(number__lt=edition.number).first()


def pair(old: int, new: int) -> tuple[Edition, Edition] | None:
    """Two published editions of one list, or None."""
    found = {edition.pk: edition for edition in editions().filter(pk__in=(old, new))}
    if old == new or len(found) != 2 or found[old].kind != found[new].kind:
        return None
    return found[old], found[new]


def as_data(kind: ListKind, day: date, edition: Edition) -> dict[str, Any]:
    """A list on a day for machines. It says nothing that depends on the day on which it is read."""
    paper = edition.document
    return {
        "county": {"code": (county := County.objects.get()).code, "name": county.name},
        "list": {"kind": kind.value, "label": str(kind.label)},
        "on": day.isoformat(),
        "edition": {
            "number": edition.number,
            "document_number": edition.document_number,
            "published_on": edition.published_on,
            "effective_on": edition.effective_on,
            "last_day": edition.ends_on - timedelta(days=1) if edition.ends_on else None,
            "resolution_number": edition.resolution_number,
            "decided_on": edition.decided_on,
            "note": edition.note,
            "paper": {"code": paper.code, "number": paper.number, "url": f"/v/{paper.code}"} if paper else None,
        },
        "entries": _entries_as_data(edition),
    }


def _entries_as_data(edition: Edition) -> list[dict[str, Any]]:
    rows = list(entries([edition]).prefetch_related("bases"))
    named = Organisation.objects.in_bulk({id for row in rows for id in row.departments})
    return [
        {name: getattr(row, name) for name in OPEN}
        | {"departments": [named[id].name for id in row.departments if id in named]}
        | {"bases": [_basis_as_data(basis) for basis in row.bases.all()]}
        for row in rows
    ]


def _basis_as_data(basis: LegalBasis) -> dict[str, Any]:
    columns = ("document", "document_number", "article", "version")
    return {name: getattr(basis, name) for name in columns}
