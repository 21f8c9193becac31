"""Finding the header of a sheet: titles may stand above it, and it may have two rows or more, groups over columns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from zhunru.files.sheets.cells import text_of
from zhunru.files.sheets.columns import Column, places_of
from zhunru.files.sheets.grids import Grid

HEADER_WITHIN = 10
"""Titles and notes may stand above the header, in so many rows with it."""
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Header:
    """Its first row, from 1, how many rows it has, and where each column stands, from 0.

    A column in `split` is known by its group only: the columns under it hold parts of one thing, such as a law's name
    and its article.
    """

    row: int
    depth: int
    places: dict[str, list[int]]
    split: frozenset[str] = frozenset()

    @property
    def last(self) -> int:
        return self.row + self.depth - 1


def find_header(grid: Grid, columns: Sequence[Column], *, fewest: int = 1) -> Header | None:
    """The rows with the most of the columns; None where none has half of what is required, and the `fewest`. Of equal
    ones that with fewer rows is taken."""
    best: Header | None = None
    for depth in (1, 2):
        for row in range(1, min(HEADER_WITHIN, len(grid.rows) - depth + 1) + 1):
            if not any(map(text_of, grid.rows[row - 1])):
                continue
            header = _header(grid, columns, row, depth)
            if len(header.places) > (len(best.places) if best else fewest - 1) and _is_enough(header.places, columns):
                best = header
    return _with_merged_rows(grid, columns, best) if best else None


def _header(grid: Grid, columns: Sequence[Column], row: int, depth: int) -> Header:
    ranked = _ranked(grid, row - 1, depth)
    places = places_of(columns, ranked)
    whole = places_of(columns, ranked[:-1])
    return Header(row, depth, places, frozenset(places) - frozenset(whole))


def _is_enough(places: Collection[str], columns: Sequence[Column]) -> bool:
    needed = [column.name for column in columns if column.required] or [column.name for column in columns]
    return 2 * sum(name in places for name in needed) >= len(needed)


def _with_merged_rows(grid: Grid, columns: Sequence[Column], found: Header) -> Header:
    """A cell that is merged downwards takes the rows beside it into the header."""
    deep = [
        merged.bottom - merged.top + 1
        for merged in grid.merged
        if merged.top == found.row - 1 and text_of(grid.cell(merged.top, merged.left))
    ]
    depth = min(max([found.depth, *deep]), DEEPEST, len(grid.rows) - found.row + 1)
    whole = _header(grid, columns, found.row, depth) if depth > found.depth else found
    return whole if len(whole.places) >= len(found.places) else found


def _ranked(grid: Grid, top: int, depth: int) -> list[list[str]]:
    """What may stand for the header at each place: the whole of a single one, group and own, own, group."""
    levels = [_level(grid, row, lowest=row == top + depth - 1) for row in range(top, top + depth)]
    width = max(map(len, levels), default=0)
    ranked: list[list[str]] = [[""] * width for _rank in range(4)]
    for place in range(width):
        parts = list(dict.fromkeys(level[place] for level in levels if place < len(level) and level[place]))
        if len(parts) == 1:
            ranked[0][place] = parts[0]
        elif parts:
            ranked[1][place], ranked[2][place], ranked[3][place] = "".join(parts), parts[-1], parts[0]
    return ranked


def _level(grid: Grid, row: int, *, lowest: bool) -> list[str]:
    """The texts of one row of a header, a group's over each of its columns."""
    texts = [text_of(cell) for cell in grid.rows[row]]
    for merged in grid.merged:
        if merged.top == row and not lowest and merged.left < len(texts):
            for place in range(merged.left + 1, min(merged.right + 1, len(texts))):
                texts[place] = texts[merged.left]
    if not grid.merged and not lowest:
        return _carried(texts, grid.rows[row + 1] if row + 1 < len(grid.rows) else [])
    return texts


def _carried(texts: list[str], below: Sequence[object]) -> list[str]:
    """Without merged cells, as in csv: a group goes on to the right where there is a header below and none above."""
    carried = list(texts)
    for place in range(1, len(carried)):
        if not carried[place] and place < len(below) and below[place]:
            carried[place] = carried[place - 1]
    return carried
