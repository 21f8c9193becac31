"""How the entries of a list are laid out: which columns there are, how wide they are, what stands in each cell."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

WIDE_MM = 257.0
"""The type area of a sheet laid crosswise."""
PADDING_MM = 2.6
CHAR_MM = 9 * 25.4 / 72
LINES = 24
"""A row estimated to be longer may go over to the next page: at most so many lines are sure to fit on one."""


class Entry(Protocol):
    """What is asked of a row: `seq` and `code`, and the texts that the columns name."""

    @property
    def seq(self) -> int: ...
    @property
    def code(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Column:
    """`least` mm wide; what is left over goes to the columns with much text, if they may grow."""

    name: str
    label: str
    least: float
    grows: bool = True
    short: bool = False
    """Words rather than prose: centred."""


COLUMNS = (
    Column("seq", "序号", 11, grows=False, short=True),
    Column("code", "编码", 15, grows=False, short=True),
    Column("category", "事项类别", 19, short=True),
    Column("title", "事项名称", 24),
    Column("village_duty", "村（社区）职责", 30),
    Column("legal_basis", "法律政策依据", 26),
    Column("lead_department", "主责部门", 22, short=True),
    Column("supporting_departments", "配合部门", 22, short=True),
    Column("applies_to", "适用范围", 17, short=True),
    Column("funding", "经费保障", 18),
    Column("remark", "备注", 14),
)


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    tibetan: str
    short: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row; one that is `tall` may be broken, because no page would hold it."""

    cells: list[Cell]
    tall: bool


@dataclass(frozen=True, slots=True)
class Head:
    label: str
    width: float
    """Millimetres."""


@dataclass(frozen=True, slots=True)
class Table:
    heads: list[Head]
    lines: list[Line]

    @classmethod
    def of(cls, rows: Sequence[Entry]) -> "Table":
        """Columns that no row has anything in are left out; the others share the whole width."""
        cells = {column: [_cell(row, column) for row in rows] for column in COLUMNS}
        used = {column: found for column, found in cells.items() if any(c.text or c.tibetan for c in found)}
        widths = _widths(used)
        heads = [Head(column.label, width) for column, width in zip(used, widths, strict=True)]
        lines = [Line(list(line), max(map(_lines, line, widths)) > LINES) for line in zip(*used.values(), strict=True)]
        return cls(heads, lines)


def _cell(row: Entry, column: Column) -> Cell:
    return Cell(str(getattr(row, column.name)), getattr(row, f"{column.name}_bo", ""), column.short)


def _widths(used: dict[Column, list[Cell]]) -> list[float]:
    """Room is given by the square mean of the texts' lengths: one long text does not make a wide column."""
    spare = WIDE_MM - sum(column.least for column in used)
    weights = [_square_mean(map(_length, cells)) if column.grows else 0.0 for column, cells in used.items()]
    each = spare / sum(weights)
    return [round(column.least + each * weight, 2) for column, weight in zip(used, weights, strict=True)]


def _square_mean(lengths: Iterable[float]) -> float:
    squares = [length**2 for length in lengths]
    return math.sqrt(sum(squares) / len(squares))


def _length(cell: Cell) -> float:
    """In full-width characters; a Tibetan one is about half as wide, but its lines are higher."""
    return len(cell.text) + 0.7 * len(cell.tibetan)


def _lines(cell: Cell, width: float) -> int:
    room = (width - PADDING_MM) / CHAR_MM
    return sum(math.ceil((len(part) + 1) / room) for part in cell.text.split("\n")) + math.ceil(
        0.7 * len(cell.tibetan) / room
    )
