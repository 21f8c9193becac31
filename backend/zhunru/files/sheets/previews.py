"""What a file says under the declared columns: rows, faults and guesses, each at its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from zhunru.files.checks import Checked
from zhunru.files.sheets.cells import text_of
from zhunru.files.sheets.columns import Column, Value
from zhunru.files.sheets.grids import Grid


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one cell, such as C7; of a row where `column` is empty; of the sheet where `row` is 0.

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


@dataclass(frozen=True, slots=True)
class Fault(Said):
    """What is wrong there."""

    def __str__(self) -> str:
        place = self.cell or (_("第 %(row)s 行") % {"row": self.row} if self.row else "")
        return " ".join(filter(None, (self.sheet, place, self.label))) + f"：{self.message}"


@dataclass(frozen=True, slots=True)
class Guess(Said):
    """What stood in a cell and what was understood. Nothing is wrong; somebody should look whether it is meant."""

    stood: str
    understood: str


@dataclass
class Section:
    """One sheet or table of the file, and its header: the last row of it, from 1 (0 where there is none)."""

    grid: Grid
    header_row: int = 0
    header_depth: int = 1
    places: dict[str, int] = field(default_factory=dict)
    """Column's name -> where it stands in the sheet, from 0."""
    further: dict[str, list[int]] = field(default_factory=dict)
    """Column's name -> the places of its further parts, where it is split."""

    @property
    def titles(self) -> list[str]:
        """What the table calls itself: the sheet's name, what stands above it, rows above its header."""
        above = [text_of(cell) for row in self.grid.rows[: max(0, self.header_row - self.header_depth)] for cell in row]
        return [self.grid.name, *filter(None, [*self.grid.caption.split("\n"), *above])]

    @cached_property
    def under(self) -> frozenset[tuple[int, int]]:
        """Row and place, from 0, of each cell that is merged with one above it."""
        return frozenset((row, one.left) for one in self.grid.merged for row in range(one.top + 1, one.bottom + 1))


@dataclass
class Preview:
    """The file, read. Nothing may be taken from it while there are `faults`."""

    file: Checked
    columns: tuple[Column, ...]
    sections: list[Section]
    rows: list["SheetRow"] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    """Sums, signatures and repeated headers: row and how it begins. Told, for nothing is left out silently."""

    @property
    def grid(self) -> Grid:
        """The first sheet, which is the only one where not `every` sheet was asked for."""
        return self.sections[0].grid

    @property
    def header_row(self) -> int:
        return self.sections[0].header_row

    @property
    def places(self) -> dict[str, int]:
        return self.sections[0].places

    def fault(self, message: str, *, row: int = 0, name: str = "", section: Section | None = None) -> None:
        """File a fault: of the column `name` in `row`, of the row, or of the sheet."""
        where = section or self.sections[0]
        self.faults.append(Fault(*self._cell(where, row, name), message))

    def guess(self, message: str, *, row: int, name: str, stood: str, understood: str, section: Section) -> None:
        """Mark a cell as understood otherwise than it stands."""
        self.guesses.append(Guess(*self._cell(section, row, name), message, stood, understood))

    def tell_skipped(self, number: int, text: str, section: Section) -> None:
        """Tell that a row (0: a whole sheet) is left out."""
        told = text[:40]
        self.skipped.append((number, told if len(self.sections) < 2 else f"{section.grid.name}：{told}"))

    def leave_out(self, section: Section, why: str) -> None:
        """A sheet that the domain does not want; the reason is told."""
        name = section.grid.name
        self.sections.remove(section)
        self.rows = [row for row in self.rows if row.section is not section]
        self.faults = [fault for fault in self.faults if fault.sheet != name]
        self.guesses = [guess for guess in self.guesses if guess.sheet != name]
        self.skipped.append((0, why))

    def sort(self) -> None:
        """Faults and guesses in the order of the file."""
        order = {section.grid.name: n for n, section in enumerate(self.sections)}
        self.faults.sort(key=lambda one: (order.get(one.sheet, 0), one.row, len(one.column), one.column))
        self.guesses.sort(key=lambda one: (order.get(one.sheet, 0), one.row, len(one.column), one.column))

    def _cell(self, section: Section, row: int, name: str) -> tuple[str, int, str, str]:
        place = section.places.get(name)
        label = next((str(column.label) for column in self.columns if column.name == name), "")
        return section.grid.name, row, letters(place) if place is not None and row else "", label


@dataclass(frozen=True)
class SheetRow:
    """One row: `values` by the columns' names; a faulty or missing cell holds nothing."""

    number: int
    values: dict[str, Value]
    preview: Preview = field(repr=False, compare=False)
    section: Section = field(repr=False, compare=False)

    @property
    def sheet(self) -> str:
        return self.section.grid.name

    def fault(self, name: str, message: str) -> None:
        """A rule of the domain that the row breaks in the column `name`; an empty name for the whole row."""
        self.preview.fault(message, row=self.number, name=name, section=self.section)

    def guess(self, name: str, message: str, *, stood: str, understood: str) -> None:
        """The domain understands the cell otherwise than it stands."""
        self.preview.guess(
            message, row=self.number, name=name, stood=stood, understood=understood, section=self.section
        )

    def unguess(self, *names: str) -> None:
        """The domain knows better: these cells mean what stands there."""
        known = {str(column.label) for column in self.preview.columns if column.name in names}
        self.preview.guesses = [
            guess
            for guess in self.preview.guesses
            if (guess.sheet, guess.row) != (self.sheet, self.number) or guess.label not in known
        ]

    def shown(self) -> list[str]:
        """The cells in the order of the columns, as they stand in the sheet."""
        cells: Sequence[object] = self.section.grid.rows[self.number - 1]
        places = [self.section.places.get(column.name, len(cells)) for column in self.preview.columns]
        return [text_of(self.section.grid.cell(self.number - 1, place)) for place in places]


def letters(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    text, number = "", place + 1
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("A") + digit) + text
    return text
