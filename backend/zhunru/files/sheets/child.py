"""The reading child: a program of its own, without Django, that turns a workbook on its input into JSON and ends.

The library that reads workbooks allocates what the sheet claims to need and may end the whole process when it
cannot: so the process is this one, with its memory and time limited, and it reads one workbook.
"""

import datetime
import json
import resource
import sys
from io import BytesIO
from typing import Any

MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_SHEETS = 8
MAX_CELL = 4_100
MAX_CHARACTERS = 10_000_000
"""Of all cells together: one text may be referred to by every cell."""
MEMORY = 1 << 30
CPU_SECONDS = 20


class TooMuchError(Exception):
    pass


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def sheets(content: bytes) -> list[dict[str, Any]]:
    """Each visible sheet: its name, height and width, and its rows unless they are too many."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    book = load_workbook(BytesIO(content))
    left = MAX_CHARACTERS
    found: list[dict[str, Any]] = []
    for about in book.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
            continue
        if len(found) == MAX_SHEETS:
            break
        sheet = book.get_sheet_by_name(about.name)
        height, width = sheet.total_height + 1, sheet.total_width + 1
        rows: list[list[Any]] = []
        if sheet.start is not None and height <= MAX_ROWS and width <= MAX_COLUMNS:
            rows = [[plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            left -= sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if left < 0:
            raise TooMuchError
        found.append({"name": about.name[:100], "height": height, "width": width, "rows": rows})
    return found


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


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    try:
        answer: dict[str, Any] = {"sheets": sheets(content)}
    except (TooMuchError, MemoryError):
        answer = {"error": "too_much"}
    except BaseException:  # a panic of the library is no Exception
        answer = {"error": "unreadable"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
