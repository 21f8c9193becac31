from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytest_django import Settings

from zhunru.core.actors import COUNTY
from zhunru.core.errors import DomainError
from zhunru.files import sheets, storage
from zhunru.files.checks import Checked
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets.tests.books import COLUMNS, GOOD, HEADER, book, read, taken

VALUES = {
    "code": "S-001",
    "title": "报送台账",
    "kind": "ledger",
    "villages": ("540522100001", "540522100002"),
    "since": date(2026, 1, 31),
    "funds": Decimal("3600.50"),
    "times": Decimal(2),
}


def places(preview: sheets.Preview) -> list[str]:
    return [fault.cell or str(fault.row) for fault in preview.faults]


def test_a_plain_table_is_read() -> None:
    preview = read(HEADER, GOOD)
    assert preview.faults == []
    assert [(row.number, row.values) for row in preview.rows] == [(2, VALUES)]
    assert preview.grid.name == "现有事项"


def test_titles_above_blank_rows_between_and_footers_below_are_tolerated_and_told() -> None:
    preview = read(
        ("村级组织现有工作事项登记表",),
        (),
        ("填报单位：", "演示县民政局"),
        HEADER,
        GOOD,
        (None, "  ", "\u3000"),
        HEADER,
        ("S-002", "另一事项"),
        ("合 计", None, None, None, None, 3600.5),
        ("填表人：张三", None, "审核人：李四"),
    )
    assert preview.faults == []
    assert [(row.number, row.values["code"]) for row in preview.rows] == [(5, "S-001"), (8, "S-002")]
    assert preview.skipped == [(7, "事项编号"), (9, "合 计"), (10, "填表人：张三")]


def test_a_row_that_only_looks_like_a_footer_is_read() -> None:
    preview = read(HEADER, ("合计", "合计口径核对"), ("备注：S-3", "备注"))
    assert [row.values["title"] for row in preview.rows] == ["合计口径核对", "备注"]


def test_headers_are_found_in_any_order_under_other_words_and_with_additions() -> None:
    header = ("每月 次数", "经费", "编号：", "备用", "承接村(社区)", "* 事项名称", "开始\n日期")
    preview = read(
        header, (2, "３，６００．５０", "S-001", "不用", "540522100001，540522100002", "报送台账", "2026/1/31")
    )
    assert preview.faults == []
    assert preview.rows[0].values == VALUES | {"kind": ""}


def test_the_sheet_with_the_columns_is_found_and_hidden_ones_are_left_aside() -> None:
    content = book(HEADER, GOOD, hidden=("旧表",))
    assert sheets.read_sheet(taken(content), COLUMNS).grid.name == "现有事项"


def test_every_faulty_cell_is_named_by_its_place_with_what_it_should_hold() -> None:
    preview = read(
        ("登记表",),
        HEADER,
        (None, "长" * 31, "会议", "1" * 13, "去年", "很多", 1.5),
        ("S-002", None, "ledger", None, datetime(2026, 1, 31, 8, 30), -1, 32),
    )
    assert places(preview) == ["A3", "B3", "C3", "D3", "E3", "F3", "G3", "B4", "E4", "F4", "G4"]
    said = {fault.cell: fault.message for fault in preview.faults}
    assert said["A3"] == "此格不能为空"
    assert said["B3"] == "最多 30 个字，现有 31 个字"
    assert said["C3"] == "应为 工作事项、台账报表 之一，现为“会议”"
    assert said["F3"] == "应为数字，现为“很多”"
    assert said["G3"] == "应为整数"
    assert said["G4"] == "应在 0 至 31 之间"
    assert str(preview.faults[0]) == "现有事项 A3 事项编号：此格不能为空"
    assert [fault.row for fault in preview.faults[:1]] == [3]


def test_a_rule_of_the_domain_lands_at_its_cell_or_its_row() -> None:
    preview = read(HEADER[:2], GOOD[:2])
    row = preview.rows[0]
    row.fault("title", "没有这个事项")
    row.fault("funds", "没有经费")
    row.fault("", "整行不对")
    assert places(preview) == ["B2", "2", "2"]
    assert [fault.label for fault in preview.faults] == ["事项名称", "经费（元）", ""]


