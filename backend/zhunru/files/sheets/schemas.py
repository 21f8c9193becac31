"""What an import shows to the browser between its two steps."""

from typing import Annotated, Self

from ninja import Schema
from pydantic import StringConstraints

from zhunru.files.sheets.previews import Preview

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""How step two names the file of step one."""
SHOWN_FAULTS = 200
SHOWN_GUESSES = 200
SHOWN_ROWS = 50


class SheetFaultOut(Schema):
    """`cell` such as C7, empty for a fault of a whole row (`row`) or of the sheet (0)."""

    sheet: str
    row: int
    column: str
    cell: str
    label: str
    message: str


class SheetGuessOut(SheetFaultOut):
    """What stood in the cell and what was understood: nothing is wrong, but somebody should look."""

    stood: str
    understood: str


class SheetColumnOut(Schema):
    name: str
    label: str


class SheetRowOut(Schema):
    """`cells` in the order of the columns, as they stand in the sheet."""

    sheet: str
    number: int
    cells: list[str]
    faulty: bool
    guessed: bool


class PreviewOut(Schema):
    """The first rows, faulty ones before others, faults and guesses, and how many there are.

    It may be committed when `fault_count` is 0.
    """

    sha256: str
    name: str
    sheet: str
    row_count: int
    fault_count: int
    guess_count: int
    columns: list[SheetColumnOut]
    rows: list[SheetRowOut]
    faults: list[SheetFaultOut]
    guesses: list[SheetGuessOut]
    skipped: list[str]

    @classmethod
    def of(cls, preview: Preview) -> Self:
        faulty = {(fault.sheet, fault.row) for fault in preview.faults}
        guessed = {(guess.sheet, guess.row) for guess in preview.guesses}
        rank = {id(row): ((row.sheet, row.number) not in faulty, n) for n, row in enumerate(preview.rows)}
        first = sorted(preview.rows, key=lambda row: rank[id(row)])[:SHOWN_ROWS]
        return cls(
            sha256=preview.file.sha256,
            name=preview.file.name,
            sheet="、".join(section.grid.name for section in preview.sections),
            row_count=len(preview.rows),
            fault_count=len(preview.faults),
            guess_count=len(preview.guesses),
            columns=[SheetColumnOut(name=column.name, label=str(column.label)) for column in preview.columns],
            rows=[
                SheetRowOut(
                    sheet=row.sheet,
                    number=row.number,
                    cells=row.shown(),
                    faulty=(row.sheet, row.number) in faulty,
                    guessed=(row.sheet, row.number) in guessed,
                )
                for row in sorted(first, key=lambda row: rank[id(row)][1])
            ],
            faults=[SheetFaultOut.model_validate(fault) for fault in preview.faults[:SHOWN_FAULTS]],
            guesses=[SheetGuessOut.model_validate(guess) for guess in preview.guesses[:SHOWN_GUESSES]],
            skipped=[f"{number}: {text}" if number else text for number, text in preview.skipped[:SHOWN_ROWS]],
        )
