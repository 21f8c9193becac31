"""Existing matters are taken over in two steps, each with a term for its admission anew (domain 9.11: 存量清理)."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from openpyxl import load_workbook

from zhunru.admissions.legacy import importing
from zhunru.admissions.legacy import table as legacy_table
from zhunru.admissions.models import LegacyImport, Matter
from zhunru.admissions.schemas import Return
from zhunru.admissions.tests import stage as way
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.legacy_tables import ROW, table
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.files import sheets
from zhunru.files.sheets.tests.books import opened
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

TWO: tuple[dict[str, Any], ...] = (
    {},
    {"部门": "农业农村局", "事项名称": "惠农政策入户", "涉及村": "吉雄镇、新村", "备注": "2023年起"},
)


def desk_of(stage: Stage, name: str) -> Desk:
    with county_context():
        actor = stage.actor(name)
    return Desk(actor)


@pytest.fixture
def desk(stage: Stage) -> Desk:
    with county_context():
        farming = stage.departments["farming"]
        farming.short_name = "农业农村局"
        farming.record(actor=SYSTEM, reason="改简称")
    return desk_of(stage, "clerk")


def upload(desk: Desk, content: bytes, name: str = "存量事项.xlsx") -> Any:
    return desk.send("/legacy/preview", {"file": SimpleUploadedFile(name, content)})


def previewed(desk: Desk, *rows: dict[str, Any]) -> Any:
    answer = upload(desk, table(*rows))
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def committed(desk: Desk, *rows: dict[str, Any]) -> Any:
    return desk.post("/legacy/commit", {"sha256": previewed(desk, *rows)["sha256"]})


def faults(desk: Desk, *rows: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault["cell"], fault["message"]) for fault in previewed(desk, *rows)["faults"]]


# --- looking at a table ---


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


# --- taking it over ---


def test_each_row_becomes_a_matter_that_waits_for_its_admission(desk: Desk, stage: Stage) -> None:
    made = committed(desk, *TWO)
    assert made["rows"] == 2
    with county_context():
        first, second = Matter.objects.order_by("code")
        assert (first.status, first.legacy, first.category) == ("legacy", True, "regular")
        assert first.code == f"540522-SX-C{made['id']}-001"
        assert first.scope == [village.code for village in stage.villages()]
        assert first.legal_bases[0]["version"] == "2016-07-02"
        assert (first.person_days, first.funding_amount) == (Decimal("4.0"), Decimal("1200.00"))
        assert first.starts_on == date(2024, 3, 1)
        assert first.readmit_by == timezone.localdate() + relativedelta(months=6)
        assert second.department == stage.departments["farming"]
        assert second.scope == sorted([*(v.code for v in stage.villages(0)), stage.villages(1)[1].code])
        entry = history.entries(second)[0]
    assert (entry.by, entry.reason) == ("演示社会工作部经办员", "导入存量事项；备注：2023年起")


def test_the_same_table_is_taken_over_once(desk: Desk, stage: Stage) -> None:
    content = table(*TWO)
    sha256 = upload(desk, content).json()["sha256"]
    first = desk.post("/legacy/commit", {"sha256": sha256})
    again = desk_of(stage, "head").post("/legacy/commit", {"sha256": sha256})
    assert again == first
    with county_context():
        assert Matter.objects.count() == 2
    assert upload(desk, content).json()["imported"] == first


def test_the_database_takes_a_table_and_a_matter_over_once(desk: Desk, stage: Stage) -> None:
    committed(desk, {})
    with county_context():
        kept, matter = LegacyImport.objects.get(), Matter.objects.get()
        for wrong in (
            LegacyImport(
                sha256=kept.sha256, rows=1, readmit_by=kept.readmit_by, imported_by=kept.imported_by,
                imported_at=kept.imported_at,
            ),
            Matter(
                code="x", department=matter.department, title=matter.title, status="legacy", legacy=True,
                starts_on=matter.starts_on, readmit_by=matter.readmit_by,
            ),
        ):  # fmt: skip
            with pytest.raises(IntegrityError), transaction.atomic():
                wrong.record(actor=SYSTEM, reason="试")


def test_who_comes_second_with_the_same_matter_is_told_and_leaves_nothing(
    desk: Desk, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two tables with one matter in both, judged at the same moment: the database lets one of them through."""
    second = previewed(desk, {}, {"事项名称": "另一"})["sha256"]
    with county_context():
        judged = importing.resume(second, actor=stage.actor("clerk"))
    committed(desk, {})
    monkeypatch.setattr(importing, "resume", lambda *_args, **_named: judged)
    answer = desk.ask("POST", "/legacy/commit", {"sha256": second})
    assert (answer.status_code, answer.json()["code"]) == (409, "faulty")
    with county_context():
        assert (Matter.objects.count(), LegacyImport.objects.count()) == (1, 1)


