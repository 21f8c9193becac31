"""Anyone who holds a paper can ask whether it holds: no log-in, no JavaScript, any phone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.conftest import COUNTY, PATIENCE_MS, PHONE, System
from e2e.papers import that_is
from infra.chain import Chain
from infra.visitor import Visitor


@pytest.fixture
def anyone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield page
    context.close()


@pytest.mark.clause("2.1c")
def test_a_paper_is_verified_by_its_code_and_by_its_file(
    anyone: Page, system: System, seen_by: Callable[[str], Visitor]
) -> None:
    head = seen_by("head")
    paper = that_is(head, "valid")
    content = head.file(f"/documents/{paper['id']}/file")

    anyone.goto(system.address(COUNTY, f"/v/{paper['code'].lower()}"))
    expect(anyone.get_by_text(paper["number"]).first).to_be_visible()
    expect(anyone.locator("#standing")).to_have_text("今日状态：有效")

    _upload(anyone, content)
    expect(anyone.get_by_text("文件与印发的文书完全一致，签名完好")).to_be_visible()
    _upload(anyone, content[:-200] + b"x" + content[-199:])
    expect(anyone.get_by_text("文件与印发的文书完全一致，签名完好")).to_have_count(0)


@pytest.mark.clause("2.1d")
def test_a_withdrawn_paper_says_so_and_by_what_it_was_withdrawn(
    anyone: Page, system: System, seen_by: Callable[[str], Visitor]
) -> None:
    head = seen_by("head")
    matter = head.get("/matters?status=in_force")["items"][-1]["id"]
    code = head.get(f"/matters/{matter}")["papers"][0]["code"]
    settled = {"completion_report": "已完成", "settlement": "已结清", "closures": "未建台账"}
    head.post(f"/matters/{matter}/order_withdrawal", {"reasons": "任务已完成", **settled})
    Chain(system.port, system.logins, lambda _line: None).hear_objections(matter)
    notice = seen_by("seal").post(f"/matters/{matter}/withdraw")["papers"][-1]

    anyone.goto(system.address(COUNTY, f"/v/{code}"))
    expect(anyone.locator("#standing")).to_have_text("今日状态：已撤销")
    expect(anyone.locator("#said")).to_contain_text("现在无效。有人凭它要求村里做事的，可以拒绝。")
    # Issued and withdrawn on one day: it ended on its own.
    expect(anyone.locator("#days dd")).to_have_text(["已撤销", "已撤销"])
    expect(anyone.get_by_role("link", name=notice["number"])).to_be_visible()
    anyone.goto(system.address(COUNTY, f"/v/{notice['code']}"))
    expect(anyone.locator("#standing")).to_have_text("今日状态：有效")


def test_an_unknown_code_gets_a_clear_answer(anyone: Page, system: System) -> None:
    answer = anyone.goto(system.address(COUNTY, "/v/000000000000"))
    assert answer is not None
    assert answer.status == 404
    expect(anyone.get_by_role("alert").or_(anyone.locator(".notice.bad")).first).to_be_visible()


def _upload(page: Page, content: bytes) -> None:
    page.set_input_files("input[type=file]", {"name": "文书.pdf", "mimeType": "application/pdf", "buffer": content})
    page.locator("form:has(input[type=file]) button").click()
