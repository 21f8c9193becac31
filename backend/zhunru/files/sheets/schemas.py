"""What an import shows to the browser between its two steps."""

from typing import Annotated, Self

from ninja import Schema
from pydantic import StringConstraints

from zhunru.files.sheets.cells import text_of
from zhunru.files.sheets.previews import Preview

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""How step two names the file of step one."""
SHOWN_FAULTS = 200
SHOWN_ROWS = 50


class SheetFaultOut(Schema):
    """`cell` such as C7, empty for a fault of a whole row (`row`) or of the sheet (0)."""

    sheet: str
    row: int
    column: str
    cell: str
    label: str
    message: str


class SheetColumnOut(Schema):
    name: str
    label: str


class SheetRowOut(Schema):
    """`cells` in the order of the columns, as they stand in the sheet."""

    number: int
    cells: list[str]
    faulty: bool


class PreviewOut(Schema):
    """The first rows, faulty ones before others, and faults, and how many there are.

    It may be committed when `fault_count` is 0.
    """

    sha256: str
    name: str
    sheet: str
    row_count: int
    fault_count: int
    columns: list[SheetColumnOut]
    rows: list[SheetRowOut]
    faults: list[SheetFaultOut]
    skipped: list[str]

    @classmethod
    def of(cls, preview: Preview) -> Self:
        faulty = {fault.row for fault in preview.faults}
        first = sorted(preview.rows, key=lambda row: row.number not in faulty)[:SHOWN_ROWS]
        return cls(
            sha256=preview.file.sha256,
            name=preview.file.name,
            sheet=preview.grid.name,
            row_count=len(preview.rows),
            fault_count=len(preview.faults),
            columns=[SheetColumnOut(name=column.name, label=str(column.label)) for column in preview.columns],
            rows=[
                SheetRowOut(number=row.number, cells=_cells(preview, row.number), faulty=row.number in faulty)
                for row in sorted(first, key=lambda row: row.number)
            ],
            faults=[SheetFaultOut.model_validate(fault) for fault in preview.faults[:SHOWN_FAULTS]],
            skipped=[f"{number}: {text}" for number, text in preview.skipped[:SHOWN_ROWS]],
        )


def _cells(preview: Preview, number: int) -> list[str]:
    cells = preview.grid.rows[number - 1]
    places = [preview.places.get(column.name, len(cells)) for column in preview.columns]
    return [text_of(cells[place]) if place < len(cells) else "" for place in places]
