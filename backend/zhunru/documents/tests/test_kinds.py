"""Every kind of paper: what its registry entry promises, and what stands on its pages."""

import functools
import re
from pathlib import Path

import pypdfium2
import pytest
from django.utils import translation

from zhunru.configuration.choices import Body
from zhunru.documents import composing, kinds
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.kinds.declaration import Decided
from zhunru.documents.models import Document
from zhunru.documents.rendering import press
from zhunru.documents.schemas import DocumentFilters
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import approval, paper, withdrawal

ALL = KINDS | SLIPS
SAID = {
    "approval": [
        "经村（社区）工作事项准入联席会议研究决定（演联〔2026〕第2次，2026年2月27日），附条件同意该事项进入村（社区）",
        "准入对象：工作事项",
        "工作频次和工作量：每季度1次，每村（社区）每月约1.5个工作日",
        "拨付时间：2026年4月30日前拨付1800元，2026年10月31日前拨付1800.50元",
        "技术支持和业务培训：县水利局派出技术人员到村指导",
        "七、附加条件",
        "（二）入户时间避开虫草采挖季节",
        "限于：《农村供水工程管护情况表》，每季度填报1次，电子方式报送",
        "演社工急〔2026〕1号自本文书印发之日起由本文书取代",
    ],
    "correction": [
        "“农牧民住房情况月度统计”准入申请补正通知书",
        "（一）未填写准入依据的具体条款。",
        "（二）未附经费来源证明。",
        "（三）未说明村（社区）每月承担的工作量。",
        "自收到本通知书之日起10个工作日内，即2026年3月16日前（含当日）",
        "已列明需要补正的全部内容，只制发一次",
        "逾期不补正的，视为撤回申请",
    ],
    "not_accepted": [
        "决定不予受理",
        "《村（社区）协助办理事项指导清单》（2026年第1版）XZ-017项“协助农村住房安全排查”，无需另行申请准入",
    ],
    "rejection": [
        "（演联〔2026〕第2次，2026年2月27日），不予准入",
        "（一）统计内容与县住房和城乡建设局已有报表重复。",
        "自2026年8月27日起，可以就该事项重新申请；有新的事实和理由的，可以随时重新申请",
        "自行进入的，村（社区）有权拒绝",
    ],
    "deferral": ["暂缓准入", "（一）经费来源尚未落实。", "于2026年6月1日重新提请研究"],
    "conversion": [
        "转为政府购买服务",
        "满意度评定以合同条款为依据，不得以目标考核方式进行工作评价",
        "由村（社区）依法自主决定",
    ],
    "consolidation": [
        "“农村饮水安全入户排查”（540522-CG-0001，演社工准〔2026〕1号）",
        "请按照演社工准〔2026〕1号载明的内容、范围和期限执行",
    ],
    "provisional": [
        "于2026年9月28日14时05分先行进入村（社区），2026年9月28日20时30分由吉雄镇人民政府登记",
        "本登记单不是批准文书，该事项尚未批准",
        "自先行进入之日起5个工作日内，即2026年10月12日前（含当日），提交准入申请",
        "自提交申请之日起10个工作日内，即2026年10月26日前（含当日），作出",
        "本登记单有效期至2026年10月28日",
        "该事项自行失效，村（社区）自失效之日起可以停止办理",
    ],
    "lapse": [
        "自2026年10月13日起，该事项失效，演社工急〔2026〕1号同时失效",
        "村（社区）可以停止办理该事项，不因停止办理承担责任",
        "失效之前已经发生的费用，由县应急管理局承担",
    ],
    "adjustment": [
        "每季度1次",
        "每年11月至次年4月每月1次，其他时间每季度1次",
        "演社工准〔2026〕1号自2026年11月1日起由本通知取代",
    ],
    "extension": ["原期限至2026年12月31日止，延长至2027年3月31日止", "退出村（社区），不再延期"],
    "merger": [
        "将下列工作事项合并为“农村供水保障巡查”工作事项",
        "演社工准〔2026〕12号",
        "（三）村（社区）。协助引导入户，发现供水设施损坏及时告知",
        "合并前各事项的批准文书自2026年7月1日起由本通知取代",
    ],
    "split": [
        "（一）农村饮水水质排查（事项编码：540522-CG-0010）。村（社区）职责：协助引导入户，通知农户。",
        "（二）村级供水设施管护（事项编码：540522-CG-0011）。",
        "演社工准〔2026〕1号自2026年7月1日起由本通知取代",
    ],
    "expiry": [
        "该事项期限至2026年12月31日止，期满退出，村（社区）不再承担",
        "（一）2027年1月20日前提交工作完成情况报告。",
    ],
    "withdrawal": [
        "该事项涉及的4个村（社区）中，有3个村（社区）要求退出",
        "工作经费1.44万元已全部拨付到村（社区）",
        "（二）“农村供水管护点”牌子由县水利局负责摘除。",
    ],
    "suspension": ["自2026年5月11日起，在下列村（社区）暂停", "经我单位审核决定，暂停该事项"],
    "resumption": ["自2026年6月15日起恢复，演社工停〔2026〕1号同时失效", "不得要求村（社区）补做暂停期间的工作"],
    "refusal": [
        "不予承接告知单",
        "2026年3月2日，你单位以微信群通知方式就“农牧民住房情况月度统计”向我村（社区）提出下列要求",
        "R7统计调查表缺少法定标志《中华人民共和国统计法》第十七条",
        "自收到本单之日起3个工作日内答复",
        "吉雄镇扎庆居委会2026年3月3日",
    ],
    "list_edition": [
        "《贡嘎县村（社区）依法履职事项清单（第3版）》已经县委常委会会议研究决定（演常〔2026〕第3次，2026年2月27日）",
        "现予公布，自2026年3月10日起施行。演社工清〔2025〕1号（2025年3月2日）公布的上一版清单同时停止施行",
        "序号编码事项类别事项名称村（社区）职责法律政策依据主责部门配合部门适用范围经费保障备注",
        "9S-009平安建设第9项防灾减灾宣传和隐患报告",
        "县级财政每村每年2000元",
        "共9项。本清单所列事项，由村（社区）依法履行",
    ],
    "list_difference": [
        "依法履职事项清单第3版（自2026年3月10日起施行）与第2版（自2025年3月10日起施行）对照：移出1项，新增1项，变更1项",
        "一、移出的事项编码事项名称村（社区）职责移出理由S-002代收水费代收代缴依据已经废止，由县水利局自行承担",
        "二、新增的事项编码事项名称村（社区）职责新增理由S-031供水设施巡看发现损坏及时告知新法施行",
        "S-007应急知识宣传变更理由：法律修订，条文序号变动",
        "法律政策依据《突发事件应对法》第二十九条《突发事件应对法》第四十二条",
        "经费保障（空）县级财政保障",
    ],
    "contract": [
        "甲方（购买主体）贡嘎县农业农村局（演示）",
        "乙方（承接主体）甲竹林镇甲日村村民委员会",
        "采购品目C1303农村人居环境服务",
        "合同价款为人民币36,000.00元（大写：叁万陆仟元整）",
        "2026213012630227农村人居环境整治28,000.00",
        "2第1期验收合格验收合格之日起30日内18,000.00",
        "第1期为2026年3月10日至2026年9月9日；第2期为2026年9月10日至2027年3月9日",
        "（二）服务数量第2条保洁次数。乙方每月组织保洁不少于8次，逢节前增加1次。",
        "3公共区域整洁抽查合格率90%30.5佐证：需要佐证材料；由谁计量：购买主体；本条必须达标",
        "3档：每次巡查均无散落，记录完整。2档：偶有散落，当日清理。",
        "第7条按时付款。甲方在验收合格之日起30日内付款。",
        "除可评条款外，不以任何其他事项评定乙方",
        "满意：90分以上；基本满意：80分以上不满90分；需整改：60分以上不满80分；不满意：0分以上不满60分",
        "召开村民代表会议（甲日村议〔2026〕3号，2026年2月20日），应到31人，实到27人，议事结果：同意",
        "服务区域示意图0123456789abcdef",
    ],
    "supplement": [
        "“农村人居环境日常保洁和巡查”政府购买服务补充合同（第1号）",
        "原合同演社工购〔2026〕1号（2026年3月2日）",
        "第2条目标每月不少于8次每月不少于9次",
        "由人民币36,000.00元（大写：叁万陆仟元整）变更为人民币38,400.50元（大写：叁万捌仟肆佰元伍角整）",
        "结束日期由2027年3月9日变更为2027年4月9日",
        "未变更的条款继续履行",
    ],
    "acceptance": [
        "第1期：2026年3月10日至2026年9月9日",
        "3公共区域整洁抽查合格率90%抽查20处，合格17处说明：3处合格标准不符，照片见附件部分达标30.5",
        "第3条申辩：其中1处为施工区域，应当扣除。答复：经核实采纳，已按19处计算。",
        "抽取15户询问，13户满意",
        "本期得分87.35分，等次：基本满意。计分规则：2026-1",
        "7按时付款30日内迟4日部分达标60",
        "3演示丙服务对象代表是",
        "部分验收合格。付款建议：建议支付第2期价款16000.00元",
    ],
}


