"""What people do on the pages of a contract, in the words of the pages."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from e2e.conftest import COUNTY, System

Fields = Mapping[str, str]


def begin(page: Page, system: System, provider: tuple[str, str, str], *, subject: str, service: str) -> None:
    """Who shall provide what; the check answers while it is typed. `provider`: township, village, kind."""
    township, village, kind = provider
    page.goto(system.address(COUNTY, "/contracts/new"))
    search(page, "乡镇", township)
    search(page, "村（社区）", village)
    choose(page, "承接主体类型", kind)
    page.get_by_label("服务名称").fill(subject)
    if service:
        search(page, "采购品目", service)


def write(page: Page, fields: Fields, choices: Fields, searches: Fields) -> None:
    """Fields of the text in their order, each kind after the other; saved by itself."""
    for label, text in fields.items():
        page.get_by_label(label, exact=True).fill(text)
    for label, choice in choices.items():
        choose(page, label, choice)
    for label, words in searches.items():
        search(page, label, words)


def take_template(page: Page, name: str) -> None:
    """All clauses of a template from the library."""
    page.get_by_test_id("from-library").click()
    choose(page, "按合同范本选取", name)
    page.get_by_test_id("take-clauses").click()
    expect(page.get_by_test_id("sum-provider")).to_contain_text("已满 100")


def is_saved(page: Page) -> None:
    expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved")


def measure(page: Page, number: int, **figures: str) -> None:
    """What was found of one clause, by the labels of its fields."""
    fields = page.get_by_test_id(f"assess-{number}")
    for label, figure in figures.items():
        fields.get_by_label(re.compile(f"^{label}")).fill(figure)


def sign_panel(page: Page, path: str, *, opinion: str, amount: str) -> None:
    """Three members, the last of them one of those who are served; the work is accepted."""
    page.goto(re.sub(r"^(https?://[^/]+).*", rf"\1{path}", page.url))
    page.get_by_test_id("step-sign_panel").click()
    for n in (1, 2, 3):
        page.get_by_label(f"成员 {n} · 姓名").fill(f"演示成员{n}")
        page.get_by_label(f"成员 {n} · 身份或单位").fill("演示代表")
    page.get_by_label("成员 3 是服务对象代表").check()
    page.get_by_label("服务对象意见", exact=True).last.fill(opinion)
    choose(page, "验收结论", "验收合格")
    page.get_by_label("建议支付金额（元）", exact=True).last.fill(amount)
    page.get_by_test_id("confirm-sign_panel").click()
    expect(page.get_by_test_id("step-sign_panel")).to_have_count(0)


def choose(page: Page, label: str, choice: str) -> None:
    """From a short list."""
    page.get_by_label(label, exact=True).last.click()
    offered(page, choice).click()


def search(page: Page, label: str, words: str) -> None:
    """By keyboard: a long list draws only what is seen of it."""
    field = page.get_by_label(label, exact=True).last
    field.press_sequentially(words)
    expect(offered(page, words)).to_be_visible()
    field.press("Enter")


def offered(page: Page, words: str) -> Locator:
    """The first choice with these words in the list that is open."""
    opened = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
    return opened.locator(".ant-select-item-option").filter(has_text=words).first
