"""Workbooks and csv out of our own data: no cell of them is ever computed by the program that opens it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from zhunru.files.sheets.cells import Cell, is_risky
from zhunru.files.sheets.columns import Column, Kind, Value, said

MAX_CELL = 32_000
"""A cell of a workbook holds 32,767 characters."""
TEMPLATE_ROWS = 1_000
"""So many rows of a template offer the choices of a column."""
_BOLD = Font(bold=True)


def harmless(text: str) -> str:
    """The text behind an apostrophe if a program would compute it; reading such a cell takes the apostrophe away."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL]
    return f"'{text}" if is_risky(text) else text


def template_workbook(columns: Sequence[Column], *, name: str = "") -> bytes:
    """An empty table with the headers, the choices to pick from, and a second sheet that says what belongs where."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title_of(name))
    _lay_out(sheet, columns)
    for number, column in enumerate(columns, start=1):
        _offer_choices(sheet, column, get_column_letter(number))
    sheet.append([_header(sheet, column, comment=True) for column in columns])
    notes = book.create_sheet(_("填写说明"))
    notes.column_dimensions["A"].width, notes.column_dimensions["B"].width = 24, 80
    for column in columns:
        notes.append([written(notes, str(column.label)), written(notes, said(column))])
    return saved(book)


def export_workbook(columns: Sequence[Column], rows: Iterable[Mapping[str, Value]], *, name: str = "") -> bytes:
    """A table that can be imported again as it is. Rows are taken one by one; a missing key leaves its cell empty.

    `name` is the sheet's.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title_of(name))
    _lay_out(sheet, columns)
    sheet.append([_header(sheet, column) for column in columns])
    for row in rows:
        sheet.append([written(sheet, shown(row.get(column.name), column)) for column in columns])
    return saved(book)


def export_csv(columns: Sequence[Column], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """The same as csv, in UTF-8 with the mark that office programs want."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow([harmless(str(column.label)) for column in columns])
    for row in rows:
        table.writerow([_as_text(shown(row.get(column.name), column)) for column in columns])
    return out.getvalue().encode("utf-8-sig", "replace")


def shown(value: Value, column: Column) -> Cell | Decimal:
    """A value as it stands in a cell: choices by their words, several codes in one text."""
    if isinstance(value, tuple):
        return "、".join(str(column.choices.get(code, code)) for code in value)
    if column.kind is Kind.CHOICE and isinstance(value, str):
        return str(column.choices.get(value, value))
    return value


def _as_text(value: Cell | Decimal) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return "" if value is None else harmless(str(value))


def written(sheet: Any, value: Cell | Decimal) -> Any:
    cell = WriteOnlyCell(sheet, value=harmless(value) if isinstance(value, str) else value)
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, float) and value.is_integer():
        cell.number_format = "0"  # a long code, not 5.4E+11
    return cell


def _header(sheet: Any, column: Column, *, comment: bool = False) -> Any:
    cell = written(sheet, f"{column.label}*" if column.required else str(column.label))
    cell.font = _BOLD
    if comment:
        cell.comment = comment_of(said(column))
    return cell


def _lay_out(sheet: Any, columns: Sequence[Column]) -> None:
    """Widths, the header kept in view, and codes as text, so that no program cuts their zeros."""
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = min(60, max(14, 2 * len(str(column.label)) + 4))
        if column.kind in (Kind.TEXT, Kind.CODES):
            dimension.number_format = "@"


def _offer_choices(sheet: Any, column: Column, letter: str) -> None:
    """A list to pick from, where the format has room for it (255 characters, no comma inside a word)."""
    words = [str(word) for word in column.choices.values()]
    listed = ",".join(words)
    if column.kind is not Kind.CHOICE or not words or len(listed) > 250 or any("," in w or '"' in w for w in words):
        return
    offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    offered.add(f"{letter}2:{letter}{TEMPLATE_ROWS}")
    sheet.add_data_validation(offered)


def comment_of(text: str) -> Comment:
    return Comment(ILLEGAL_CHARACTERS_RE.sub("", text)[:2_000], _("系统"), width=320, height=120)


def title_of(name: str) -> str:
    """A name that a sheet may have."""
    cleaned = "".join(char for char in ILLEGAL_CHARACTERS_RE.sub("", name) if char not in "[]:*?/\\'")
    return cleaned[:31] or _("数据")


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
