"""A table of existing matters is looked at first: what would come, and every fault at its cell."""

import io

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone
from openpyxl import load_workbook

from zhunru.admissions.legacy import table as legacy_table
from zhunru.admissions.models import Matter
from zhunru.admissions.tests import stage as way
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.legacy.uploads import TWO, committed, faults, previewed, upload
from zhunru.admissions.tests.legacy_tables import ROW
from zhunru.admissions.tests.stage import Stage
from zhunru.files import sheets
from zhunru.files.sheets.tests.books import opened
from zhunru.tenancy.context import county_context


def test_a_preview_takes_nothing_over_and_says_what_would_come(desk: Desk) -> None:
    shown = previewed(desk, *TWO)
    assert (shown["row_count"], shown["fault_count"], shown["imported"]) == (2, 0, None)
    assert shown["departments"] == [{"department": "县水务局", "rows": 1}, {"department": "县农业农村局", "rows": 1}]
    assert shown["readmit_by"] == (timezone.localdate() + relativedelta(months=6)).isoformat()
    assert desk.get(f"/legacy/preview/{shown['sha256']}")["rows"] == shown["rows"]
    with county_context():
        assert not Matter.objects.exists()


def test_every_fault_is_told_at_its_cell(desk: Desk) -> None:
    told = faults(
        desk,
        {"部门": "县气象台", "事项名称": "", "对象类型": "别的"},
        {"依据文件": "", "每村每月人日": "很多", "每村经费（元）": "-1", "涉及村": "月亮村"},
        {"事项名称": "河道清淤", "版本日期": "去年", "开始日期": "", "每村每月人日": 0.25, "涉及村": ""},
        {"事项名称": "长" * 61, "工作内容（村职责）": ""},
    )
    assert [cell for cell, _message in told] == [
        "A2", "B2", "C2", "E3", "I3", "J3", "L3", "G4", "I4", "L4", "M4", "B5", "D5",
    ]  # fmt: skip
    said = dict(told)
    assert said["A2"] == "没有名为“县气象台”的县直部门"
    assert said["E3"] == "填写了条款或版本日期的，请填写依据文件"
    assert said["L3"] == "没有名为“月亮村”的乡镇或村（社区）"


def test_a_matter_stands_once_in_the_table_and_among_those_known(desk: Desk, stage: Stage) -> None:
    committed(desk, {})
    with county_context():
        code = Matter.objects.get().code
        admitted = way.admitted(stage, stage.villages(0))
    told = faults(
        desk, {"事项名称": "河 道巡查"}, {"事项名称": admitted.title}, {"事项名称": "新事"}, {"事项名称": "新 事"}
    )
    assert told == [
        ("B2", f"该部门已有同名事项 {code}"),
        ("B3", f"该部门已有同名事项 {admitted.code}"),
        ("B5", "与第 4 行重复：同一部门的同名事项只填一次"),
    ]
    assert faults(desk, {"部门": "县农业农村局"}) == []


def test_the_corrected_sheet_marks_the_faulty_cells(desk: Desk) -> None:
    shown = previewed(desk, {"部门": "县气象台"})
    answer = desk.ask("GET", f"/legacy/preview/{shown['sha256']}/corrected")
    assert answer["Content-Disposition"].startswith("attachment;")
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet["A2"].comment.text == "没有名为“县气象台”的县直部门"
    assert sheet["B2"].comment is None
    assert sheet["B2"].value == ROW["事项名称"]


def test_the_template_has_the_columns_and_is_read_as_an_empty_table(desk: Desk) -> None:
    answer = desk.ask("GET", "/legacy/template")
    header = [str(cell.value).rstrip("*") for cell in opened(answer.content)[1]]
    with county_context():
        assert header == [column.label for column in legacy_table.columns()]
    assert upload(desk, answer.content).json()["faults"][0]["message"] == "表头之下没有内容"


def test_a_template_that_was_filled_in_can_be_taken_over(desk: Desk) -> None:
    book = load_workbook(io.BytesIO(desk.ask("GET", "/legacy/template").content))
    book.worksheets[0].append(list(ROW.values()))
    out = io.BytesIO()
    book.save(out)
    assert upload(desk, out.getvalue()).json()["fault_count"] == 0


def test_a_table_of_too_many_rows_is_refused_as_a_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.admissions.legacy.judging.MOST_ROWS", 2)
    told = faults(desk, *({"事项名称": f"事项{n}"} for n in range(3)))
    assert told == [("", "最多导入 2 行，现有 3 行，请分成几个文件")]


def test_csv_is_read_too_and_anything_else_is_refused_at_the_file(desk: Desk) -> None:
    with county_context():
        text = sheets.export_csv(legacy_table.columns(), [])
    row = ",".join(str(value) for value in ROW.values()).encode()
    assert upload(desk, text + row, "存量.csv").json()["fault_count"] == 0
    for content, name in ((b"%PDF-1.7", "存量.pdf"), (b"", "空.xlsx"), (b"PK\x03\x04", "坏.xlsx")):
        answer = upload(desk, content, name)
        assert (answer.status_code, answer.json()["field"]) == (422, "file"), name
