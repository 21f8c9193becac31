"""The rows below a header: which of them say something, and what belongs to a cell that says it only by its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from django.utils.translation import gettext as _

from zhunru.files.sheets.cells import Cell, FaultyError, nothing, text_of, value_of
from zhunru.files.sheets.columns import Column, Value
from zhunru.files.sheets.footers import is_footer, is_note, is_numbering
from zhunru.files.sheets.previews import Preview, Section, SheetRow
from zhunru.files.sheets.rewriting import understood

_DITTO = frozenset({"同上", "同前", "〃", "″"})
_NUMERAL = re.compile(r"(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])\s*")
_COUNTED = re.compile(r"[（(]\s*(?:共|计)?\s*\d+\s*[项条个件][)）]\Z")
_COUNT = re.compile(r"[\d.、()（）\s]+\Z")
_BAND_WIDTH = 3
_LONGEST_BAND = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that says something, and the heading over a group of rows that it stands under."""

    number: int
    cells: list[Cell]
    band: str


@dataclass
class _Reader:
    """Reads one section; `filled` holds what belongs to empty cells, by row and place from 0, and why."""

    preview: Preview
    section: Section
    filled: dict[tuple[int, int], tuple[Cell, str]] = field(default_factory=dict)
    above: dict[str, Cell] = field(default_factory=dict)

    def read(self) -> None:
        lines = list(self._lines())
        self._fill_merged()
        for column in self.preview.columns:
            if column.fill_down and column.name in self.section.places:
                self._fill_down(self.section.places[column.name], lines)
        self.preview.rows.extend(self._row(line) for line in lines)

    def _lines(self) -> Iterator[_Line]:
        """The rows of data. Bands are taken in; footers and what is repeated on each page are told as skipped."""
        band, unused, above = "", 0, "header"
        rows = self.section.grid.rows
        repeated = [_trimmed(row) for row in rows[: self.section.header_row]]
        for number, cells in enumerate(rows[self.section.header_row :], start=self.section.header_row + 1):
            shown = _trimmed(cells)
            if not shown:
                continue
            first = next(filter(None, shown))
            if kind := self._says_nothing(shown, repeated, above):
                above = kind
                self.preview.tell_skipped(number, first, self.section)
            elif self._is_band(number, shown):
                self._tell_unused(unused)
                band, unused = _COUNTED.sub("", _NUMERAL.sub("", first, count=1)).strip(), number
            else:
                above, unused = "row", 0
                yield _Line(number, cells, band)
        self._tell_unused(unused)

    def _says_nothing(self, shown: list[str], repeated: list[list[str]], above: str) -> str:
        """What the row is if it is none of data; `above` is what the last one was."""
        if shown in repeated or (above == "header" and is_numbering(shown)):
            return "header"
        if is_footer(self.needed, shown) or (above == "footer" and is_note(self.needed, shown)):
            return "footer"
        counts = all(place in self.counting and _COUNT.match(text) for place, text in enumerate(shown) if text)
        return "empty" if counts else ""

    def _tell_unused(self, number: int) -> None:
        """A heading with no rows under it may as well be a note."""
        if number:
            first = next(filter(None, map(text_of, self.section.grid.rows[number - 1])))
            self.preview.tell_skipped(number, first, self.section)

    @cached_property
    def counting(self) -> set[int]:
        """Where only the rows are counted."""
        places = self.section.places
        return {places[column.name] for column in self.preview.columns if column.counting and column.name in places}

    @cached_property
    def needed(self) -> list[int]:
        """Where stands what each row must have."""
        places = self.section.places
        return [places[column.name] for column in self.preview.columns if column.required and column.name in places]

    def _is_band(self, number: int, shown: list[str]) -> bool:
        """One heading over the rows below, where a column can take it in: 一、党的建设（3项）."""
        said = [text for text in shown if text]
        if (
            len(said) > 1
            or len(said[0]) > _LONGEST_BAND
            or not any(column.fill_down for column in self.preview.columns)
        ):
            return False
        return number in self.wide or bool(_NUMERAL.match(said[0]))

    @cached_property
    def wide(self) -> set[int]:
        """Rows that hold one cell over several columns."""
        return {merged.top + 1 for merged in self.section.grid.merged if merged.right - merged.left + 1 >= _BAND_WIDTH}

    def _fill_merged(self) -> None:
        """What stands in a cell merged over several rows belongs to each of them."""
        for merged in self.section.grid.merged:
            cell = self.section.grid.cell(merged.top, merged.left)
            if merged.top >= self.section.header_row and text_of(cell):
                message = _("合并单元格，按上方的内容理解")
                for row in range(merged.top + 1, merged.bottom + 1):
                    self.filled[row, merged.left] = cell, message

    def _fill_down(self, place: int, lines: list[_Line]) -> None:
        """Where nobody writes a value twice in a row and nothing is merged, an empty cell means the value above."""
        merged = any(at == place for _row, at in self.filled)
        texts = [text_of(line.cells[place]) if place < len(line.cells) else "" for line in lines]
        doubled = any(one and one == other for one, other in pairwise(texts))
        if merged or doubled or not texts or not texts[0] or any(line.band for line in lines):
            return
        last: Cell = None
        for line, text in zip(lines, texts, strict=True):
            if text:
                last = line.cells[place]
            else:
                self.filled[line.number - 1, place] = last, _("空白格，按上方的内容理解")

    def _row(self, line: _Line) -> SheetRow:
        values: dict[str, Value] = {}
        row = SheetRow(line.number, values, self.preview, self.section)
        for column in self.preview.columns:
            values[column.name] = nothing(column)
            if column.name in self.section.places or (column.fill_down and line.band):
                try:
                    values[column.name] = value_of(self._cell(row, line, column), column)
                except FaultyError as error:
                    row.fault(column.name, str(error))
        return row

    def _cell(self, row: SheetRow, line: _Line, column: Column) -> Cell:
        """What the cell means; where that is not what stands there, it is marked as a guess."""
        place = self.section.places.get(column.name, -1)
        stands = line.cells[place] if 0 <= place < len(line.cells) else None
        stood = text_of(stands)
        cell, said = self._belonging(stands, stood, line, column, place)
        text = text_of(cell)
        meant, more = understood(text, column)
        said.extend(more)
        if said:
            row.guess(column.name, "；".join(said), stood=stood, understood=meant)
        self.above[column.name] = cell
        return meant if meant != text else cell

    def _belonging(self, stands: Cell, stood: str, line: _Line, column: Column, place: int) -> tuple[Cell, list[str]]:
        """What belongs to the cell by its place, and why."""
        if stood in _DITTO and text_of(self.above.get(column.name)):
            return self.above[column.name], [_("“%(word)s”按上一行的内容理解") % {"word": stood}]
        if further := self.section.further.get(column.name):
            return self._joined(line, [place, *further])
        if stood:
            return stands, []
        if filled := self.filled.get((line.number - 1, place)):
            return filled[0], [filled[1]]
        if column.fill_down and line.band:
            return line.band, [_("按上方的小标题理解")]
        return stands, []

    def _joined(self, line: _Line, places: list[int]) -> tuple[Cell, list[str]]:
        """The parts of a column that is split, each as it stands or as the cell above that it is merged with."""
        cells = [line.cells[place] if place < len(line.cells) else None for place in places]
        whole = [
            text_of(cell) or text_of(self.filled.get((line.number - 1, place), (None, ""))[0])
            for place, cell in zip(places, cells, strict=True)
        ]
        parts = [part for part in whole if part]
        return "".join(parts), [_("各列的内容连在一起理解")] if len(parts) > 1 else []


def read_rows(preview: Preview, section: Section) -> None:
    """Add the rows below the section's header to the preview, each cell judged."""
    _Reader(preview, section).read()


def _trimmed(cells: Sequence[Cell]) -> list[str]:
    """The texts of a row without the empty cells at its end."""
    shown = [text_of(cell) for cell in cells]
    while shown and not shown[-1]:
        shown.pop()
    return shown
