"""Lists of hundreds of entries as JSON of `EditionWithEntries`.

From the database's tuples straight to bytes: an object and a check for each row would cost four times as much.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from pydantic_core import to_json

from zhunru.lists import schemas
from zhunru.lists.models import Entry, ListKind

COLUMNS = tuple(name for name in schemas.EntryOut.model_fields if name not in ("kind_label", "bases"))
BASIS = tuple(schemas.LegalBasisOut.model_fields)


def answer(told: dict[str, Any] | list[dict[str, Any]]) -> HttpResponse:
    """The lists that `told` makes, as they are sent."""
    return HttpResponse(to_json(told), content_type="application/json; charset=utf-8")


def told(found: dict[str, Any]) -> dict[str, Any]:
    """One list as `queries.list_on` finds it, each entry with the bases that it rests on."""
    edition = found["edition"]
    shown = schemas.EditionOut.from_orm(edition).model_dump() if edition else None
    return {**found, "edition": shown, "entries": _entries(found["entries"])}


def _entries(entries: QuerySet[Entry]) -> list[dict[str, Any]]:
    rows = list(entries.values(*COLUMNS))
    bases = _bases(row["id"] for row in rows)
    labels = {kind.value: str(kind.label) for kind in ListKind}
    for row in rows:
        row["kind_label"], row["bases"] = labels[row["kind"]], bases[row["id"]]
    return rows


def _bases(entries: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """By entry, in the order of the register."""
    links = Entry.bases.through._default_manager.filter(entry__in=list(entries))
    links = links.order_by("legalbasis__document", "legalbasis__version", "legalbasis_id")
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for entry, *values in links.values_list("entry_id", *(f"legalbasis__{name}" for name in BASIS)):
        found[entry].append(dict(zip(BASIS, values, strict=True)))
    return found
