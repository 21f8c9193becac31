"""Step one and step two of an import: the file is kept, read, judged cell by cell, and later read again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from zhunru.files import storage
from zhunru.files.archives import ZIP_MARK
from zhunru.files.checks import Checked, checked
from zhunru.files.sheets import child, grids
from zhunru.files.sheets.cells import Cell, FaultyError, nothing, text_of, value_of
from zhunru.files.sheets.columns import Column, Value, places_of
from zhunru.files.sheets.grids import Grid
from zhunru.files.types import SHEETS, FileType

HEADER_WITHIN = 10
"""Titles and notes may stand above the header, in so many rows with it."""
_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)\Z")
_SIGNED = re.compile(r"(?:填表|填报|制表|审核|审批|复核|负责|联系|经办|备注|说明|注).{0,6}[:：]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, such as C7; in a row where `column` is empty; in the sheet where `row` is 0.

    Rows count as in the spreadsheet, `column` is its letter, `label` its header.
    """

    sheet: str
    row: int
    column: str
    label: str
    message: str

    @property
    def cell(self) -> str:
        return f"{self.column}{self.row}" if self.column and self.row else ""

    def __str__(self) -> str:
        place = self.cell or (_("第 %(row)s 行") % {"row": self.row} if self.row else "")
        return " ".join(filter(None, (self.sheet, place, self.label))) + f"：{self.message}"


@dataclass
class Preview:
    """What a file says under the declared columns. Nothing may be taken from it while there are `faults`."""

    file: Checked
    columns: tuple[Column, ...]
    grid: Grid
    header_row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    """Column's name -> where it stands in the sheet, from 0."""
    rows: list["SheetRow"] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    """Sums, signatures and repeated headers: row and how it begins. Told, for nothing is left out silently."""

    def fault(self, message: str, *, row: int = 0, name: str = "") -> None:
        """File a fault: of the column `name` in `row`, of the row, or of the sheet."""
        place = self.places.get(name)
        label = next((str(column.label) for column in self.columns if column.name == name), "")
        letter = letters(place) if place is not None and row else ""
        self.faults.append(Fault(self.grid.name, row, letter, label, message))


@dataclass(frozen=True)
class SheetRow:
    """One row: `values` by the columns' names; a faulty or missing cell holds nothing."""

    number: int
    values: dict[str, Value]
    preview: Preview = field(repr=False, compare=False)

    def fault(self, name: str, message: str) -> None:
        """A rule of the domain that the row breaks in the column `name`; an empty name for the whole row."""
        self.preview.fault(message, row=self.number, name=name)


def begin(realm: str, file: Checked, columns: Sequence[Column]) -> Preview:
    """Step one: keep the checked xlsx or csv file on `realm`'s side and read it. `preview.file.sha256` finds it again.

    RefusedError (422, field `file`) for a file that cannot be read at all; everything else is a fault at its cell.
    """
    preview = read_sheet(file, columns)
    storage.store(realm, file.content)
    return preview


def resume(realm: str, sha256: str, columns: Sequence[Column]) -> Preview:
    """Step two: the same file, read and judged again, for columns, rules and data may have changed since.

    DomainError("file_missing") where `realm` has no such file.
    """
    content = storage.open_stored(realm, sha256)
    name = "import.xlsx" if content.startswith(ZIP_MARK) else "import.csv"
    return read_sheet(checked(name, content, max_bytes=len(content), types=SHEETS), columns)


def read_sheet(file: Checked, columns: Sequence[Column]) -> Preview:
    """The rows of the sheet that has the declared columns, each cell judged; faults in the order of the sheet."""
    found = grids.from_workbook(file.content) if file.type == FileType.XLSX else grids.from_csv(file.content)
    grid, header = _find_header(found, columns)
    preview = Preview(file, tuple(columns), grid, header_row=header)
    if grid.too_large:
        said = {"rows": grid.height, "columns": grid.width, "most": child.MAX_ROWS, "wide": child.MAX_COLUMNS}
        preview.fault(
            _("表格有 %(rows)s 行 %(columns)s 列，最多 %(most)s 行 %(wide)s 列：请删去下方和右侧多余的行列") % said
        )
    elif not header:
        preview.fault(_("前 %(rows)s 行中没有找到表头，请使用模板中的列名") % {"rows": HEADER_WITHIN})
    else:
        _read_header(preview)
        _read_rows(preview)
    return preview


def _find_header(found: list[Grid], columns: Sequence[Column]) -> tuple[Grid, int]:
    """The sheet and the row (from 1) with the most of the columns; row 0 where none has half of what is required."""
    best, where = 0, (found[0] if found else Grid("", 0, 0, []), 0)
    for grid in found:
        for number, row in enumerate(grid.rows[:HEADER_WITHIN], start=1):
            places = places_of(columns, [text_of(cell) for cell in row])
            if len(places) > best and _is_enough(places, columns):
                best, where = len(places), (grid, number)
    too_large = [(grid, 0) for grid in found if grid.too_large]
    return where if best or not too_large else too_large[0]


def _is_enough(places: Collection[str], columns: Sequence[Column]) -> bool:
    needed = [column.name for column in columns if column.required] or [column.name for column in columns]
    return 2 * sum(name in places for name in needed) >= len(needed)


def _read_header(preview: Preview) -> None:
    header = preview.grid.rows[preview.header_row - 1]
    places = places_of(preview.columns, [text_of(cell) for cell in header])
    preview.places = {name: found[0] for name, found in places.items()}
    for column in preview.columns:
        found = places.get(column.name, [])
        if not found and column.required:
            preview.fault(_("表头缺少“%(column)s”列") % {"column": column.label}, row=preview.header_row)
        elif len(found) > 1:
            preview.fault(_("表头有两个同名的列"), row=preview.header_row, name=column.name)


def _read_rows(preview: Preview) -> None:
    header = [text_of(cell) for cell in preview.grid.rows[preview.header_row - 1]]
    for number, cells in enumerate(preview.grid.rows[preview.header_row :], start=preview.header_row + 1):
        shown = [text_of(cell) for cell in cells]
        first = next(filter(None, shown), "")
        if not first:
            continue
        if shown == header or _is_footer(preview, shown, first):
            preview.skipped.append((number, first[:40]))
        else:
            preview.rows.append(_read_row(preview, number, cells))
    if not preview.rows and not preview.faults:
        preview.fault(_("表头之下没有内容"))


def _is_footer(preview: Preview, shown: list[str], first: str) -> bool:
    """A sum or a signature, if something that each row must have is missing there."""
    if not (_SUM.match(first) or _SIGNED.match(first)):
        return False
    needed = [preview.places[c.name] for c in preview.columns if c.required and c.name in preview.places]
    return not needed or not all(place < len(shown) and shown[place] for place in needed)


def _read_row(preview: Preview, number: int, cells: list[Cell]) -> SheetRow:
    values: dict[str, Value] = {}
    for column in preview.columns:
        place = preview.places.get(column.name)
        values[column.name] = nothing(column)
        if place is None:
            continue
        try:
            values[column.name] = value_of(cells[place] if place < len(cells) else None, column)
        except FaultyError as error:
            preview.fault(str(error), row=number, name=column.name)
    return SheetRow(number, values, preview)


def letters(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    text, number = "", place + 1
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("A") + digit) + text
    return text