def test_missing_and_doubled_columns_are_told_at_the_header() -> None:
    preview = read((), ("事项名称", "开始日期", "开始日期"), ("报送台账", "2026-01-31", None))
    assert [(fault.row, fault.cell) for fault in preview.faults] == [(2, ""), (2, "B2")]
    assert "事项编号" in preview.faults[0].message


@pytest.mark.parametrize("rows", [(), (("甲", "乙"),), ((),) * 10 + (HEADER, GOOD)], ids=["empty", "other", "too low"])
def test_a_table_without_the_header_is_told_so(rows: tuple[tuple[str, ...], ...]) -> None:
    preview = read(*rows)
    assert (places(preview), preview.rows) == (["0"], [])
    assert "表头" in preview.faults[0].message


def test_a_header_without_rows_is_told_so() -> None:
    assert places(read(HEADER, ())) == ["0"]


def test_numbers_typed_as_numbers_are_read_as_the_codes_that_they_are() -> None:
    preview = read(HEADER, (20260001, 12.5, None, 540522100001, 20260131))
    assert preview.faults == []
    values = preview.rows[0].values
    assert (values["code"], values["title"]) == ("20260001", "12.5")
    assert values["villages"] == ("540522100001",)
    assert values["since"] == date(2026, 1, 31)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_like_a_workbook(encoding: str) -> None:
    text = (
        "登记表\r\n"
        + ",".join(HEADER)
        + '\r\nS-001,报送台账,台账报表,"540522100001,540522100002",2026年1月31日,"3,600.5",2\r\n\r\n'
    )
    preview = sheets.read_sheet(taken(text.encode(encoding), "表.csv"), COLUMNS)
    assert preview.faults == []
    assert [(row.number, row.values) for row in preview.rows] == [(3, VALUES)]


def test_a_csv_file_with_a_stray_quote_is_refused_by_its_row() -> None:
    with pytest.raises(RefusedError, match="第 2 行"):
        sheets.read_sheet(taken(b'a,b\n1,"x"y\n', "表.csv"), COLUMNS)


def test_the_two_steps_read_the_same_file(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path
    for file in (taken(book(HEADER, GOOD)), taken(",".join(HEADER).encode() + b"\nS-001,x\n", "a.csv")):
        first = sheets.begin(COUNTY, file, COLUMNS)
        second = sheets.resume(COUNTY, first.file.sha256, COLUMNS)
        assert second.rows == first.rows
        assert second.file.sha256 == file.sha256
        assert second.rows
        with pytest.raises(DomainError, match="重新上传"):
            sheets.resume("t_540522100", first.file.sha256, COLUMNS)


def test_step_two_takes_nothing_that_is_no_table(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path
    sha256 = storage.store(COUNTY, b"%PDF-1.7 something else that was handed in")
    with pytest.raises(RefusedError):
        sheets.resume(COUNTY, sha256, COLUMNS)


def test_a_file_that_cannot_be_read_is_not_kept(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path
    with pytest.raises(RefusedError):
        sheets.begin(COUNTY, taken(b'a,"b"c\n', "a.csv"), COLUMNS)
    assert list(tmp_path.iterdir()) == []


def test_the_browser_gets_the_first_rows_and_faults_and_how_many_there_are() -> None:
    rows = [("S-1", "x" * 31, None, None, "2026-01-31")] * 300
    preview = read(HEADER, *rows, ("合计",))
    shown = sheets.PreviewOut.of(preview)
    assert (shown.row_count, shown.fault_count, len(shown.rows), len(shown.faults)) == (300, 300, 50, 200)
    assert (shown.faults[0].cell, shown.faults[0].label) == ("B2", "事项名称")
    assert (shown.rows[0].cells[:2], shown.rows[0].faulty) == (["S-1", "x" * 31], True)
    assert len(shown.rows[0].cells) == len(shown.columns) == len(COLUMNS)
    assert shown.skipped == ["302: 合计"]
    assert isinstance(preview.file, Checked)


def test_a_faulty_row_far_down_is_shown_before_good_ones() -> None:
    preview = read(HEADER, *[("S-1", "春灌", None, None, "2026-01-31")] * 99, ("S-1", "x" * 31, None, None, None))
    shown = sheets.PreviewOut.of(preview).rows
    assert [row.number for row in shown] == [*range(2, 51), 101]
    assert [row.faulty for row in shown] == [False] * 49 + [True]
