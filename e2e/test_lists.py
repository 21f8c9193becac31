"""The three lists on real pages: a draft becomes a published edition, and a village reads what changed for it."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import COUNTY, PHONE, Enter, System
from e2e.people import take
from e2e.test_chain import FIRST

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
NEW = "组织村（居）民评议节水公约"
DECIDED = {"决定编号": "演示县委常委会〔2026〕12号", "决定日期": date(2026, 11, 20).isoformat()}
DAY = "施行日期（从这一天起按新版执行）"


@pytest.mark.clause("1.3b", "3.2a", "3.2b")
def test_a_draft_is_heard_decided_published_and_read_as_of_a_day(enter: Enter, system: System) -> None:
    """依法履职事项清单: a new entry, a department's word and its answer, number and seal, then history."""
    clerk = enter("clerk")
    clerk.goto(system.address(COUNTY, "/lists"))
    clerk.get_by_test_id("draft-statutory").click()
    clerk.get_by_test_id("confirm-draft-statutory").click()
    clerk.wait_for_url(re.compile(r"/lists/editions/\d+$"))
    path = re.sub(r"^https?://[^/]+", "", clerk.url)
    _add(clerk, NEW, "《中华人民共和国水法》第六条")

    take(enter("head"), path, "consult")
    water = enter("water-head")
    water.goto(system.address(COUNTY, path))
    water.get_by_test_id("comment").click()
    water.get_by_role("radio", name="修改建议").check()
    water.get_by_label("意见和理由", exact=True).last.fill("建议写明公约由村（居）民会议通过。")
    water.get_by_test_id("confirm-comment").click()
    expect(water.get_by_test_id("comments")).to_contain_text("村（居）民会议")

    clerk.reload()
    clerk.get_by_role("button", name=re.compile("^答复 ")).click()
    clerk.get_by_label("答复", exact=True).last.fill("采纳，施行时一并说明。")
    clerk.locator("[data-testid^=confirm-answer-]").click()
    expect(clerk.get_by_test_id("comments")).to_contain_text("采纳")

    system.manage("demo_hear", path.rsplit("/", 1)[-1])
    _approve(enter("recorder"), path)
    keeper = enter("seal")
    take(keeper, path, "publish", {DAY: TODAY.isoformat()})
    expect(keeper.get_by_text(re.compile("演社工清〔2026〕")).first).to_be_visible()
    expect(keeper.get_by_role("button", name="添加事项")).to_have_count(0)

    keeper.goto(system.address(COUNTY, f"/lists/statutory/on/{TODAY.isoformat()}"))
    expect(keeper.get_by_text(NEW).first).to_be_visible()
    keeper.goto(system.address(COUNTY, "/lists/statutory/on/2026-06-01"))
    expect(keeper.get_by_text("第 1 版").first).to_be_visible()
    expect(keeper.get_by_text(NEW)).to_have_count(0)


@pytest.mark.clause("2.2a", "3.2b")
def test_a_village_reads_first_what_was_taken_out_and_takes_note(enter: Enter, system: System) -> None:
    """工作负面事项清单, in consultation in the demo: an entry leaves, and a village learns it on a phone."""
    clerk = enter("clerk")
    clerk.goto(system.address(COUNTY, "/lists"))
    clerk.get_by_test_id("list-negative").get_by_role("link", name="新版草案").click()
    clerk.wait_for_url(re.compile(r"/lists/editions/\d+$"))
    path = re.sub(r"^https?://[^/]+", "", clerk.url)
    gone = "基层政府各职能部门不再单独组织考核评比活动"
    clerk.get_by_role("button", name=f"移出 {gone}").click()
    clerk.get_by_label("说明", exact=True).last.fill("已由另一项涵盖")
    clerk.locator("[data-testid^=confirm-remove-]").click()
    expect(clerk.get_by_role("button", name=f"恢复 {gone}")).to_be_visible()
    system.manage("demo_hear", path.rsplit("/", 1)[-1])
    _approve(enter("recorder"), path)
    take(enter("seal"), path, "publish", {DAY: TODAY.isoformat()})

    name = system.villages(FIRST)[0]
    village = enter(name, FIRST, size=PHONE)
    village.goto(system.address(FIRST, "/lists/mine"))
    asked = village.get_by_test_id("to-note")
    expect(asked.get_by_test_id("removed-first")).to_contain_text(gone)
    expect(village.get_by_test_id("group-negative")).not_to_contain_text(gone)
    button = asked.get_by_role("button", name=re.compile("^确认知悉 工作负面事项清单"))
    button.click()
    expect(button).to_have_count(0)


def test_anyone_reads_the_lists_without_logging_in(enter: Enter, system: System, page: Page) -> None:
    """Bare pages: today, searched by two characters and by pinyin initials, and as of a day."""
    page.goto(system.address(COUNTY, "/l/assist?q=xfxc"))
    expect(page.get_by_text("协助加强消防宣传教育").first).to_be_visible()
    page.goto(system.address(COUNTY, "/l/assist/2026-06-01"))
    expect(page.get_by_text("第 1 版").first).to_be_visible()


def _add(page: Page, title: str, basis: str) -> None:
    page.get_by_test_id("add-entry").click()
    page.get_by_label("事项名称", exact=True).fill(title)
    page.get_by_label("法律依据", exact=True).fill(basis)
    page.get_by_role("textbox", name="变动理由").fill("法律新规定")
    page.get_by_test_id("save-entry").click()
    expect(page.get_by_text(title).first).to_be_visible()


def _approve(page: Page, path: str) -> None:
    page.goto(re.sub(r"^(https?://[^/]+).*", rf"\1{path}", page.url))
    page.get_by_test_id("step-approve").click()
    for label, text in DECIDED.items():
        page.get_by_label(label, exact=True).last.fill(text)
    page.get_by_role("combobox", name="决定机构").click()
    page.get_by_title(re.compile("常委会")).click()
    page.get_by_test_id("confirm-approve").click()
    expect(page.get_by_test_id("step-approve")).to_have_count(0)
