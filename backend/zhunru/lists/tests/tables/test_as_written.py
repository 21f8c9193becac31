"""A list is read as county offices write it, and each thing that was guessed is told."""

import pytest

from zhunru.files.sheets.tests.test_messy import book
from zhunru.files.sheets.tests.words import cell, document, paragraph, row, table
from zhunru.lists import legal_bases
from zhunru.lists.models import Edition, Entry
from zhunru.lists.tests.tables.sheets import (
    HEADER,
    LAW,
    OTHER,
    api,
    committed,
    plain_book,
    previewed,
    sent,
    states,
)

pytestmark = pytest.mark.usefixtures("on_county_side")


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
