"""An edition as a table, in the columns in which it is read."""

from collections.abc import Iterator
from decimal import Decimal

from django.conf import settings
from django.utils import translation

from zhunru.files.sheets import Value, export_csv, export_workbook, template_workbook
from zhunru.files.types import FileType
from zhunru.lists.comparing import kept
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.tables.columns import NO, YES, columns
from zhunru.lists.tables.meaning import WRITTEN


@translation.override(settings.LANGUAGE_CODE)
def edition_table(edition: Edition, type: FileType) -> bytes:
    """What the edition holds, as xlsx or csv; it can be imported again as it is."""
    rows = map(row_of, kept(edition))
    if type == FileType.CSV:
        return export_csv(columns(), rows)
    return export_workbook(columns(), rows, name=edition.get_kind_display())


@translation.override(settings.LANGUAGE_CODE)
def template(kind: ListKind) -> bytes:
    """An empty table to fill in, its sheet named after the list."""
    return template_workbook(columns(), name=str(kind.label))


def row_of(entry: Entry) -> dict[str, Value]:
    """By the columns' names."""
    return dict(_values(entry))


def _values(entry: Entry) -> Iterator[tuple[str, Value]]:
    for name in ("code", *WRITTEN):
        yield name, getattr(entry, name)
    yield "seq", Decimal(entry.seq)
    yield "applies_to", tuple(entry.applies_to)
    yield "deviation", YES if entry.deviation else NO
