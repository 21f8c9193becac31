"""The cells of a file, without meaning yet: of workbooks and documents through a limited child, of csv directly."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from zhunru.files import texts
from zhunru.files.checks import Checked
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets import child
from zhunru.files.sheets.cells import Cell
from zhunru.files.types import FileType

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Range:
    """Cells merged into one; both ends are inside, all counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one table of a document.

    `rows` begin with the first row of the sheet; they are missing where the sheet is too large. `caption` is what
    stands above a table in its document.
    """

    name: str
    height: int
    width: int
    rows: list[list[Cell]]
    merged: list[Range] = field(default_factory=list)
    caption: str = ""

    @property
    def too_large(self) -> bool:
        return self.height > child.MAX_ROWS or self.width > child.MAX_COLUMNS

    def cell(self, row: int, place: int) -> Cell:
        """What stands there, both counted from 0; nothing outside of the sheet."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else []
        return cells[place] if place < len(cells) else None


@dataclass(frozen=True, slots=True)
class Grids:
    """All sheets of a file that may be looked at; `left_out` counts those that are too many."""

    found: list[Grid]
    left_out: int = 0


def of_file(file: Checked) -> Grids:
    """The sheets of a checked file of one of `types.TABLES`. RefusedError("sheet_unreadable") beyond the bounds."""
    if file.type == FileType.CSV:
        return Grids(from_csv(file.content))
    answer = _asked(file.content, file.type)
    found = [_grid(sheet, number) for number, sheet in enumerate(answer["sheets"], start=1)]
    return Grids(found, int(answer["left_out"]))


def from_workbook(content: bytes) -> list[Grid]:
    """The visible sheets of a checked xlsx file. RefusedError("sheet_unreadable") where that breaks a bound."""
    return [_grid(sheet, number) for number, sheet in enumerate(_asked(content, FileType.XLSX)["sheets"], start=1)]


def _asked(content: bytes, kind: FileType) -> dict[str, Any]:
    """The answer of a child that has read the file."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file comes on its input
            [sys.executable, "-I", str(Path(child.__file__)), kind.value],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env={"LANG": "C.UTF-8"},
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise _unreadable() from error
    if "sheets" not in answer:
        raise _unreadable()
    return answer


def _grid(sheet: dict[str, Any], number: int) -> Grid:
    rows = [[_cell(cell) for cell in row] for row in sheet["rows"]]
    name = sheet["name"] or _("表%(number)s") % {"number": number}
    return Grid(
        name, sheet["height"], sheet["width"], rows, [Range(*edges) for edges in sheet["merged"]], sheet["caption"]
    )


def _unreadable() -> RefusedError:
    return RefusedError(
        "sheet_unreadable", _("表格过大或已损坏，无法读取：请把有内容的部分复制到新的表格中，另存为 xlsx 后再上传")
    )


def _cell(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return datetime.fromisoformat(cell["time"]) if "time" in cell else date.fromisoformat(cell["day"])
    found: Cell = cell
    return found


def from_csv(content: bytes) -> list[Grid]:
    """The one sheet of a csv file in UTF-8 or GB 18030. RefusedError("sheet_unreadable") for stray quotes."""
    rows: list[list[Cell]] = []
    height = 0
    try:
        for record in csv.reader(io.StringIO(texts.decoded(content), newline=""), strict=True):
            height += 1
            if height <= child.MAX_ROWS:
                rows.append([cell[: child.MAX_CELL] or None for cell in record])
    except csv.Error as error:
        said = {"row": height + 1}
        raise RefusedError("sheet_unreadable", _("第 %(row)s 行无法读取，请另存为 xlsx 后再上传") % said) from error
    return [Grid("csv", height, max(map(len, rows), default=0), rows)]
