"""The whole life of a contract on real pages: a department buys a service, a village renders it, both sign for it."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from e2e import buying
from e2e.conftest import COUNTY, PHONE, Enter, System
from e2e.people import take
from e2e.test_chain import FIRST

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
PROVIDER = ("吉雄镇", "红星居委会", "居民委员会")
OFFICER = "v003"
PRICE = "9000.00"
SWEPT, LOOKED_AT, ANSWERED, MANNED, SAFE, LIKED = 14, 15, 16, 17, 18, 19
"""The template's clauses that are assessed."""
FIELDS = {
    "服务内容": "清扫约定区域内的道路、巷道和广场。",
    "购买依据": "不属于依法履职和协助事项，列入年度预算。",
    "开始日期": TODAY,
    "结束日期": TODAY,
    "合同价款（元）": PRICE,
    "付款期限（天）": "30",
    "验收方案": "验收小组三人，含服务对象代表一人。",
}
ROWS = {
    "验收期 1 · 名称": "第一期",
    "验收期 1 · 开始日期": TODAY,
    "验收期 1 · 结束日期": TODAY,
    "付款 1 · 名称": "服务费",
    "付款 1 · 金额（元）": PRICE,
    "预算 1 · 金额（元）": PRICE,
}
ASSEMBLY = {
    "会议记录编号": "居民代表会议〔2026〕3号",
    "会议日期": TODAY,
    "应到人数": "40",
    "到会人数": "31",
    "同意人数": "29",
}
SIGNED = {"代表我们签字的人": "演示主任"}


@pytest.mark.clause("2.4b", "2.4e")
def test_what_may_not_be_bought_is_refused_with_its_legal_basis(enter: Enter, system: System) -> None:
    clerk = enter("farming-clerk")
    buying.begin(clerk, system, PROVIDER, subject="代收行政处罚罚款", service="")
    expect(clerk.get_by_test_id("findings")).to_contain_text("《中华人民共和国行政处罚法》第二十条")
    expect(clerk.get_by_test_id("hindrance")).to_be_visible()
    expect(clerk.get_by_test_id("begin")).to_be_disabled()


@pytest.mark.clause("2.2b", "2.4b", "2.4c", "2.4d", "3.3b")
def test_a_contract_lives_from_its_draft_to_the_arrival_of_its_money(enter: Enter, system: System) -> None:
    """Drafted, agreed to by the village's assembly, signed, worked under, judged by its clauses, accepted, paid."""
    clerk, head, village = enter("farming-clerk"), enter("farming-head"), enter(OFFICER, FIRST, size=PHONE)
    contract, version = _draft(clerk, system)
    take(head, version, "offer")
    take(village, contract, "agree", ASSEMBLY)
    take(head, version, "sign", {"签字人": "演示负责人"})
    take(village, contract, "countersign", SIGNED)
    clerk.goto(_at(clerk, contract))
    expect(clerk.get_by_role("link", name=re.compile("^演社工购"))).to_be_visible()  # made in the background
    take(clerk, contract, "publish", {"办理日期": TODAY})

    _record(village, clerk, contract)
    period = _fetch(village, f"/api{contract}/periods")[0]["id"]
    desk = f"{contract}/periods/{period}"
    take(village, desk, "report", {"自评报告": "按约定完成。"})
    _judge(clerk, desk)
    take(village, desk, "defend", {f"申辩（第{LOOKED_AT}条 路面洁净抽查）": "当日大风，请重新抽查。"})
    take(head, desk, "answer", {f"第 {LOOKED_AT} 条 · 答复": "风力四级，不属于恶劣天气，维持评定。"})
    take(village, desk, "agree")
    buying.sign_panel(head, desk, opinion="清扫及时，没有意见。", amount=PRICE)
    take(village, desk, "countersign", SIGNED)
    expect(village.get_by_text("91.00").first).to_be_visible()

    take(head, f"{contract}?tab=payments", "pay", {"支付日期": TODAY, "支付凭证号": "演示凭证1"})
    take(village, contract, "arrive")
    expect(village.get_by_test_id("instalment-1")).to_contain_text("已到账")
    _papers_hold(clerk, contract, system)


