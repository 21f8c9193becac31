"""Whatever stands in a table, reading it ends in a preview that can be shown and given back."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.files import sheets
from zhunru.files.checks import Checked
from zhunru.files.sheets.grids import Grid, Grids, Range
from zhunru.files.sheets.tests.test_messy import COLUMNS, HEADER
from zhunru.files.types import FileType

WORDS = (
    *HEADER,
    "依据：〈甲〉第一条",
    "合计",
    "同上",
    "一、党建",
    "填表人：",
    "无",
    "=1",
    "1",
    "2",
    "3",
    "责任部门",
    "\x00",
)
CELLS = st.one_of(st.none(), st.sampled_from(WORDS), st.integers(-3, 3), st.floats(), st.dates(), st.text(max_size=4))
RANGES = st.tuples(*[st.integers(0, 7)] * 4).map(
    lambda e: Range(min(e[0], e[2]), min(e[1], e[3]), max(e[0], e[2]), max(e[1], e[3]))
)
ROWS = st.lists(st.one_of(st.lists(CELLS, max_size=8), st.just(list(HEADER))), max_size=14)


@st.composite
def grids(draw: st.DrawFn, number: int = 1) -> Grid:
    rows = draw(ROWS)
    width = max(map(len, rows), default=0)
    return Grid(
        f"表{number}", len(rows), width, rows, draw(st.lists(RANGES, max_size=5)), draw(st.sampled_from(("", "甲")))
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1, 3).flatmap(grids), max_size=3, unique_by=lambda grid: grid.name), st.booleans())
def test_any_table_is_read_shown_and_given_back(found: list[Grid], every: bool) -> None:
    file = Checked("a.docx", FileType.DOCX, 1, "0" * 64, b"")
    with patch("zhunru.files.sheets.grids.of_file", lambda _file: Grids(found)):
        preview = (sheets.read_sheets if every else sheets.read_sheet)(file, COLUMNS)
    shown = sheets.PreviewOut.of(preview)
    assert shown.row_count == len(preview.rows)
    assert shown.fault_count or shown.row_count
    assert sheets.corrected_workbook(preview)
    assert all(set(row.values) == {column.name for column in COLUMNS} for row in preview.rows)
