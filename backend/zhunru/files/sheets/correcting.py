"""The corrected file of an import: what came, with what is wrong and what was guessed marked in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from zhunru.files.sheets.cells import Cell, text_of
from zhunru.files.sheets.grids import Range
from zhunru.files.sheets.previews import Fault, Guess, Preview, Section
from zhunru.files.sheets.writing import comment_of, saved, title_of, written

MAX_COMMENTS = 2_000
MAX_MERGED = 500
_FAULTY = PatternFill("solid", fgColor="FFD9D2")
_GUESSED = PatternFill("solid", fgColor="FFF2CC")


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
        parts = {section.places[name]: places for name, places in section.further.items()}
        for number, cells in enumerate(section.grid.rows or [[]], start=1):
            left -= _append(sheet, cells, marks.get(number, {}), parts, left)
        _merge_header(sheet, section)
    return saved(book)


def _merge_header(sheet: Any, section: Section) -> None:
    """Groups and titles stay merged, for they say how the header is meant; cells of rows hold each its own."""
    merged: list[Range] = []
    for one in section.grid.merged:
        over = any(
            one.top <= other.bottom and other.top <= one.bottom and one.left <= other.right and other.left <= one.right
            for other in merged
        )
        if one.bottom < section.header_row and not over and len(merged) < MAX_MERGED:
            merged.append(one)
            left, right = get_column_letter(one.left + 1), get_column_letter(one.right + 1)
            sheet.merged_cells.add(f"{left}{one.top + 1}:{right}{one.bottom + 1}")


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


def _append(
    sheet: Any, cells: Sequence[Cell], marks: Mapping[int, _Note], parts: Mapping[int, Sequence[int]], comments: int
) -> int:
    """Write one row with its marks; says how many comments that took.

    Where a column is split, what was understood stands in its first part, and the others (`parts`) are empty.
    """
    missing = [None] * (max(marks, default=-1) + 1 - len(cells))
    values: list[Cell] = [text_of(cell) if isinstance(cell, str) else cell for cell in [*cells, *missing]]
    for place, note in marks.items():
        if note.guesses and note.guesses[-1].column and note.guesses[-1].understood != note.guesses[-1].stood:
            values[place] = note.guesses[-1].understood
            for further in parts.get(place, ()):
                values[further : further + 1] = [None]
    row = [written(sheet, value) for value in values]
    for n, (place, note) in enumerate(marks.items()):
        row[place].fill = _FAULTY if note.faults else _GUESSED
        if n < comments:
            row[place].comment = comment_of("\n".join(note.sentences()))
    sheet.append(row)
    return len(marks)


def _place(one: Fault | Guess) -> int:
    """Where in its row it is shown; that of a whole row at its beginning."""
    number = 0
    for letter in one.column or "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _free_title(book: Any, name: str) -> str:
    """The same, and no other sheet's name."""
    title, number = title_of(name), 2
    while title.casefold() in (taken.casefold() for taken in book.sheetnames):
        title, number = f"{title_of(name)[:27]} {number}", number + 1
    return title