def _draft(clerk: Page, system: System) -> tuple[str, str]:
    """A whole text from the library's template, handed to the head; the addresses of the contract and the text."""
    buying.begin(clerk, system, PROVIDER, subject="背街小巷清扫保洁", service="C13050100")
    clerk.get_by_test_id("begin").click()
    clerk.wait_for_url(re.compile(r"/contracts/\d+/terms/\d+$"))
    for rows in ("periods", "instalments", "budget"):
        clerk.get_by_test_id(f"add-{rows}").click()
    choices = {"采购方式": "限额标准以下直接委托", "付款 1 · 对应验收期": "第一期"}
    buying.write(clerk, FIELDS | ROWS, choices, {"预算 1 · 预算项目": f"{TODAY[:4]} 年 农村人居环境"})
    buying.take_template(clerk, "清扫服务合同（范本）")
    buying.is_saved(clerk)
    path = re.sub(r"^https?://[^/]+", "", clerk.url)
    take(clerk, path, "submit")
    return path.partition("/terms/")[0], path


def _record(village: Page, clerk: Page, contract: str) -> None:
    """Written by the village at its desk, confirmed by the department, without any file."""
    village.goto(_at(village, f"/deliverables/new?contract={contract.rpartition('/')[2]}"))
    village.get_by_label("条款", exact=True).select_option(str(SWEPT))
    expect(village.get_by_test_id("no-file")).to_be_visible()
    village.get_by_label("哪天做的", exact=True).fill(TODAY)
    village.get_by_label("数量（天次）", exact=True).fill("26")
    village.get_by_test_id("record-submit").click()
    expect(village.get_by_text("待购买主体确认").first).to_be_visible()
    clerk.goto(_at(clerk, f"{contract}?tab=records"))
    clerk.get_by_role("button", name=re.compile("^选择本页待确认")).click()
    clerk.get_by_test_id("confirm-many").click()
    expect(clerk.get_by_text("已确认", exact=True).first).to_be_visible()


def _judge(clerk: Page, desk: str) -> None:
    """Clause by clause; of ten places three were not clean, which needs its reason."""
    clerk.goto(_at(clerk, desk))
    buying.measure(clerk, SWEPT, 实际值="26")
    buying.measure(clerk, LOOKED_AT, 抽查数="10", 合格数="7")
    buying.measure(clerk, ANSWERED, 逾期天数="0")
    buying.measure(clerk, MANNED, 实际值="96")
    clerk.get_by_test_id(f"assess-{SAFE}").get_by_role("radio", name="已做到").check()
    buying.measure(clerk, LIKED, 有效答卷数="20", 满意数="20", 基本满意数="0")
    reason = clerk.get_by_label(f"第 {LOOKED_AT} 条 · 理由和依据", exact=True)
    reason.fill("抽查10个路段，3个路段有积尘。")
    clerk.get_by_test_id("save-verdicts").click()
    expect(clerk.get_by_text("评定已保存").first).to_be_visible()
    take(clerk, desk, "assess")


def _papers_hold(clerk: Page, contract: str, system: System) -> None:
    """The contract and its certificate are sealed by both sides, and anyone may ask whether they hold."""
    clerk.goto(_at(clerk, contract))
    papers = clerk.get_by_role("link", name=re.compile("^演社工(购|验)"))
    expect(papers).to_have_count(2)
    code = _fetch(clerk, f"/api{contract}")["papers"][0]["code"]
    clerk.goto(system.address(COUNTY, f"/v/{code}"))
    expect(clerk.locator("#standing")).to_have_text("今日状态：有效")


def _at(page: Page, path: str) -> str:
    return re.sub(r"^(https?://[^/]+).*", rf"\1{path}", page.url)


def _fetch(page: Page, path: str) -> Any:
    return page.evaluate("path => fetch(path).then(answer => answer.json())", path)
