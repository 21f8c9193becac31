"""Exports: exactly what a list shows under its filters, search and order, as a table to be kept."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BaseModel

from zhunru.core.pages import Sorting, cut
from zhunru.files.answers import download
from zhunru.files.sheets import Column, Value, export_csv, export_workbook

MOST = 10_000
"""Rows of one file; what is cut off is told in its last row."""


class Export(Sorting):
    """What a list takes when it is exported; the same filters stand beside it."""

    format: Literal["xlsx", "csv"] = "xlsx"


def export(
    rows: QuerySet[Any],
    row: type[BaseModel],
    asked: Export,
    *,
    columns: Sequence[Column],
    orderable: Collection[str],
    name: str,
) -> HttpResponse:
    """A download called `name` and today's date, of `rows` as `row` shows them.

    Each of the `columns` is named like a field or a computed field of `row`. No cell is a formula.
    """
    items = cut(rows, row, asked, orderable=orderable, offset=0, limit=MOST)
    left_out = max(0, rows.count() - len(items)) if len(items) == MOST else 0
    write = export_workbook if asked.format == "xlsx" else export_csv
    content = write(columns, _shown(items, row, columns, left_out))
    return download(f"{name}_{timezone.localdate():%Y%m%d}.{asked.format}", asked.format, content)


def _shown(
    items: Sequence[dict[str, Any]], row: type[BaseModel], columns: Sequence[Column], left_out: int
) -> Iterator[dict[str, Value]]:
    for item in items:
        shown = row.model_validate(item)
        yield {column.name: _value(getattr(shown, column.name)) for column in columns}
    if left_out:
        said = {"most": MOST, "rest": left_out}
        yield {columns[0].name: _("最多导出 %(most)s 条，另有 %(rest)s 条未导出，请缩小范围后再导出") % said}


def _value(value: Any) -> Any:
    """As a cell holds it. Instants as the clock on the wall shows them, to the minute: cells know no time zones."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, int):
        return Decimal(value)
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else value
