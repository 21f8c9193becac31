"""A sheet may claim what it likes: what is read is bounded, and the server's own process reads none of it."""

import sys

import pytest

from zhunru.files import sheets
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets import child, grids
from zhunru.files.sheets.tests.books import COLUMNS, GOOD, HEADER, book, read, rewritten, taken
from zhunru.files.tests import samples

SHEET = "xl/worksheets/sheet1.xml"


def cell_at(place: str, row: int) -> bytes:
    """A workbook whose only sheet has the header and one more cell, far away."""
    content = book(HEADER, GOOD)
    far = f'<row r="{row}"><c r="{place}{row}"><v>1</v></c></row></sheetData>'.encode()
    return rewritten(content, SHEET, b"</sheetData>", far)


def test_as_many_rows_as_are_allowed_are_read() -> None:
    rows = [("S-1", "事项")] * (child.MAX_ROWS - 1)
    preview = read(HEADER, *rows)
    assert (len(preview.rows), preview.faults) == (child.MAX_ROWS - 1, [])


@pytest.mark.parametrize(("place", "row"), [("A", 10_001), ("G", 1_048_576), ("GS", 3)])
def test_a_sheet_with_too_many_rows_or_columns_is_told_its_size(place: str, row: int) -> None:
    preview = sheets.read_sheet(taken(cell_at(place, row)), COLUMNS)
    assert preview.rows == []
    assert [fault.row for fault in preview.faults] == [0]
    assert str(row if place != "GS" else 201) in preview.faults[0].message


def test_a_csv_file_with_too_many_rows_is_told_its_size() -> None:
    preview = sheets.read_sheet(taken(b"a,b\n" * 20_000, "a.csv"), COLUMNS)
    assert "20000" in preview.faults[0].message
    assert preview.rows == []


def test_a_sheet_of_seventeen_thousand_million_cells_ends_the_child_only() -> None:
    with pytest.raises(RefusedError) as caught:
        sheets.read_sheet(taken(cell_at("XFD", 1_048_576)), COLUMNS)
    assert (caught.value.code, caught.value.field) == ("sheet_unreadable", "file")


def test_a_size_that_is_only_claimed_does_no_harm() -> None:
    claimed = rewritten(book(HEADER, GOOD), SHEET, b'<dimension ref="A1:G2"', b'<dimension ref="A1:XFD1048576"')
    assert len(sheets.read_sheet(taken(claimed), COLUMNS).rows) == 1


def test_one_long_text_in_every_cell_is_too_much() -> None:
    text = "长" * 4000
    content = book(HEADER, *[(text,) * 100] * 60)
    with pytest.raises(RefusedError, match="过大"):
        grids.from_workbook(content)


def test_a_long_text_is_cut_and_told() -> None:
    preview = read(HEADER, ("S-1", "长" * 30_000))
    assert preview.faults[0].cell == "B2"
    assert len(str(preview.grid.rows[1][1])) == child.MAX_CELL


def test_a_workbook_that_is_none_is_refused() -> None:
    for content in (
        samples.docx(main=samples.XLSX_MAIN),
        rewritten(book(HEADER), SHEET, b"<sheetData>", b"<sheetData"),
    ):
        with pytest.raises(RefusedError) as caught:
            grids.from_workbook(content)
        assert caught.value.code == "sheet_unreadable"


def test_only_the_first_visible_sheets_are_looked_at() -> None:
    content = book(HEADER, GOOD, hidden=[f"隐藏{n}" for n in range(20)])
    assert [grid.name for grid in grids.from_workbook(content)] == ["现有事项"]


def test_a_child_that_answers_nothing_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "SECONDS", 0.001)
    with pytest.raises(RefusedError):
        grids.from_workbook(book(HEADER))


def test_the_server_itself_does_not_load_the_library() -> None:
    grids.from_workbook(book(HEADER))
    assert "python_calamine" not in sys.modules