def test_a_table_with_a_fault_is_not_taken_over_not_even_in_part(desk: Desk) -> None:
    shown = previewed(desk, {}, {"部门": "县气象台"})
    answer = desk.ask("POST", "/legacy/commit", {"sha256": shown["sha256"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "faulty")
    assert answer.json()["detail"] == "表格还有 1 处错误，请改正后重新上传"
    with county_context():
        assert not Matter.objects.exists()


def test_a_table_that_nobody_has_sent_cannot_be_taken_over(desk: Desk) -> None:
    answer = desk.ask("POST", "/legacy/commit", {"sha256": "0" * 64})
    assert (answer.status_code, answer.json()["code"]) == (409, "file_missing")
    for wrong in ("x", "0" * 63, "../../etc/passwd", 7, None):
        assert desk.ask("POST", "/legacy/commit", {"sha256": wrong}).status_code == 422


def test_what_waits_for_its_admission_is_not_listed_among_the_admitted(desk: Desk) -> None:
    committed(desk, {})
    assert desk.get("/matters")["total"] == 0
    assert desk.get("/matters?status=legacy")["total"] == 1


def test_departments_are_told_what_is_known_of_them(desk: Desk, stage: Stage) -> None:
    made = committed(desk, *TWO)
    with county_context():
        notice = Notice.objects.get(organisation=stage.departments["water"])
    assert notice.title == f"已登记本部门存量事项 1 项，须于 {made['readmit_by']} 前重新申请准入"
    assert (notice.text, notice.page) == ("河道巡查", "legacy")


# --- who may ---


def test_only_the_office_takes_existing_matters_over(desk: Desk, stage: Stage) -> None:
    sha256 = previewed(desk, {})["sha256"]
    for name in ("water-head", "recorder", "leader", "admin"):
        other = desk_of(stage, name)
        assert upload(other, table({})).status_code == 403, name
        assert other.ask("POST", "/legacy/commit", {"sha256": sha256}).status_code == 403, name
        for path in ("template", f"preview/{sha256}", f"preview/{sha256}/corrected"):
            assert other.ask("GET", f"/legacy/{path}").status_code == 403, (name, path)


def test_a_department_sees_its_own_with_the_days_left(desk: Desk, stage: Stage) -> None:
    committed(desk, *TWO)
    with county_context():
        late = Matter.objects.get(title="河道巡查")
        late.readmit_by = timezone.localdate() - relativedelta(days=3)
        late.record(actor=SYSTEM, reason="试")
    row = desk_of(stage, "water-clerk").get("/legacy")["items"][0]
    assert (row["title"], row["department"], row["days_left"]) == ("河道巡查", "县水务局", -3)
    assert desk_of(stage, "farming-head").get("/legacy")["total"] == 1
    assert [row["title"] for row in desk.get("/legacy?ordering=readmit_by")["items"]] == ["河道巡查", "惠农政策入户"]
    with county_context():
        department = stage.departments["farming"].pk
    assert desk.get(f"/legacy?department={department}&q=惠农")["total"] == 1
    assert desk_of(stage, "admin").get("/legacy")["total"] == 0


def test_the_office_sees_how_far_each_department_is(desk: Desk) -> None:
    committed(desk, *TWO, {"事项名称": "取水口登记"})
    found = desk.get("/legacy/departments")
    assert [(one["department"], one["total"], one["waiting"]) for one in found] == [
        ("县水务局", 2, 2),
        ("县农业农村局", 1, 1),
    ]


# --- and then ---


def test_the_department_has_it_on_its_list_until_it_applies(desk: Desk, stage: Stage) -> None:
    made = committed(desk, {})
    clerk = desk_of(stage, "water-clerk")
    group = next(group for group in clerk.get("/todo") if group["code"] == "legacy")
    assert [(item["title"], item["due_on"]) for item in group["items"]] == [("河道巡查", made["readmit_by"])]
    with county_context():
        way.drafted(stage, stage.villages(0), concerns=[Matter.objects.get().pk])
    for other in (clerk, desk_of(stage, "farming-clerk"), desk):
        assert [group["code"] for group in other.get("/todo") if group["code"] == "legacy"] == []


@pytest.mark.clause("2.1f")
def test_an_admission_takes_the_place_of_the_existing_matter(desk: Desk, stage: Stage) -> None:
    """Clause 2.1f (新增、调整、取消): it is applied for like any other; its sealed paper ends the waiting."""
    committed(desk, {})
    with county_context():
        old = Matter.objects.get()
        application = way.drafted(stage, stage.villages(0), concerns=[old.pk])
    for name, shown in (("water-clerk", application.pk), ("clerk", None)):  # a draft is the department's own
        assert desk_of(stage, name).get("/legacy")["items"][0]["application"] == shown
    with county_context():
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
    assert desk.get("/legacy")["items"][0]["application_label"] == "已申报"
    with county_context():
        application.refresh_from_db()
        APPLICATIONS.take("recall", application, actor=stage.actor("water-head"), data=Return(remark="改后再报"))
        new = way.admitted(stage, stage.villages(0), concerns=[old.pk])
        old.refresh_from_db()
        assert (old.status, old.withdrawal_document) == ("superseded", new.document)
        assert [line.predecessor for line in new.origins.all()] == [old]
    row = desk.get("/legacy")["items"][0]
    assert (row["status_label"], row["application"]) == ("已并入或拆分", None)
    assert desk.get("/legacy/departments")[0]["waiting"] == 0


# --- what is not admitted anew ---


def test_the_office_writes_off_what_villages_no_longer_carry(desk: Desk, stage: Stage) -> None:
    """Clause 1.3c (该退则退): with its reason, its history, its notices and a delivery to each of its townships."""
    committed(desk, {})
    with county_context():
        matter = Matter.objects.get()
    head = desk_of(stage, "head")
    (step,) = head.get(f"/matters/{matter.pk}/actions")
    assert (step["name"], step["hindrance"]) == ("write_off", None)
    assert head.ask("POST", f"/matters/{matter.pk}/write_off", {}).status_code == 422
    shown = head.post(f"/matters/{matter.pk}/write_off", {"remark": "村里已不再办理"})
    assert (shown["status_label"], shown["withdrawal_reasons"]) == ("存量，已核销", "村里已不再办理")
    assert head.get(f"/matters/{matter.pk}/history")[0]["reason"] == "核销存量事项 村里已不再办理"
    with county_context():
        owed = {(one.kind, one.schema_name) for one in matter.deliveries.all()}
        assert owed == {("withdraw", township.schema_name) for township in stage.townships}
        told = Notice.objects.filter(effect="removed")
        assert told.filter(village_id__isnull=False).count() == len(stage.villages())
        assert told.filter(organisation=stage.departments["water"]).exists()
    assert desk.get("/legacy?status=written_off")["total"] == 1
    assert desk.get("/legacy/departments")[0]["waiting"] == 0
    assert committed(desk, {"remark": "重新核实后登记"})["rows"] == 1  # it may be recorded again


def test_what_is_being_admitted_anew_is_not_written_off(desk: Desk, stage: Stage) -> None:
    committed(desk, {})
    with county_context():
        old = Matter.objects.get()
        way.filed(stage, stage.villages(0), concerns=[old.pk])
    answer = desk_of(stage, "head").ask("POST", f"/matters/{old.pk}/write_off", {"remark": "登记有误"})
    assert (answer.status_code, answer.json()["code"]) == (409, "readmission_open")
