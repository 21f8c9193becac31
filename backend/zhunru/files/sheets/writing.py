"""Workbooks and csv out of our own data: no cell of them is ever computed by the program that opens it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from zhunru.files.sheets.cells import Cell, is_risky, text_of
from zhunru.files.sheets.columns import Column, Kind, Value, said
from zhunru.files.sheets.previews import Fault, Guess, Preview

MAX_CELL = 32_000
"""A cell of a workbook holds 32,767 characters."""
MAX_COMMENTS = 2_000
TEMPLATE_ROWS = 1_000
"""So many rows of a template offer the choices of a column."""
_FAULTY = PatternFill("solid", fgColor="FFD9D2")
_GUESSED = PatternFill("solid", fgColor="FFF2CC")
_BOLD = Font(bold=True)


def harmless(text: str) -> str:
    """The text behind an apostrophe if a program would compute it; reading such a cell takes the apostrophe away."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL]
    return f"'{text}" if is_risky(text) else text


def template_workbook(columns: Sequence[Column], *, name: str = "") -> bytes:
    """An empty table with the headers, the choices to pick from, and a second sheet that says what belongs where."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(_title(name))
    _lay_out(sheet, columns)
    for number, column in enumerate(columns, start=1):
        _offer_choices(sheet, column, get_column_letter(number))
    sheet.append([_header(sheet, column, comment=True) for column in columns])
    notes = book.create_sheet(_("填写说明"))
    notes.column_dimensions["A"].width, notes.column_dimensions["B"].width = 24, 80
    for column in columns:
        notes.append([_cell(notes, str(column.label)), _cell(notes, said(column))])
    return _saved(book)


def export_workbook(columns: Sequence[Column], rows: Iterable[Mapping[str, Value]], *, name: str = "") -> bytes:
    """A table that can be imported again as it is. Rows are taken one by one; a missing key leaves its cell empty.

    `name` is the sheet's.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_title(name))
    _lay_out(sheet, columns)
    sheet.append([_header(sheet, column) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, shown(row.get(column.name), column)) for column in columns])
    return _saved(book)


def export_csv(columns: Sequence[Column], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """The same as csv, in UTF-8 with the mark that office programs want."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow([harmless(str(column.label)) for column in columns])
    for row in rows:
        table.writerow([_as_text(shown(row.get(column.name), column)) for column in columns])
    return out.getvalue().encode("utf-8-sig", "replace")


def corrected_workbook(preview: Preview) -> bytes:
    """The sheets as they came, cell for cell in its place, faulty cells coloured, each with what is wrong as a comment.

    A cell that was guessed holds what was understood, in another colour, and its comment says what stood there.
    """
    book = Workbook(write_only=True)
    notes = _notes(preview)
    left = MAX_COMMENTS
    for section in preview.sections:
        sheet = book.create_sheet(_free_title(book, section.grid.name))
        marks = notes.get(section.grid.name, {})
        for number, cells in enumerate(section.grid.rows or [[]], start=1):
            left -= _append(sheet, cells, marks.get(number, {}), left)
    return _saved(book)


@dataclass
class _Note:
    """What is to be told at one cell."""

    faults: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)

    def sentences(self) -> list[str]:
        said = [*self.faults]
        for guess in self.guesses:
            stood = _("原为“%(stood)s”") % {"stood": guess.stood} if guess.stood else _("原为空白")
            said.append(f"{guess.message}（{stood}）")
        return list(dict.fromkeys(said))


def _notes(preview: Preview) -> dict[str, dict[int, dict[int, _Note]]]:
    """By sheet, row and place; what concerns a whole sheet stands at its first cell."""
    found: dict[str, dict[int, dict[int, _Note]]] = {}

    def at(one: Fault | Guess) -> _Note:
        return found.setdefault(one.sheet, {}).setdefault(max(one.row, 1), {}).setdefault(_place(one), _Note())

    for fault in preview.faults:
        at(fault).faults.append(fault.message)
    for guess in preview.guesses:
        at(guess).guesses.append(guess)
    return found


def _append(sheet: Any, cells: Sequence[Cell], marks: Mapping[int, _Note], comments: int) -> int:
    """Write one row with its marks; says how many comments that took."""
    missing = [None] * (max(marks, default=-1) + 1 - len(cells))
    values: list[Cell] = [text_of(cell) if isinstance(cell, str) else cell for cell in [*cells, *missing]]
    for place, note in marks.items():
        if note.guesses and note.guesses[-1].column and note.guesses[-1].understood != note.guesses[-1].stood:
            values[place] = note.guesses[-1].understood
    row = [_cell(sheet, value) for value in values]
    for n, (place, note) in enumerate(marks.items()):
        row[place].fill = _FAULTY if note.faults else _GUESSED
        if n < comments:
            row[place].comment = _comment("\n".join(note.sentences()))
    sheet.append(row)
    return len(marks)


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


def _cell(sheet: Any, value: Cell | Decimal) -> Any:
    cell = WriteOnlyCell(sheet, value=harmless(value) if isinstance(value, str) else value)
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, float) and value.is_integer():
        cell.number_format = "0"  # a long code, not 5.4E+11
    return cell


def _header(sheet: Any, column: Column, *, comment: bool = False) -> Any:
    cell = _cell(sheet, f"{column.label}*" if column.required else str(column.label))
    cell.font = _BOLD
    if comment:
        cell.comment = _comment(said(column))
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


def _comment(text: str) -> Comment:
    return Comment(ILLEGAL_CHARACTERS_RE.sub("", text)[:2_000], _("系统"), width=320, height=120)


def _place(one: Fault | Guess) -> int:
    """Where in its row it is shown; that of a whole row at its beginning."""
    number = 0
    for letter in one.column or "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _title(name: str) -> str:
    """A name that a sheet may have."""
    cleaned = "".join(char for char in ILLEGAL_CHARACTERS_RE.sub("", name) if char not in "[]:*?/\\'")
    return cleaned[:31] or _("数据")


def _free_title(book: Any, name: str) -> str:
    """The same, and no other sheet's name."""
    title, number = _title(name), 2
    while title.casefold() in (taken.casefold() for taken in book.sheetnames):
        title, number = f"{_title(name)[:27]} {number}", number + 1
    return title


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
