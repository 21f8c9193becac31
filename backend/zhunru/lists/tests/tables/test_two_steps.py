"""A table is taken into a draft in two steps: what would become of each entry is shown, then all of it or nothing."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.files.sheets.tests.books import opened
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.tables.api import county, router
from zhunru.lists.tests.conftest import Take
from zhunru.lists.tests.tables.sheets import (
    HEADER,
    LAW,
    OTHER,
    api,
    committed,
    drafted,
    exported,
    plain_book,
    previewed,
    published,
    sent,
    states,
)

pytestmark = pytest.mark.usefixtures("on_county_side")


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
