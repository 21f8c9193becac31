import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.files import sheets
from zhunru.files.sheets import Column, Kind, Value
from zhunru.files.sheets.cells import RISKY
from zhunru.files.sheets.tests.books import COLUMNS, GOOD, HEADER, book, opened, read, taken

ROW: dict[str, Value] = {
    "code": "0012",
    "title": '=HYPERLINK("http://a.example")',
    "kind": "work_matter",
    "villages": ("540522100001", "540522100002"),
    "since": date(2026, 1, 31),
    "funds": Decimal("3600.50"),
    "times": Decimal(0),
}
NOTHING: dict[str, Value] = {"kind": "", "villages": (), "since": None, "funds": None, "times": None}


def test_what_is_exported_can_be_imported_as_it_is() -> None:
    rows: list[dict[str, Value]] = [ROW, {"code": "S-2", "title": "另一"}]
    for content, name in (
        (sheets.export_workbook(COLUMNS, rows), "a.xlsx"),
        (sheets.export_csv(COLUMNS, rows), "a.csv"),
    ):
        preview = sheets.read_sheet(taken(content, name), COLUMNS)
        assert preview.faults == []
        assert [row.values for row in preview.rows] == [ROW, {"code": "S-2", "title": "另一"} | NOTHING]


@settings(max_examples=60)
@given(st.text(st.sampled_from("='+-@\t＝－＠a1，\n"), min_size=1, max_size=8))
def test_any_text_comes_back_as_it_went_out_and_is_never_computed(text: str) -> None:
    columns = (Column("title", "事项名称"),)
    content = sheets.export_csv(columns, [{"title": text}])
    written = content.decode("utf-8-sig").split("\r\n", 1)[1]
    assert not written.lstrip('"').startswith(RISKY)
    if text.strip("'").strip() and text == text.strip():
        preview = sheets.read_sheet(taken(content, "a.csv"), columns)
        assert [row.values["title"] for row in preview.rows] == [text]


@pytest.mark.parametrize("sign", RISKY)
def test_no_cell_of_a_workbook_is_a_formula(sign: str) -> None:
    sheet = opened(sheets.export_workbook(COLUMNS, [{"code": f"{sign}1+1", "title": f"{sign}cmd|' /C calc'!A0"}]))
    for cell in sheet[2][:2]:
        assert cell.data_type == "s"
        assert cell.value.startswith("'")


def test_numbers_and_dates_are_numbers_and_dates_for_the_office_program() -> None:
    sheet = opened(sheets.export_workbook(COLUMNS, [ROW | {"funds": Decimal("-5")}]))
    cells = {column.name: cell for column, cell in zip(COLUMNS, sheet[2], strict=True)}
    assert (cells["code"].value, cells["funds"].value) == ("0012", -5)
    assert cells["since"].is_date
    assert cells["kind"].value == "工作事项"
    assert sheet.freeze_panes == "A2"


def test_rows_are_taken_one_by_one() -> None:
    taken_so_far = []

    def rows() -> Iterator[dict[str, Value]]:
        for number in range(3):
            taken_so_far.append(number)
            yield {"code": str(number), "title": "x"}

    assert opened(sheets.export_workbook(COLUMNS, rows())).max_row == 4
    assert taken_so_far == [0, 1, 2]


def test_the_template_names_the_columns_offers_the_choices_and_is_read_as_an_empty_table() -> None:
    content = sheets.template_workbook(COLUMNS)
    sheet = opened(content)
    assert [cell.value for cell in sheet[1]][:3] == ["事项编号*", "事项名称*", "类别"]
    assert "必填" in sheet["A1"].comment.text
    assert [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation] == [
        ("C2:C1000", '"工作事项,台账报表"')
    ]
    assert sheet.column_dimensions["A"].number_format == "@"
    preview = sheets.read_sheet(taken(content), COLUMNS)
    assert [fault.message for fault in preview.faults] == ["表头之下没有内容"]


def test_choices_that_the_format_has_no_room_for_are_only_explained() -> None:
    many = Column("k", "类别", Kind.CHOICE, choices={str(n): f"很长的选项{n}" for n in range(100)})
    assert opened(sheets.template_workbook([many])).data_validations.dataValidation == []


def test_the_corrected_sheet_is_the_same_sheet_with_its_faults_coloured_and_commented() -> None:
    preview = read(
        ("登记表",),
        HEADER,
        ("S-1", None, "会议", 540522100001.0, date(2026, 1, 31), "很多"),
        ("S-2", "'=2+2", None, None, None, True),
    )
    preview.rows[0].fault("title", "再说一遍")
    preview.rows[1].fault("", "整行不对")
    sheet = opened(sheets.corrected_workbook(preview))
    assert sheet.title == "现有事项"
    assert [cell.value for cell in sheet[2]] == list(HEADER)
    assert [cell.value for cell in sheet[3]][3:4] == [540522100001]
    assert sheet["B3"].comment.text == "此格不能为空\n再说一遍"
    assert sheet["A4"].comment.text == "整行不对"
    assert sheet["B4"].value == "'=2+2"
    faulty = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fill_type == "solid"}
    assert faulty == {"B3", "C3", "F3", "A4", "F4"}


def test_a_corrected_sheet_put_right_is_taken() -> None:
    preview = read(HEADER, ("S-1", None, *GOOD[2:]))
    corrected = sheets.corrected_workbook(preview)
    again = sheets.read_sheet(taken(corrected), COLUMNS)
    assert [fault.cell for fault in again.faults] == ["B2"]
    mended = opened(corrected)
    mended["B2"] = "报送台账"
    out = io.BytesIO()
    mended.parent.save(out)
    assert sheets.read_sheet(taken(out.getvalue()), COLUMNS).faults == []


def test_a_sheet_that_has_no_header_comes_back_with_the_fault_at_its_corner() -> None:
    for preview in (read(("甲",)), read()):
        sheet = opened(sheets.corrected_workbook(preview))
        assert "表头" in sheet["A1"].comment.text


def test_names_and_texts_that_no_workbook_may_hold_are_cleaned() -> None:
    preview = sheets.read_sheet(taken(",".join(HEADER).encode() + "\nS-1,甲乙\n".encode(), "a.csv"), COLUMNS)
    object.__setattr__(preview.grid, "name", "a/b[c]:*?'" + "长" * 40)
    preview.grid.rows[1][1] = "甲\x0b乙"
    sheet = opened(sheets.corrected_workbook(preview))
    assert sheet.title == ("abc" + "长" * 40)[:31]
    assert sheet["B2"].value == "甲乙"


def test_more_faults_than_a_program_shows_well_are_only_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.files.sheets.correcting.MAX_COMMENTS", 2)
    sheet = opened(sheets.corrected_workbook(read(HEADER, *[("S-1", None)] * 4)))
    assert [bool(sheet.cell(row, 2).comment) for row in range(2, 6)] == [True, True, False, False]
    assert all(sheet.cell(row, 2).fill.fill_type == "solid" for row in range(2, 6))


def test_an_empty_book_is_a_book() -> None:
    assert opened(sheets.export_workbook(COLUMNS, [])).max_row == 1
    assert book()
