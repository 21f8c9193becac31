"""What a page offers to whom, in which words and by which clock."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from e2e.conftest import COUNTY, PHONE, Enter, System
from e2e.test_chain import FIRST
from infra.visitor import Visitor

WAITING = "/applications/2"
"""Filed by its department; it waits for the office."""
NOTHING = "当前没有需要您办理的步骤"


@pytest.mark.parametrize(
    ("username", "offered"),
    [
        ("clerk", {"step-accept", "step-not_accept", "step-return_for_correction"}),
        ("head", set[str]()),
        ("recorder", set[str]()),
        ("seal", set[str]()),
        ("leader", set[str]()),
        ("auditor", set[str]()),
        ("safety-head", {"step-recall"}),
    ],
)
def test_a_role_finds_the_buttons_of_its_own_acts_and_no_others(
    enter: Enter, system: System, username: str, offered: set[str]
) -> None:
    page = enter(username)
    page.goto(system.address(COUNTY, WAITING))
    expect(page.get_by_test_id("history")).to_contain_text("申报")
    expect(page.locator("[data-testid^=step-]").first.or_(page.get_by_text(NOTHING))).to_be_visible()
    buttons = page.locator("[data-testid^=step-]").evaluate_all("found => found.map(b => b.dataset.testid)")
    assert set(buttons) == offered


def test_what_waits_for_me_stands_on_my_first_page_and_opens_there(enter: Enter, system: System) -> None:
    page = enter("clerk")
    todo = page.get_by_test_id("todo")
    todo.get_by_role("link", name="冬季用火用电安全入户提醒").click()
    page.wait_for_url(re.compile(r"/applications/\d+$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("冬季用火用电安全入户提醒"))


def test_another_departments_application_is_not_found(enter: Enter, system: System) -> None:
    page = enter("farming-head")
    page.goto(system.address(COUNTY, WAITING))
    expect(page.get_by_text(re.compile("没有找到|无权查看")).first).to_be_visible()


def test_times_are_beijings_wherever_the_browser_stands(
    enter: Enter, system: System, seen_by: Callable[[str], Visitor]
) -> None:
    newest = seen_by("auditor").get(f"{WAITING}/history")[0]["at"]
    page = enter("auditor", timezone_id="America/New_York")
    page.goto(system.address(COUNTY, WAITING))
    shown = page.get_by_test_id("history").locator(f'time[datetime="{newest}"]').first
    here = page.evaluate(
        "at => new Intl.DateTimeFormat('zh-CN', {hour: '2-digit', minute: '2-digit', hour12: false, "
        "timeZone: 'Asia/Shanghai'}).format(new Date(at))",
        newest,
    )
    expect(shown).to_contain_text(here)


def test_the_interface_speaks_english_and_so_does_the_server(enter: Enter, system: System) -> None:
    page = enter("head")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    page.goto(system.address(COUNTY, WAITING))
    expect(page.get_by_test_id("history")).to_contain_text("Submit")
    assert not re.search("申报单位|提请|受理", page.locator("nav").first.inner_text())


def test_a_page_that_is_nowhere_says_so_and_leads_home(enter: Enter, system: System) -> None:
    page = enter("leader")
    page.goto(system.address(COUNTY, "/nowhere"))
    expect(page.get_by_text("没有找到此页")).to_be_visible()
    page.locator("a[href='/']").first.click()
    page.wait_for_url(system.address(COUNTY))


@pytest.mark.clause("2.2a")
def test_a_village_reads_the_three_lists_on_its_phone(enter: Enter, system: System) -> None:
    page = enter(system.villages(FIRST)[0], FIRST, size=PHONE)
    page.goto(system.address(FIRST, "/lists"))
    for name in ("依法履职事项清单", "协助办理事项清单", "工作负面事项清单"):
        expect(page.get_by_text(name).first).to_be_visible()
