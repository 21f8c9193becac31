"""What the people of the tests do on the pages, in the words of the pages."""

import re
from datetime import date

from playwright.sync_api import Page, expect

FORM = {
    "联系人": "演示联系人",
    "联系电话": "0893-0000000",
    "可行性说明": "技术人员随队，时间安排在农闲。",
    "与部门职责的关系": "部门自身职责，村（社区）仅协助。",
    "工作频次": "一年一轮",
    "每村每月工作量（人日）": "1.5",
    "开始日期": "2026-12-01",
    "结束日期": "2027-06-30",
    "部门职责": "编印材料，派技术人员到场",
    "乡镇职责": "协调时间，汇总线索",
    "必要性说明": "用水集中，需入户说明轮灌安排。",
    "工作目标与任务": "向每户说明轮灌次序和节水办法",
    "完成标准": "完成一轮入户说明。",
    "每村工作经费（元）": "3600.00",
    "经费来源（预算科目）": "农林水支出",
}
BASIS = {"法律法规或文件名称": "中华人民共和国抗旱条例", "条款": "第四十二条", "版本（公布或修订日期）": "2009-02-26"}


def begin_draft(page: Page, title: str) -> int:
    """A new application with a name and nothing else; its number."""
    page.goto(_at(page, "/applications"))
    page.get_by_test_id("new-application").click()
    page.get_by_role("textbox", name="事项名称").fill(title)
    page.get_by_role("button", name="开始填写").click()
    page.wait_for_url(re.compile(r"/applications/\d+/edit"))
    return int(page.url.split("/")[-2])


def fill_form(page: Page, *, leave_out: str = "") -> None:
    """Every section, for the whole county; typed, and saved by itself."""
    for label, text in FORM.items():
        if label != leave_out:
            page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("村（社区）职责", exact=True).fill("引导技术人员入户")
    page.get_by_test_id("add-basis").click()
    for label, text in BASIS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("选择全县所有村（社区）").check()
    page.get_by_label("本申请及附件不涉及国家秘密").check()
    expect(page.get_by_test_id("save-state")).to_contain_text("已保存")


def take(page: Page, path: str, step: str, fields: dict[str, str] | None = None) -> None:
    """Open a page, press the button of a step, fill in what it asks and confirm."""
    page.goto(_at(page, path))
    page.get_by_test_id(f"step-{step}").click()
    for label, text in (fields or {}).items():
        page.get_by_label(label, exact=True).last.fill(text)
    page.get_by_test_id(f"confirm-{step}").click()
    expect(page.get_by_test_id(f"step-{step}")).to_have_count(0)


def review(page: Page, path: str) -> None:
    """Three findings, all favourable (clause 3.1a)."""
    page.goto(_at(page, path))
    page.get_by_test_id("step-review").click()
    for aspect in ("合法性", "可行性", "合理性"):
        page.get_by_role("group", name=aspect).get_by_role("radio", name="通过", exact=True).check()
        page.get_by_label(f"{aspect}意见").fill("符合要求。")
    page.get_by_test_id("confirm-review").click()
    expect(page.get_by_test_id("step-review")).to_have_count(0)


def first_review(page: Page, path: str) -> None:
    """Complete; each similar matter in force is judged to be another one (A-11)."""
    page.goto(_at(page, path))
    page.get_by_test_id("step-first_review").click()
    page.get_by_label("初审意见", exact=True).last.fill("材料齐全，不与现有事项重复。")
    expect(page.get_by_text(re.compile("相似的生效事项")).last).to_be_visible()
    for similar in page.locator("[data-testid^=similar-]").filter(has=page.get_by_role("radio")).all():
        similar.get_by_role("radio", name="不同事项", exact=True).check()
        similar.get_by_label("认定理由").fill("对象和内容不同。")
    page.get_by_test_id("confirm-first_review").click()
    expect(page.get_by_test_id("step-first_review")).to_have_count(0)


def order_withdrawal(page: Page, path: str, reasons: str) -> None:
    """The work is done: with its report, settlement and closures (A-25)."""
    page.goto(_at(page, path))
    page.get_by_test_id("step-order_withdrawal").click()
    page.get_by_role("combobox", name="退出情形").click()
    page.get_by_title("工作已完成", exact=True).click()
    for label, text in ({"理由": reasons} | SETTLED).items():
        page.get_by_label(label, exact=True).last.fill(text)
    page.get_by_test_id("confirm-order_withdrawal").click()
    expect(page.get_by_test_id("step-order_withdrawal")).to_have_count(0)


ENDORSED = {"批示或纪要编号": "演示批8号", "签批日期": date(2026, 11, 20).isoformat(), "签批意见": "同意提请研究"}
SETTLED = {"完成情况报告": "已完成一轮", "经费结算情况": "已结清", "台账、牌子清理情况": "未建台账"}
RESOLUTION = {"决定编号": "演示县委常委会〔2026〕9号", "会议日期": date(2026, 11, 20).isoformat()}


def _at(page: Page, path: str) -> str:
    return re.sub(r"^(https?://[^/]+).*", rf"\1{path}", page.url)
