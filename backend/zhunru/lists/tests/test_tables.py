"""A table is taken into a draft in two steps: what would become of each entry is shown, then all of it or nothing."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from ninja.testing import TestClient
from pytest_django import Settings

from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.files.sheets.tests.books import opened
from zhunru.files.sheets.tests.test_messy import book
from zhunru.files.sheets.tests.words import cell, document, paragraph, row, table
from zhunru.lists import legal_bases
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.lists.tables.api import county, router
from zhunru.lists.tests.conftest import Take

pytestmark = pytest.mark.usefixtures("on_county_side")

CLERK = Actor(user_id=None, name="经办员", role=Role.SOCIAL_WORK_CLERK, realm=COUNTY)
HEADER = ("序号", "编码", "事项类别", "事项名称", "村（社区）职责", "法律政策依据", "主责部门")
LAW = "《中华人民共和国村民委员会组织法》第九条"
OTHER = "《中华人民共和国人民调解法》第八条"
KEPT: tuple[dict[str, Any], ...] = (
    {"title": "宣传法律法规", "legal_basis": LAW, "category": "党的建设", "village_duty": "宣传(普及)法律"},
    {"title": "调解民间纠纷", "legal_basis": OTHER, "lead_department": "司法局", "applies_to": ["village", "pastoral"]},
    {"title": "管理集体土地", "legal_basis": "《土地管理法》第十一条", "deviation": True, "deviation_reason": "牧区"},
)


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path


def drafted(kind: ListKind = ListKind.STATUTORY, rows: Sequence[dict[str, Any]] = KEPT) -> Edition:
    edition = drafting.start(kind, actor=SYSTEM)
    for values in rows:
        drafting.add_entry(edition, values, reason="初稿", actor=SYSTEM)
    return edition


@pytest.fixture
def draft() -> Edition:
    return drafted()


def api(actor: Actor = CLERK) -> TestClient:
    return client(county, actor)


def sent(edition: Edition, content: bytes, name: str = "清单.xlsx") -> Any:
    return api().post(f"/{edition.pk}/import/preview", FILES={"file": SimpleUploadedFile(name, content)})


def previewed(edition: Edition, content: bytes, name: str = "清单.xlsx") -> dict[str, Any]:
    answer = sent(edition, content, name)
    assert answer.status_code == 200, answer.content.decode()
    shown: dict[str, Any] = answer.json()
    return shown


def committed(edition: Edition, sha256: str, **more: Any) -> Any:
    body = {"sha256": sha256, "reason": "按部门意见修订", **more}
    return api().post(f"/{edition.pk}/import/commit", json=body)


def plain_book(*rows: Sequence[Any], header: Sequence[str] = HEADER, name: str = "Sheet1") -> bytes:
    return book((name, [header, *rows], ()))


def exported(edition: Edition, type: str) -> bytes:
    answer = client(router, CLERK).get(f"/{edition.pk}/entries.{type}")
    assert answer.status_code == 200
    return bytes(answer.content)


def states(shown: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["state"], one["known_by"], one["code"]) for one in shown["planned"]]


@pytest.mark.parametrize("type", ["xlsx", "csv"])
def test_what_goes_out_comes_in_and_changes_nothing(draft: Edition, type: str) -> None:
    with translation.override("en"):  # whatever language its reader has chosen
        content = exported(draft, type)
    shown = previewed(draft, content, f"清单.{type}")
    assert (shown["fault_count"], shown["guess_count"], shown["missing_count"]) == (0, 0, 0)
    assert (shown["unchanged_count"], shown["row_count"], shown["planned"]) == (3, 3, [])
    assert committed(draft, shown["sha256"]).json() == {
        "new": 0, "changed": 0, "unchanged": 3, "restored": 0, "removed": 0,
    }  # fmt: skip
    assert set(draft.entries.values_list("version", flat=True)) == {1}


def test_the_template_has_the_same_columns_and_the_lists_name(draft: Edition) -> None:
    template = opened(bytes(api().get("/import/template?kind=statutory").content))
    out = opened(exported(draft, "xlsx"))
    assert [one.value for one in template[1]] == [one.value for one in out[1]]
    assert template.title == out.title == "依法履职事项清单"


def test_the_template_filled_in_is_taken(draft: Edition) -> None:
    template = opened(bytes(api().get("/import/template?kind=statutory").content))
    template.cell(2, 4).value, template.cell(2, 8).value = "新事项", LAW
    out = io.BytesIO()
    template.parent.save(out)
    shown = previewed(draft, out.getvalue())
    assert (shown["faults"], shown["guesses"], shown["new_count"]) == ([], [], 1)
    assert shown["skipped"] == ["填写说明：没有表头，未读取"]


def test_new_changed_unchanged_and_missing_entries_are_told_before_anything_happens(draft: Edition) -> None:
    content = plain_book(
        (1, "S-001", "党的建设", "宣传法律法规", "宣传（普及）法律", LAW, None),
        (2, None, "平安", "调解民间纠纷", None, OTHER, "县司法局"),
        (3, None, "平安", "协助维护治安", "发现情况及时报告", "《治安法》第二条", "公安局"),
    )
    shown = previewed(draft, content)
    assert (shown["fault_count"], shown["new_count"], shown["changed_count"], shown["unchanged_count"]) == (0, 1, 1, 1)
    assert states(shown) == [("changed", "title_basis", "S-002"), ("new", "", "")]
    assert [(one["field"], one["old"], one["new"]) for one in shown["planned"][0]["fields"]] == [
        ("category", "", "平安"),
        ("lead_department", "司法局", "县司法局"),
    ]
    assert [(one["code"], one["blocked"]) for one in shown["missing"]] == [("S-003", "")]
    assert draft.entries.count() == 3
    again = api().get(f"/{draft.pk}/import/preview/{shown['sha256']}").json()
    assert again["planned"] == shown["planned"]


def test_a_commit_adds_changes_and_removes_with_the_reason_and_a_second_one_changes_nothing(draft: Edition) -> None:
    content = plain_book(
        (1, "S-001", "党的建设", "宣传法律法规", "宣传法律", LAW, None),
        (2, "S-002", None, "调解民间纠纷", None, OTHER, "司法局"),
        (3, None, "平安", "维护治安", None, "《治安法》第二条；《乙条例》第三条", None),
    )
    sha256 = previewed(draft, content)["sha256"]
    done = committed(draft, sha256, remove_missing=True)
    assert done.json() == {"new": 1, "changed": 1, "unchanged": 1, "restored": 0, "removed": 1}
    rows = {entry.code: entry for entry in draft.entries.all()}
    assert (rows["S-001"].village_duty, rows["S-001"].change_reason) == ("宣传法律", "按部门意见修订")
    assert rows["S-002"].version == 1
    assert (rows["S-003"].removed, rows["S-003"].change_reason) == (True, "按部门意见修订")
    assert (rows["S-004"].title, rows["S-004"].seq) == ("维护治安", 3)
    assert {basis.article for basis in rows["S-004"].bases.all()} == {"第二条", "第三条"}
    versions = {entry.code: entry.version for entry in draft.entries.all()}
    assert committed(draft, sha256, remove_missing=True).json() == {
        "new": 0, "changed": 0, "unchanged": 3, "restored": 0, "removed": 0,
    }  # fmt: skip
    assert {entry.code: entry.version for entry in draft.entries.all()} == versions


def test_missing_entries_stay_unless_their_removal_is_asked_for(draft: Edition) -> None:
    sha256 = previewed(draft, plain_book((1, "S-001", "党的建设", "宣传法律法规", "宣传(普及)法律", LAW, None)))[
        "sha256"
    ]
    assert committed(draft, sha256).json()["removed"] == 0
    assert not draft.entries.filter(removed=True).exists()


def test_what_was_removed_and_stands_in_the_table_is_restored(draft: Edition) -> None:
    entry = draft.entries.get(code="S-002")
    content = exported(draft, "xlsx")
    drafting.remove_entry(entry, reason="误", actor=SYSTEM)
    shown = previewed(draft, content)
    assert states(shown) == [("restored", "code", "S-002")]
    assert committed(draft, shown["sha256"]).json()["restored"] == 1
    entry.refresh_from_db()
    assert (entry.removed, entry.change_reason) == (False, "")


def test_a_list_as_a_county_office_writes_it_is_taken_in(draft: Edition) -> None:
    header = ("序号", "事项类别", "事项名称", "村（社区）职责", "依据", "责任部门", None, "适用范围")
    content = book(
        ("说明", [("填表说明",), ("请各单位认真填写",)], ()),
        (
            "依法履职清单",
            [
                ("附件1",),
                ("演示县村（社区）依法履职事项清单（征求意见稿）",),
                header,
                (None, None, None, None, None, "牵头部门", "配合部门", None),
                ("１", "党的建设", "宣传\n法律法规", "宣传（普及）法律",
                 "依据：〈中华人民共和国村民委员会组织法〉第九条", "无", "—", "全部"),
                ("２", None, "调解民间纠纷", "/", "《中华人民共和国人民调解法》第8条", "司法局", "无", "村、牧业村"),
                (None,) * 8,
                ("３", "平安建设", "维护治安", "报告", "1.《治安法》第二条\n2.根据《乙条例》第三条规定",
                 "公安局", "司法局", None),
                ("合计", None, "3项"),
                ("填表人：", None, None, "审核人："),
            ],
            ("A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4", "B5:B6", "A9:B9"),
        ),
        ("协助办理清单", [("序号", "事项名称", "法律依据"), (1, "协助禁毒", "《禁毒法》第十七条")], ()),
    )  # fmt: skip
    shown = previewed(draft, content)
    assert shown["faults"] == []
    assert shown["sheet"] == "依法履职清单"
    assert states(shown) == [("changed", "title_basis", "S-002"), ("new", "", "")]
    guessed = {guess["cell"]: guess["understood"] for guess in shown["guesses"]}
    assert guessed["E5"] == LAW
    assert guessed["E6"] == OTHER
    assert guessed["E8"] == "《治安法》第二条；《乙条例》第三条"
    assert guessed["B6"] == "党的建设"
    assert any("协助办理清单" in text for text in shown["skipped"])
    assert committed(draft, shown["sha256"]).status_code == 200
    new = Entry.objects.get(title="维护治安")
    assert (new.lead_department, new.supporting_departments, new.category) == ("公安局", "司法局", "平安建设")
    assert legal_bases.parse(new.legal_basis)
    assert draft.entries.get(code="S-002").applies_to == ["village", "pastoral"]


def test_a_matter_over_several_rows_is_one_entry_with_several_bases(draft: Edition) -> None:
    content = book(
        (
            "Sheet1",
            [
                HEADER,
                ("一", None, "平安", "维护治安", "报告情况", "《治安法》第二条", "公安局"),
                (None, None, None, None, "协助巡逻", "依据：〈乙条例〉第三条", "公安局"),
                (None, None, None, None, None, "《丙办法》第四条", "司法局"),
                ("二", None, "平安", "防火", None, "《消防法》第三十二条", None),
            ],
            ("A2:A4", "C2:C4", "D2:D4"),
        )
    )
    shown = previewed(draft, content)
    assert (shown["fault_count"], shown["new_count"]) == (0, 2)
    again = api().get(f"/{draft.pk}/import/preview/{shown['sha256']}/corrected").content
    mended = previewed(draft, bytes(again))
    assert (mended["row_count"], mended["new_count"], mended["guess_count"]) == (2, 2, 0)
    for sha256 in (shown["sha256"], mended["sha256"]):
        assert committed(draft, sha256).status_code == 200
    entry = Entry.objects.get(title="维护治安")
    assert entry.legal_basis == "《治安法》第二条；《乙条例》第三条；《丙办法》第四条"
    assert (entry.village_duty, entry.lead_department) == ("报告情况\n协助巡逻", "公安局、司法局")
    assert draft.entries.count() == 5


def test_a_difference_explained_in_its_own_column_is_a_reason(draft: Edition) -> None:
    header = ("事项名称", "法律依据", "与指导清单差异", "差异理由")
    content = plain_book(
        ("一", LAW, "县里新增", None), ("二", LAW, None, "牧区"), ("三", LAW, "无", None), ("四", LAW, "√", "牧区"),
        header=header,
    )  # fmt: skip
    shown = previewed(draft, content)
    assert [guess["cell"] for guess in shown["guesses"]] == ["C2", "D2", "C3", "C4", "C5"]
    assert committed(draft, shown["sha256"]).status_code == 200
    rows = Entry.objects.filter(title__in="一二三四").order_by("seq")
    assert [(row.deviation, row.deviation_reason) for row in rows] == [
        (True, "县里新增"),
        (True, "牧区"),
        (False, ""),
        (True, "牧区"),
    ]


def test_an_empty_sheet_of_this_list_is_told_so_and_takes_nothing_away(draft: Edition) -> None:
    content = book(("依法履职事项", [HEADER], ()), ("协助办理事项", [HEADER, (1, "", "", "一", "", LAW)], ()))
    assert [fault["message"] for fault in previewed(draft, content)["faults"]] == ["表头之下没有内容"]


@pytest.mark.parametrize(
    ("stood", "meant"),
    [
        ("《甲法》第一条", "《甲法》第一条"),
        ("【法律依据】《甲法》第12条第3款", "《甲法》第十二条第三款"),
        ("法律依据：《甲法》第一条；政策依据：〈乙通知〉", "《甲法》第一条；《乙通知》"),
        ("（1）《甲法》第一条\n（2）《乙法》第105条。", "《甲法》第一条；《乙法》第一百零五条。"),
        ("根据《甲法》第一条的有关规定", "《甲法》第一条"),
        ("《甲法》第\n一条", "《甲法》第一条"),
        ("民发[2020]41号〈甲〈乙〉通知〉第（一）项", "民发〔2020〕41号《甲〈乙〉通知》第（一）项"),
    ],
)
def test_bases_are_put_into_the_form_that_the_register_knows(draft: Edition, stood: str, meant: str) -> None:
    shown = previewed(draft, plain_book((1, None, None, "一", None, stood, None)))
    assert shown["faults"] == []
    assert [g["understood"] for g in shown["guesses"]] == ([meant] if stood != meant else [])


def test_a_document_with_the_three_lists_gives_its_own_only(draft: Edition) -> None:
    head = row("序号", "事项名称", "实施依据")
    content = document(
        paragraph("一、依法履职事项清单"),
        table(head, row("1", "宣传法律法规", LAW), row("2", "维护治安", cell("《治安法》第二条", merge="restart"))),
        paragraph(""),
        table(row("3", "防火", "《消防法》第三十二条")),
        paragraph("二、工作负面事项清单"),
        table(head, row("1", "不得出具证明", "《通知》第一条")),
    )
    shown = previewed(draft, content, "三张清单.docx")
    assert shown["faults"] == []
    assert (shown["new_count"], shown["unchanged_count"], shown["sheet"]) == (2, 1, "表1、表2")
    assert committed(draft, shown["sha256"]).json()["new"] == 2


def test_a_file_of_another_list_is_refused(draft: Edition) -> None:
    for content in (
        plain_book((1, "", "", "协助禁毒", "", LAW), name="协助办理事项清单"),
        book(("Sheet1", [("演示县工作负面事项清单",), HEADER, (1, "", "", "不得摊派", "", LAW)], ())),
    ):
        answer = sent(draft, content)
        assert (answer.status_code, answer.json()["code"]) == (422, "other_list")


def test_each_fault_is_at_its_cell_and_nothing_is_committed_while_there_is_one(draft: Edition) -> None:
    drafted(ListKind.NEGATIVE, [{"title": "不得摊派", "legal_basis": "《通知》第一条"}])
    header = (*HEADER, "适用范围", "与指导清单差异", "差异理由")
    content = plain_book(
        (1, None, None, "一", None, "《甲法》第九条，另有要求", None),
        (2, None, None, None, None, LAW, "x" * 101),
        (3, None, None, "三", None, LAW, None, "县城"),
        (4, None, None, "四", None, LAW, None, None, "是", None),
        (5, None, None, "三", None, LAW, None),
        (6, None, None, "不得摊派", None, LAW, None),
        (7, "S-001", None, "七", None, LAW, None),
        (8, "S-001", None, "八", None, LAW, None),
        header=header,
    )
    shown = previewed(draft, content)
    faults = {fault["cell"]: fault["message"] for fault in shown["faults"]}
    assert list(faults) == ["F2", "D3", "G3", "H4", "J5", "D6", "D7", "B9"]
    assert "书名号" in faults["F2"] or "第几条" in faults["F2"]
    assert "第 4 行" in faults["D6"]
    assert "工作负面事项清单 N-001" in faults["D7"]
    answer = committed(draft, shown["sha256"])
    assert (answer.status_code, answer.json()["code"]) == (409, "faulty")
    assert draft.entries.count() == 3
    corrected = opened(bytes(api().get(f"/{draft.pk}/import/preview/{shown['sha256']}/corrected").content))
    assert {cell.coordinate for row in corrected.iter_rows() for cell in row if cell.comment} >= set(faults)


def test_a_code_that_is_not_of_this_draft_is_a_guess_and_never_reused(draft: Edition) -> None:
    content = plain_book(
        (1, "Ｓ００３", None, "管理集体土地", None, "《土地管理法》第十一条", None),
        (2, "YF-07", None, "宣传法律法规", None, LAW, None),
        (3, "S-077", None, "新事项", None, LAW, None),
    )
    shown = previewed(draft, content)
    assert [(g["cell"], g["understood"]) for g in shown["guesses"] if g["cell"].startswith("B")] == [
        ("B2", "S-003"),
        ("B3", "S-001"),
        ("B4", ""),
    ]
    committed(draft, shown["sha256"])
    assert Entry.objects.get(title="新事项").code == "S-004"


def test_a_title_alone_is_enough_where_it_stands_once(draft: Edition) -> None:
    content = plain_book((1, None, None, "调解 民间纠纷", None, "《调解条例》第一条", None))
    shown = previewed(draft, content)
    assert states(shown) == [("changed", "title", "S-002")]
    assert [one["field"] for one in shown["planned"][0]["fields"]] == ["seq", "legal_basis", "lead_department"]


def test_numbers_that_begin_anew_in_each_sheet_do_not_shuffle_the_list(draft: Edition) -> None:
    rows = [HEADER, (1, "S-002", None, "调解民间纠纷", None, OTHER, "司法局")]
    more = [
        HEADER,
        (1, "S-003", None, "管理集体土地", None, "《土地管理法》第十一条", None),
        (2, None, None, "新", None, LAW),
    ]
    shown = previewed(draft, book(("司法局", rows, ()), ("资源局", more, ())))
    assert (shown["changed_count"], shown["new_count"]) == (0, 1)
    committed(draft, shown["sha256"])
    assert Entry.objects.get(title="新").seq == 4


@pytest.mark.parametrize("type", ["xlsx", "csv"])
def test_whatever_an_entry_holds_comes_back_as_it_went_out(draft: Edition, type: str) -> None:
    odd = {"legal_basis": "《甲》第9条、第10条", "remark": "无", "category": "乙", "title_bo": "ཁྲིམས་ལུགས།"}
    drafting.add_entry(draft, {"title": "一\n二", "village_duty": "同上", **odd}, reason="试", actor=SYSTEM)
    drafting.add_entry(draft, {"title": "２号", "legal_basis": LAW, "funding": "—"}, reason="试", actor=SYSTEM)
    drafting.add_entry(draft, {"title": "-3", "legal_basis": "《x》第1条", "category": "无"}, reason="试", actor=SYSTEM)
    shown = previewed(draft, exported(draft, type), f"清单.{type}")
    assert (shown["planned"], shown["faults"], shown["guesses"]) == ([], [], [])
    assert shown["unchanged_count"] == 6


@pytest.mark.parametrize("kind", list(ListKind))
@pytest.mark.parametrize("type", ["xlsx", "csv"])
def test_the_national_lists_go_out_and_come_in_unchanged(take: Take, kind: ListKind, type: str) -> None:
    take()
    new = drafting.start(kind, actor=SYSTEM)
    shown = previewed(new, exported(new, type), f"清单.{type}")
    assert (shown["planned"], shown["faults"], shown["guesses"], shown["missing"]) == ([], [], [], [])
    assert shown["unchanged_count"] == new.entries.count() > 15


def published(draft: Edition) -> Edition:
    day = date(2026, 1, 1)
    publishing.take_over(draft, document_number="1号", published_on=day, effective_on=day, actor=SYSTEM)
    draft.refresh_from_db()
    return draft


def test_the_assist_list_takes_no_matter_from_a_table() -> None:
    published(drafted(ListKind.ASSIST, [{"title": "协助禁毒", "legal_basis": "《禁毒法》第十七条"}]))
    draft = drafting.start(ListKind.ASSIST, actor=SYSTEM)
    shown = previewed(draft, plain_book((1, None, None, "协助招商", None, LAW)))
    assert [(fault["cell"], "准入" in fault["message"]) for fault in shown["faults"]] == [("D2", True)]


def test_a_statutory_duty_leaves_only_when_its_law_has_ended(draft: Edition) -> None:
    published(draft)
    new = drafting.start(ListKind.STATUTORY, actor=SYSTEM)
    LegalBasis.objects.filter(document="土地管理法").update(ended_on=date(2026, 1, 1))
    drafting.add_entry(new, {"title": "新事项", "legal_basis": OTHER}, reason="新列", actor=SYSTEM)
    shown = previewed(new, plain_book((1, "S-001", "党的建设", "宣传法律法规", "宣传(普及)法律", LAW)))
    assert [(one["code"], bool(one["blocked"])) for one in shown["missing"]] == [
        ("S-002", True),
        ("S-003", False),
        ("S-004", False),
    ]
    answer = committed(new, shown["sha256"], remove_missing=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "law_stands")
    assert answer.json()["detail"].startswith("S-002：")
    assert not new.entries.filter(removed=True).exists()


def test_only_the_office_imports_and_only_into_a_draft(draft: Edition) -> None:
    for role, allowed in ((Role.SOCIAL_WORK_HEAD, True), (Role.LEADER, False), (Role.DEPARTMENT_CLERK, False)):
        actor = Actor(user_id=None, name="某", role=role, realm=COUNTY)
        file = SimpleUploadedFile("清单.xlsx", plain_book((1, None, None, "新", None, LAW)))
        answer = client(county, actor).post(f"/{draft.pk}/import/preview", FILES={"file": file})
        assert (answer.status_code == 200) is allowed, answer.content.decode()
    published(draft)
    answer = sent(draft, plain_book((1, None, None, "新", None, LAW)))
    assert (answer.status_code, answer.json()["code"]) == (409, "edition_settled")


def test_a_draft_is_exported_to_those_who_may_see_it(draft: Edition) -> None:
    village = Actor(user_id=None, name="村", role=Role.VILLAGE_OFFICER, realm="t_540522104")
    assert client(router, village).get(f"/{draft.pk}/entries.xlsx").status_code == 404


def test_no_text_of_an_entry_is_computed_by_whoever_opens_the_table(draft: Edition) -> None:
    drafting.add_entry(
        draft,
        {"title": "=HYPERLINK(1)", "legal_basis": LAW, "remark": "+1", "funding": "@x"},
        reason="试",
        actor=SYSTEM,
    )
    sheet = opened(exported(draft, "xlsx"))
    assert all(one.data_type != "f" for one in sheet[5])
    assert "'=HYPERLINK(1)" in exported(draft, "csv").decode("utf-8-sig")
    assert previewed(draft, exported(draft, "xlsx"))["unchanged_count"] == 4