@functools.cache
def printed(name: str) -> str:
    """All text of the paper of kind `name`, page numbers and blanks left out."""
    return text_of(press().render(composing.html(paper(FACTS[name], ALL[name]))).pdf)


def text_of(pdf: bytes) -> str:
    """Page numbers, the verification code's line and the mark of a demonstration are drawn apart from the text."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    text = "".join(re.sub(r"—\s*\d+\s*—|\s", "", page) for page in pages)
    return re.sub(r"演示文书不具效力|扫码核验[0-9A-Z-]+", "", text)


def test_every_kind_has_its_own_sign_folder_and_place_in_the_register() -> None:
    signs = [kind.series for kind in KINDS.values()]
    assert len(set(signs)) == len(signs) == 21
    assert all(signs)
    assert not any(kind.series for kind in SLIPS.values())
    assert all(len(name) <= (Document._meta.get_field("kind").max_length or 0) for name in KINDS)
    folders = {path.parent.name for path in composing.FOLDER.glob("*/page.html")}
    assert folders == set(ALL)


def test_the_api_names_every_kind_and_every_status() -> None:
    described = DocumentFilters.model_json_schema()["properties"]
    assert described["kind"]["anyOf"][0]["enum"] == list(KINDS)
    assert described["status"]["anyOf"][0]["enum"] == ["valid", "withdrawn", "superseded", "expired", "lapsed"]


def test_only_papers_that_let_a_matter_in_are_good_for_entering() -> None:
    assert {name for name, kind in ALL.items() if kind.admits} == {
        "approval", "adjustment", "extension", "merger", "split",
    }  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_what_a_paper_was_given_stands_on_its_pages(name: str) -> None:
    text = printed(name)
    assert [said for said in SAID[name] if said not in text] == []
    assert "".join(FACTS[name].title.split()) in text
    assert not FACTS[name].addressee or FACTS[name].addressee + "：" in text
    assert FACTS[name].matter_code in text


@pytest.mark.parametrize("name", ALL)
def test_no_page_shows_a_hole_or_a_slip_of_the_pen(name: str) -> None:
    assert re.findall(r"None|datetime|（）|“”|[。，；、：][。，；、：]|\{\{|\}\}|\[|\]", printed(name)) == []
    html = composing.html(paper(FACTS[name], ALL[name]))
    body = html.partition("<h1")[2]
    shown = re.sub(r"<[^>]+>", "", re.sub(r"</(p|h\d|td|th|div)>|<br>", "\n", body))
    assert re.findall(r"[一-鿿，。；：、“”（）] +[一-鿿，。；：、“”（）]", shown) == [], "a blank between characters"


@pytest.mark.parametrize("name", ALL)
def test_facts_are_kept_whole_as_json(name: str) -> None:
    facts = FACTS[name]
    assert ALL[name].facts.model_validate(facts.model_dump(mode="json")) == facts


@pytest.mark.parametrize("name", ALL)
def test_a_paper_is_chinese_whoever_has_it_printed(name: str) -> None:
    drawn = paper(FACTS[name], ALL[name])
    chinese = composing.html(drawn)
    with translation.override("en"):
        assert composing.html(drawn) == chinese


def test_sections_are_numbered_without_a_gap_whatever_is_left_out() -> None:
    for facts, kind in ((approval(), kinds.APPROVAL), (withdrawal(), kinds.WITHDRAWAL)):
        text = text_of(press().render(composing.html(paper(facts, kind))).pdf)
        heads = re.findall(r"([一二三四五六七八九])、[一-鿿]{2,}", text)
        assert "".join(heads) == "一二三四五六七八九"[: len(heads)]
        assert len(heads) >= 4


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        ({}, "经我单位审核决定"),
        ({"decided_by": Body.LEADER}, "经分管县领导批准（演批〔2026〕5号，2026年3月1日）"),
        ({"decided_by": "committee"}, "经县委常委会会议研究决定（演批〔2026〕5号，2026年3月1日）"),
    ],
)
def test_a_paper_says_who_decided(decided: dict[str, str], sentence: str) -> None:
    """A-15: leader, joint meeting or committee by category; an adjustment may be the office's own."""
    number = {"decision_number": "演批〔2026〕5号", "decided_on": "2026-03-01"} if decided else {}
    assert Decided.model_validate(decided | number).decision_sentence == sentence


def test_no_kind_repeats_prose_that_an_include_holds() -> None:
    """Sentences of a template that stand in another one, too, belong into a piece that both include."""
    seen: dict[str, Path] = {}
    for path in sorted(composing.FOLDER.rglob("*.html")):
        for sentence in re.findall(r"[>}]([^<>{}]{14,})[<{]", path.read_text(encoding="utf-8")):
            assert sentence not in seen, f"{path.parent.name} and {seen[sentence].parent.name}: {sentence}"
            seen[sentence] = path
