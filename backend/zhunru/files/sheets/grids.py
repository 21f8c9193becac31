"""The cells of a file, without meaning yet: of a workbook through a limited child, of csv directly."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from zhunru.files import texts
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets import child
from zhunru.files.sheets.cells import Cell

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `rows` begin with the first row of the sheet; they are missing where the sheet is too large."""

    name: str
    height: int
    width: int
    rows: list[list[Cell]]

    @property
    def too_large(self) -> bool:
        return self.height > child.MAX_ROWS or self.width > child.MAX_COLUMNS


def from_workbook(content: bytes) -> list[Grid]:
    """The visible sheets of a checked xlsx file. RefusedError("sheet_unreadable") where that breaks a bound."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file comes on its input
            [sys.executable, "-I", str(Path(child.__file__))],
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
    return [_grid(sheet) for sheet in answer["sheets"]]


def _grid(sheet: dict[str, Any]) -> Grid:
    rows = [[_cell(cell) for cell in row] for row in sheet["rows"]]
    return Grid(sheet["name"], sheet["height"], sheet["width"], rows)


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
