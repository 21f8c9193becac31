"""Tables as offices write them: what is meant is read, and each guess is marked at its cell."""

import io
from collections.abc import Sequence
from typing import Any

import pytest
from openpyxl import Workbook

from zhunru.files import sheets
from zhunru.files.sheets import BLANKS, BOOK_MARKS, DOCUMENT_NUMBERS, HALF_WIDTH, ONE_LINE, Column, Kind, prefixed
from zhunru.files.sheets.tests.books import opened, taken

COLUMNS = (
    Column("seq", "序号", Kind.NUMBER, places=0, counting=True),
    Column("category", "事项类别", fill_down=True),
    Column("title", "事项名称", required=True, rewrites=(ONE_LINE, HALF_WIDTH)),
    Column(
        "basis", "法律依据", required=True, max_length=600, aliases=("依据",),
        rewrites=(prefixed("依据"), BOOK_MARKS, DOCUMENT_NUMBERS),
    ),
    Column("lead", "主责部门", blanks=BLANKS),
    Column("support", "配合部门", blanks=BLANKS),
)  # fmt: skip
HEADER = ("序号", "事项类别", "事项名称", "法律依据", "主责部门", "配合部门")
LAW = "《甲法》第九条"


def book(*sheets_: tuple[str, Sequence[Sequence[Any]], Sequence[str]]) -> bytes:
    """Each sheet with its name, its rows and its merged cells."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows, merged in sheets_:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> sheets.Preview:
    return sheets.read_sheets(taken(book(("清单", rows, merged))), COLUMNS)


def values(preview: sheets.Preview, name: str) -> list[Any]:
    return [row.values[name] for row in preview.rows]


def guesses(preview: sheets.Preview) -> list[tuple[str, str, str]]:
    return [(guess.cell, guess.stood, guess.understood) for guess in preview.guesses]


def test_a_county_list_is_read_as_it_is_written() -> None:
    preview = read(
        (
            ("演示县村（社区）依法履职事项清单",),
            ("填报单位：县委社会工作部", None, None, None, "2026年5月"),
            ("序号", "事项类别", "事项名称", "法律依据", "责任部门", None),
            (None, None, None, None, "主责部门", "配合部门"),
            (1, 2, 3, 4, 5, 6),
            ("１", "党的建设", "宣传\n宪法（２０１８年）", "依据：〈甲法〉第九条", "司法局", "无"),
            (2, None, "调解纠纷", "《乙〈丙〉办法》、民发[2020]41号《丁》", "——", "公安局"),
            (),
            (3, "平安建设", "治安联防", LAW, "公安局", "/"),
            ("合计", None, "3项"),
            ("审核人：", None, "填表人：李某"),
            (None, None, None, None, "县委社会工作部（盖章）"),
            (None, None, None, None, "2026年5月1日"),
        ),
        ("A1:F1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "B6:B7", "A10:B10"),
    )
    assert preview.faults == []
    assert [row.number for row in preview.rows] == [6, 7, 9]
    assert values(preview, "category") == ["党的建设", "党的建设", "平安建设"]
    assert values(preview, "title") == ["宣传宪法（2018年）", "调解纠纷", "治安联防"]
    assert values(preview, "basis") == ["《甲法》第九条", "《乙〈丙〉办法》、民发〔2020〕41号《丁》", LAW]
    assert values(preview, "lead") == ["司法局", "", "公安局"]
    assert values(preview, "support") == ["", "公安局", ""]
    assert [row for row, _text in preview.skipped] == [5, 10, 11, 12, 13]
    assert [cell for cell, _stood, _understood in guesses(preview)] == ["C6", "D6", "F6", "B7", "D7", "E7", "F9"]
    assert guesses(preview)[1] == ("D6", "依据：〈甲法〉第九条", "《甲法》第九条")
    assert guesses(preview)[3] == ("B7", "", "党的建设")


@pytest.mark.parametrize("above", range(10))
def test_the_header_is_found_on_any_of_the_first_ten_rows(above: int) -> None:
    rows = [("某县清单（征求意见稿）",)] * above
    preview = read([*rows, HEADER, (1, "党建", "宣传", LAW)])
    assert (preview.header_row, values(preview, "title")) == (above + 1, ["宣传"])


def test_groups_over_columns_are_told_apart_in_csv_too() -> None:
    text = "序号,事项名称,法律依据,责任部门,\n,,,主责部门,配合部门\n1,宣传,《甲法》第九条,司法局,公安局\n"
    preview = sheets.read_sheets(taken(text.encode("gb18030"), "清单.csv"), COLUMNS)
    assert preview.faults == []
    assert (values(preview, "lead"), values(preview, "support")) == (["司法局"], ["公安局"])


def test_a_column_under_two_groups_is_known_by_its_group() -> None:
    columns = (Column("title", "事项名称", required=True), Column("source", "经费来源"), Column("law", "依据来源"))
    rows = (
        ("事项名称", "依据", None, "经费", None),
        (None, "名称", "来源", "金额", "来源"),
        ("宣传", "甲", "乙", 3, "财政"),
    )
    content = book(("清单", rows, ("A1:A2", "B1:C1", "D1:E1")))
    preview = sheets.read_sheets(taken(content), columns)
    assert (preview.faults, [row.values for row in preview.rows]) == (
        [],
        [{"title": "宣传", "source": "财政", "law": "乙"}],
    )


def test_a_column_split_under_its_group_is_read_as_one() -> None:
    rows = (
        ("事项名称", "法律依据", None, "主责部门"),
        (None, "名称", "条款", None),
        ("一", "《甲法》", "第九条", "司法局"),
        ("二", None, "第十条", "司法局"),
        ("三", "《乙法》", None, None),
    )
    preview = read(rows, ("A1:A2", "B1:C1", "D1:D2", "B3:B4"))
    assert preview.faults == []
    assert values(preview, "basis") == ["《甲法》第九条", "《甲法》第十条", "《乙法》"]
    assert [cell for cell, *_rest in guesses(preview)] == ["B3", "B4"]
    again = sheets.read_sheets(taken(sheets.corrected_workbook(preview)), COLUMNS)
    assert (values(again, "basis"), again.faults, again.guesses) == (values(preview, "basis"), [], [])


def test_unmerged_categories_go_down_unless_somebody_writes_them_on_each_row() -> None:
    once = read((HEADER, (1, "甲", "一", LAW), (2, None, "二", LAW), (3, "乙", "三", LAW)))
    assert values(once, "category") == ["甲", "甲", "乙"]
    assert guesses(once) == [("B3", "", "甲")]
    each = read((HEADER, (1, "甲", "一", LAW), (2, "甲", "二", LAW), (3, None, "三", LAW)))
    assert (values(each, "category"), each.guesses) == (["甲", "甲", ""], [])
    merged = read(
        (HEADER, (1, "甲", "一", LAW), (2, None, "二", LAW), (3, None, "三", LAW)),
        ("B2:B3",),
    )
    assert values(merged, "category") == ["甲", "甲", ""]


def test_headings_between_the_rows_are_their_category() -> None:
    preview = read(
        (
            HEADER,
            ("一、党的建设（2项）",),
            (1, None, "一", LAW),
            (2, None, "二", LAW),
            ("平安建设",),
            (3, None, "三", LAW),
            ("本清单由县委社会工作部解释",),
        ),
        ("A2:F2", "A5:F5", "A7:F7"),
    )
    assert preview.faults == []
    assert values(preview, "category") == ["党的建设", "党的建设", "平安建设"]
    assert preview.skipped == [(7, "本清单由县委社会工作部解释")]


def test_a_merged_value_belongs_to_each_of_its_rows_and_the_same_above_too() -> None:
    preview = read(
        (HEADER, (1, "甲", "一", LAW, "司法局"), (2, "甲", "二", "同上", None), (3, "乙", "三", "〃", "民政局")),
        ("E2:E3",),
    )
    assert values(preview, "lead") == ["司法局", "司法局", "民政局"]
    assert values(preview, "basis") == [LAW] * 3
    assert [cell for cell, *_rest in guesses(preview)] == ["D3", "E3", "D4"]


def test_a_word_for_nothing_is_nothing_only_where_the_column_says_so() -> None:
    preview = read((HEADER, (1, "甲", "无", LAW, "无", "—")))
    assert preview.rows[0].values["title"] == "无"
    assert (preview.rows[0].values["lead"], preview.rows[0].values["support"]) == ("", "")


@pytest.mark.parametrize(
    ("stood", "meant"),
    [
        ("〈甲法〉第一条", "《甲法》第一条"),
        ("<<甲法>>第一条", "《甲法》第一条"),
        ("＜甲法＞、《乙<丙>办法》", "《甲法》、《乙〈丙〉办法》"),
        ("《甲法》", "《甲法》"),
        ("甲法〉第一条〈", "甲法〉第一条〈"),
        ("民发（2020）41号《甲》", "民发〔2020〕41号《甲》"),
        ("民发［2020］第41 号《甲》（2020年）", "民发〔2020〕41号《甲》（2020年）"),
        ("依据: 依据《甲》", "依据《甲》"),
    ],
)
def test_laws_are_written_one_way(stood: str, meant: str) -> None:
    preview = read((HEADER, (1, "甲", "一", stood)))
    assert values(preview, "basis") == [meant]
    assert guesses(preview) == ([("D2", stood, meant)] if stood != meant else [])


def test_every_sheet_with_the_header_is_read_and_the_others_are_told() -> None:
    content = book(
        ("说明", (("本表由各部门填报",),), ()),
        ("司法局", (HEADER, (1, "甲", "一", LAW)), ()),
        ("公安局", (("公安局清单",), HEADER, (1, "甲", None, LAW), ("合计",)), ()),
        ("空", (), ()),
    )
    preview = sheets.read_sheets(taken(content), COLUMNS)
    assert [(row.sheet, row.number) for row in preview.rows] == [("司法局", 2), ("公安局", 3)]
    assert [str(fault) for fault in preview.faults] == ["公安局 C3 事项名称：此格不能为空"]
    assert preview.skipped == [(0, "说明：没有表头，未读取"), (4, "公安局：合计")]
    shown = sheets.PreviewOut.of(preview)
    assert shown.sheet == "司法局、公安局"
    assert [(row.sheet, row.faulty) for row in shown.rows] == [("司法局", False), ("公安局", True)]


def test_a_title_repeated_on_each_page_is_no_row() -> None:
    title, header = ("某县清单", None), HEADER
    preview = read((title, header, (1, "甲", "一", LAW), title, header, (2, "甲", "二", LAW)))
    assert (preview.faults, values(preview, "title")) == ([], ["一", "二"])


def test_rows_that_are_only_numbered_and_notes_below_the_footer_are_told_and_left_out() -> None:
    preview = read(
        (
            HEADER,
            (1, "甲", "一", LAW),
            (2,),
            (3,),
            ("说明：1.本清单由县委社会工作部解释；",),
            ("2.自公布之日起施行。",),
        ),
    )
    assert (preview.faults, values(preview, "title")) == ([], ["一"])
    assert [row for row, _text in preview.skipped] == [3, 4, 5, 6]


def test_a_text_alone_above_the_footer_is_a_row_that_lacks_the_rest() -> None:
    preview = read((HEADER, (1, "甲", "一", LAW), (None, None, None, "补充"), (2, "甲", "二", LAW)))
    assert [fault.cell for fault in preview.faults] == ["C3"]


def test_the_corrected_sheet_holds_what_was_understood_and_needs_no_guess_again() -> None:
    preview = read(
        (("清单",), HEADER, (1, "甲", "一", "依据：〈甲法〉第九条", "无"), (2, None, None, LAW, "同上")),
        ("A1:F1", "B3:B4"),
    )
    assert [fault.cell for fault in preview.faults] == ["C4"]
    content = sheets.corrected_workbook(preview)
    sheet = opened(content)
    assert (sheet["B4"].value, sheet["D3"].value, sheet["E3"].value) == ("甲", "《甲法》第九条", None)
    assert "原为“依据：〈甲法〉第九条”" in sheet["D3"].comment.text
    colours = {cell.coordinate: cell.fill.fgColor.rgb[2:] for row in sheet.iter_rows() for cell in row if cell.comment}
    assert (colours["C4"], colours["B4"]) == ("FFD9D2", "FFF2CC")
    again = sheets.read_sheets(taken(content), COLUMNS)
    assert [guess.cell for guess in again.guesses if guess.cell != "E4"] == []
    assert [fault.cell for fault in again.faults] == ["C4"]


def test_the_corrected_workbook_has_every_sheet_that_was_read() -> None:
    content = book(("甲", (HEADER, (1, "", None, LAW)), ()), ("乙", (HEADER, (1, "", "一", None)), ()))
    book_ = opened(sheets.corrected_workbook(sheets.read_sheets(taken(content), COLUMNS))).parent
    assert book_.sheetnames == ["甲", "乙"]
    assert book_["甲"]["C2"].comment
    assert book_["乙"]["D2"].comment
    assert not book_["乙"]["C2"].comment


def test_the_browser_sees_guesses_with_what_stood_and_what_was_understood() -> None:
    shown = sheets.PreviewOut.of(read((HEADER, *[(n, "甲", "一", f"〈法{n}〉") for n in range(300)])))
    assert (shown.guess_count, len(shown.guesses), shown.fault_count) == (300, 200, 0)
    first = shown.guesses[0]
    assert (first.cell, first.stood, first.understood, first.message) == ("D2", "〈法0〉", "《法0》", "书名号改为《》")
    assert shown.rows[0].guessed


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "＝1"])
def test_nothing_that_goes_out_is_a_formula(sign: str) -> None:
    columns = (Column("title", "事项名称"),)
    row = opened(sheets.export_workbook(columns, [{"title": sign}]))["A2"]
    assert (row.data_type, row.value[0]) == ("s", "'")
    text = sheets.export_csv(columns, [{"title": sign}]).decode("utf-8-sig")
    assert text.split("\r\n", 1)[1].lstrip('"').startswith("'")
