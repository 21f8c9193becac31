"""Reading tables that people keep: every fault is found and named by file, row and column before anything is stored."""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060"))
MAX_CELL = 4000


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell, row (`column` empty) or file (`row` 0).

    Rows count as in a spreadsheet, header and blank rows included.
    """

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        row = _(" 第 %(row)s 行") % {"row": self.row} if self.row else ""
        column = _(" %(column)s 列") % {"column": self.column} if self.column else ""
        return f"{self.file}{row}{column}：{self.message}"


class TableError(Exception):
    """The tables cannot be taken as they are; `faults` holds every fault that was found."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass
class Faults:
    """Collects the faults of all tables of one import."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, row: int, column: str, message: str) -> None:
        self.found.append(Fault(file, row, column, message))


@contextmanager
def checked() -> Iterator[Faults]:
    """Collect faults in the block; at its end raise TableError if there was any."""
    faults = Faults()
    yield faults
    if faults.found:
        raise TableError(sorted(faults.found, key=lambda fault: (fault.file, fault.row)))


@dataclass
class Report:
    """What an import did. `missing` stands in the database and not in the file: told, never deleted."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    """Rows left out, each with the reason."""
    unchanged: int = 0

    def lines(self) -> list[str]:
        """The report for whoever ran the import; the sum comes last."""
        missing = [_("文件中已没有：%(what)s") % {"what": what} for what in self.missing]
        counts = {"new": len(self.new), "changed": len(self.changed), "unchanged": self.unchanged}
        if self.new or self.changed:
            return [*self.skipped, *missing, _("新增 %(new)s 条，更改 %(changed)s 条，未变 %(unchanged)s 条") % counts]
        return [*self.skipped, *missing, _("没有变化（%(unchanged)s 条）") % counts]


@dataclass(frozen=True)
class Row:
    """One row of a table. Each reader returns a usable value and files a fault when the cell holds none."""

    file: str
    number: int
    cells: dict[str, str]
    faults: Faults

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        return _("%(file)s 第 %(row)s 行") % {"file": self.file, "row": self.number}

    def fault(self, column: str, message: str) -> None:
        self.faults.add(self.file, self.number, column, message)

    def text(self, column: str, *, max_length: int = MAX_CELL, required: bool = False) -> str:
        """The cell without outer spaces and invisible characters; empty where nothing is known."""
        value = self.cells[column]
        if required and not value:
            self.fault(column, _("此格不能为空"))
        if len(value) > max_length:
            self.fault(column, _("最多 %(most)s 个字，现有 %(now)s 个字") % {"most": max_length, "now": len(value)})
        return value[:max_length]

    def digits(self, column: str) -> str:
        """A code: digits only, full-width ones read as plain ones."""
        value = _plain(self.cells[column])
        if not (value.isascii() and value.isdigit()):
            self.fault(column, _("应为数字代码，现为“%(value)s”") % {"value": value})
        return value

    def days(self, column: str) -> list[date]:
        """Dates such as 2024-06-28, several with a semicolon between them; none for an empty cell."""
        found = []
        for value in filter(None, re.split(r"[;\s]+", _plain(self.cells[column]))):
            try:
                found.append(date.fromisoformat(value))
            except ValueError:
                self.fault(column, _("应为日期，如 2024-06-28，现为“%(value)s”") % {"value": value})
        return found

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """One of the `allowed` words."""
        value = _plain(self.cells[column])
        if value not in allowed:
            words = {"allowed": "、".join(allowed), "value": value}
            self.fault(column, _("应为 %(allowed)s 之一，现为“%(value)s”") % words)
        return value


def read_csv(path: Path, columns: Collection[str], faults: Faults) -> list[Row]:
    """The rows of a UTF-8 csv file (with or without byte order mark) under a header naming all `columns`.

    Blank rows are passed over and further columns are left aside. A row that cannot be read becomes a fault.
    """
    records = _records(path, faults)
    if records is None:
        return []
    header = [_clean(cell) for cell in records[0]] if records else []
    if not _header_holds(path.name, header, columns, faults):
        return []
    if not any(map(any, records[1:])):
        faults.add(path.name, 0, "", _("表头之下没有内容"))
    rows = []
    for number, record in enumerate(records[1:], start=2):
        cells = [_clean(cell) for cell in record]
        if any(cells) and _row_holds(path.name, number, cells, header, faults):
            rows.append(Row(path.name, number, dict(zip(header, cells, strict=False)), faults))
    return rows


def _records(path: Path, faults: Faults) -> list[list[str]] | None:
    """All records, blank ones included; None, with a fault, for a file that cannot be read."""
    found: list[list[str]] = []
    try:
        text = path.read_bytes().decode("utf-8-sig")
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            found.append(record)
    except OSError as error:
        faults.add(path.name, 0, "", _("无法读取文件：%(reason)s") % {"reason": error.strerror})
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        faults.add(path.name, row, "", _("不是 UTF-8 编码，请另存为“CSV UTF-8”后再导入"))
    except csv.Error as error:
        faults.add(path.name, len(found) + 1, "", _("无法读取此行：%(reason)s") % {"reason": error})
    else:
        return found
    return None


def _header_holds(file: str, header: list[str], columns: Collection[str], faults: Faults) -> bool:
    missing = [column for column in columns if column not in header]
    twice = sorted({column for column in header if column and header.count(column) > 1})
    for column in missing:
        faults.add(file, 1, column, _("表头缺少此列"))
    for column in twice:
        faults.add(file, 1, column, _("表头有两个同名的列"))
    return not (missing or twice)


def _row_holds(file: str, number: int, cells: list[str], header: list[str], faults: Faults) -> bool:
    if len(cells) < len(header) or any(cells[len(header) :]):
        counts = {"header": len(header), "row": len(cells)}
        faults.add(file, number, "", _("表头有 %(header)s 列，此行有 %(row)s 列") % counts)
        return False
    unstorable = [name for name, cell in zip(header, cells, strict=False) if "\x00" in cell]
    for name in unstorable:
        faults.add(file, number, name, _("含有无法保存的字符"))
    return not unstorable


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.translate(INVISIBLE)).strip()


def _plain(cell: str) -> str:
    """Full-width digits, letters and signs as plain ones: for codes and dates only, never for prose."""
    return unicodedata.normalize("NFKC", cell).strip()
