"""Lists that are tables of a document."""

import time

import pytest

from zhunru.files import sheets
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets import grids
from zhunru.files.sheets.tests.books import opened
from zhunru.files.sheets.tests.test_messy import COLUMNS, HEADER, LAW, values
from zhunru.files.sheets.tests.words import cell, document, paragraph, row, table, taken
from zhunru.files.tests import samples
from zhunru.files.types import SHEETS


def read(*parts: str) -> sheets.Preview:
    return sheets.read_sheets(taken(document(*parts)), COLUMNS)


def test_a_table_with_merged_cells_a_group_and_a_title_is_read() -> None:
    preview = read(
        paragraph("依法履职事项清单"),
        paragraph(""),
        table(
            row(cell("某县清单", span=6)),
            row(*[cell(one, merge="restart") for one in HEADER[:4]], cell("责任部门", span=2)),
            row(*[cell("", merge="continue") for _n in range(4)], "主责部门", "配合部门"),
            row("1", cell("党的建设", merge="restart"), "宣传\n宪法", "依据：〈甲法〉第九条", "司法局", "无"),
            row("2", cell("", merge="continue"), "调解", LAW, "司法局", "—"),
            row("3", "平安", "联防", LAW, "", ""),
            row(cell("合计", span=2), "3 项", "", "", ""),
        ),
        paragraph("县委社会工作部"),
    )
    assert preview.faults == []
    assert values(preview, "title") == ["宣传宪法", "调解", "联防"]
    assert values(preview, "category") == ["党的建设", "党的建设", "平安"]
    assert values(preview, "basis") == [LAW] * 3
    assert preview.sections[0].titles[:2] == ["表1", "依法履职事项清单"]
    assert preview.skipped == [(7, "合计")]
    assert ("B5", "", "党的建设") in [(guess.cell, guess.stood, guess.understood) for guess in preview.guesses]


def test_several_tables_go_on_with_and_without_their_header() -> None:
    preview = read(
        table(HEADER, ("1", "甲", "一", LAW, "", "")),
        paragraph(""),
        table(("2", "甲", "二", LAW, "", "")),
        table(HEADER, ("3", "乙", "三", LAW, "", ""), HEADER, ("4", "乙", "四", LAW, "", "")),
        paragraph("附：联系方式"),
        table(("部门", "电话")),
    )
    assert preview.faults == []
    assert values(preview, "title") == ["一", "二", "三", "四"]
    assert [(row.sheet, row.number) for row in preview.rows] == [("表1", 2), ("表2", 1), ("表3", 2), ("表3", 4)]
    assert [guess.sheet for guess in preview.guesses] == ["表2"]
    assert sorted(preview.skipped) == [(0, "表4：没有表头，未读取"), (3, "表3：序号")]


def test_a_fault_is_named_by_table_and_cell_and_the_corrected_file_is_a_workbook() -> None:
    preview = read(table(HEADER, ("1", "甲", "", LAW, "", "")), table(HEADER, ("1", "甲", "一", "", "", "")))
    assert [str(fault) for fault in preview.faults] == [
        "表1 C2 事项名称：此格不能为空",
        "表2 D2 法律依据：此格不能为空",
    ]
    book = opened(sheets.corrected_workbook(preview)).parent
    assert book.sheetnames == ["表1", "表2"]
    assert book["表2"]["D2"].comment.text == "此格不能为空"


def test_tables_within_cells_deleted_rows_and_boxes_do_not_confuse() -> None:
    inner = table(("里", "面"))
    deleted = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("9") + cell("旧") * 5 + "</w:tr>"
    nested = f"<w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{inner}<w:p/></w:tc>"
    preview = read(table(HEADER, row("1", "甲", nested, LAW, "", ""), deleted, ("2", "甲", "二", LAW, "", "")))
    assert values(preview, "title") == ["外里面", "二"]
    assert len(preview.sections) == 1


def test_a_document_is_taken_only_where_documents_are_asked_for() -> None:
    with pytest.raises(RefusedError) as caught:
        taken(document(table(HEADER)), types=SHEETS)
    assert caught.value.code == "file_type"


def test_a_document_without_a_table_is_told_so() -> None:
    assert "表头" in read(paragraph("清单")).faults[0].message


@pytest.mark.parametrize("padding", [0, 5_000])
def test_entities_are_refused_wherever_they_are_declared(padding: int) -> None:
    bomb = f"<!--{'x' * padding}-->" + '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'
    with pytest.raises(RefusedError):
        sheets.read_sheets(taken(document(paragraph("&b;"), declared=bomb)), COLUMNS)


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        sheets.read_sheets(taken(document("<w:tbl><w:tr>")), COLUMNS)
    assert caught.value.code == "sheet_unreadable"


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/activeX/activeX1.xml"])
def test_macros_are_refused(name: str) -> None:
    with pytest.raises(RefusedError) as caught:
        taken(samples.docx({name: b"macro"}))
    assert caught.value.code == "file_active"


def test_a_document_that_unfolds_without_end_is_refused_in_time() -> None:
    begun = time.monotonic()
    for inside in ("<w:p/>" * 12_000_000, f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 3_000_000}</w:tr></w:tbl>"):
        with pytest.raises(RefusedError):
            grids.of_file(taken(document(inside)))
    assert time.monotonic() - begun < 60


def test_wide_and_long_tables_are_told_their_size() -> None:
    wide = read(table(row(cell("清单", span=900)), HEADER))
    assert "900" in wide.faults[0].message
    claimed = read(table(row(*[cell("宽", span=99_999)] * 50)))
    assert claimed.rows == []


def test_five_thousand_rows_are_read_in_bounded_time() -> None:
    rows = [
        (str(n), "甲" if n % 50 == 0 else "", f"事项{n}", "依据：〈甲法〉第九条", "无", "民政局") for n in range(5_000)
    ]
    begun = time.monotonic()
    preview = read(table(HEADER, *rows))
    assert (len(preview.rows), preview.faults) == (5_000, [])
    assert sheets.PreviewOut.of(preview).guess_count == len(preview.guesses) > 10_000
    assert len(sheets.corrected_workbook(preview)) > 10_000
    assert time.monotonic() - begun < 60
