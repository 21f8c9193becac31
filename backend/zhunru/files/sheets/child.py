"""The reading child: a program of its own, without Django, that turns a file on its input into JSON and ends.

The library that reads workbooks allocates what the sheet claims to need and may end the whole process when it
cannot: so the process is this one, with its memory and time limited, and it reads one file. The tables of a document
are read here, too, with the same limits.
"""

import datetime
import importlib
import json
import resource
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_SHEETS = 40
MAX_CELL = 4_100
MAX_CHARACTERS = 10_000_000
"""Of all cells together: one text may be referred to by every cell."""
MAX_CELLS = 2_500_000
"""Of all sheets together, merged ranges counted once more, each as RANGE and its height."""
RANGE = 20
MAX_XML = 100 << 20
"""Of the text of a document, unpacked."""
MEMORY = 1 << 30
CPU_SECONDS = 20


class TooMuchError(Exception):
    pass


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


class Found:
    """The tables found so far, each with its name, caption, height, width, rows (unless too many) and merged ranges."""

    MAX_ROWS, MAX_COLUMNS, MAX_CELL = MAX_ROWS, MAX_COLUMNS, MAX_CELL

    def __init__(self) -> None:
        self.sheets: list[dict[str, Any]] = []
        self.left_out = 0
        self.characters, self.cells, self.xml = MAX_CHARACTERS, MAX_CELLS, MAX_XML

    @property
    def full(self) -> bool:
        return len(self.sheets) == MAX_SHEETS

    def unpacked(self, size: int) -> None:
        """So much of a document's text has been unpacked."""
        self.xml -= size
        if self.xml < 0:
            raise TooMuchError

    def add(self, name: str, caption: str, size: tuple[int, int], rows: list[list[Any]], merged: Any) -> None:
        """`merged` are ranges ((top, left), (bottom, right)) from 0, both ends within."""
        height, width = size
        ranges = [
            (top, left, min(bottom, height - 1), min(right, width - 1)) for (top, left), (bottom, right) in merged
        ]
        self.characters -= sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        self.cells -= sum(map(len, rows)) + sum(max(0, b - t) + RANGE for t, _left, b, _right in ranges)
        if self.characters < 0 or self.cells < 0:
            raise TooMuchError
        sheet = {"name": name, "caption": caption, "height": height, "width": width, "rows": rows, "merged": ranges}
        self.sheets.append(sheet)


def of_workbook(content: bytes, found: Found) -> None:
    """Each visible sheet."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    book = load_workbook(BytesIO(content))
    for about in book.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
            continue
        if found.full:
            found.left_out += 1
            continue
        sheet = book.get_sheet_by_name(about.name)
        height, width = sheet.total_height + 1, sheet.total_width + 1
        rows: list[list[Any]] = []
        merged: list[Any] = []
        if sheet.start is not None and height <= MAX_ROWS and width <= MAX_COLUMNS:
            rows = [[plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            merged = sheet.merged_cell_ranges or []
        found.add(about.name[:100], "", (height, width), rows, merged)


def plain(cell: Any) -> Any:
    """Texts, numbers and truth as they are, an empty cell as null, a day as {"day": ...}, a time of day as text."""
    if isinstance(cell, str):
        return cell[:MAX_CELL] or None
    if isinstance(cell, datetime.datetime):
        return {"time": cell.isoformat()}
    if isinstance(cell, datetime.date):
        return {"day": cell.isoformat()}
    if isinstance(cell, float) and not abs(cell) < 1e300:
        return str(cell)
    return cell if isinstance(cell, bool | int | float) else str(cell)


def of_document(content: bytes, found: Found) -> None:
    """Each table of a document."""
    sys.path.append(str(Path(__file__).parent))  # behind the standard library: only our own file is looked for here
    importlib.import_module("document_tables").read(content, found)


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    read: Callable[[bytes, Found], None] = of_document if sys.argv[1:] == ["docx"] else of_workbook
    found = Found()
    try:
        read(content, found)
        answer: dict[str, Any] = {"sheets": found.sheets, "left_out": found.left_out}
    except (TooMuchError, MemoryError):
        answer = {"error": "too_much"}
    except BaseException:  # a panic of the library is no Exception
        answer = {"error": "unreadable"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
