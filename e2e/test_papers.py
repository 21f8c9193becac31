"""Papers written by hand on real pages: to the seal and to their voidance, an office's own wording, a duplicate."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from e2e import papers
from e2e.conftest import COUNTY, Enter, System
from e2e.people import take
from infra.visitor import Visitor

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
SUBJECT = "演示季度核查情况"
FIELDS = {"主送单位": "各乡镇人民政府，县级各部门", "通报事由": SUBJECT, "领导批准文号": "演示批10号"}
LINES = {"happened": "演示：共核查43个村（社区）", "asked": "各部门应当先申请准入，持批准文书进入"}
ENDING, REWORDED = "逾期未整改或者整改不到位的", "逾期未报送整改情况的"
type SeenBy = Callable[[str], Visitor]


@pytest.mark.clause("2.1b", "2.1c", "2.3d", "4.4")
def test_a_paper_goes_from_its_draft_to_its_seal_and_is_declared_void(
    enter: Enter, system: System, seen_by: SeenBy
) -> None:
    """Written with a gap, asked for, approved of by one, sealed by another, verified; void, its number stays taken."""
    clerk, head, keeper = enter("clerk"), enter("head"), enter("seal")
    draft = _write_circular(clerk, system, seen_by)
    take(clerk, draft, "request", {"份数": "3"})
    use = str(clerk.locator("a[href^='/seal-uses/']").last.get_attribute("href"))
    take(head, use, "approve", {"审批依据": "演示批10号"})
    take(keeper, use, "use")

    clerk.goto(system.address(COUNTY, draft))
    number = clerk.get_by_role("link", name=re.compile("^演社工通"))
    paper, said = str(number.get_attribute("href")), number.inner_text()
    code = seen_by("head").get(paper)["code"]
    assert _standing(clerk, system, code) == "今日状态：有效"

    head.goto(system.address(COUNTY, paper))
    head.get_by_test_id("void").click()
    head.get_by_label("作废原因", exact=True).fill("统计口径有误")
    head.get_by_test_id("confirm-void").click()
    expect(head.get_by_test_id("void")).to_have_count(0)
    assert _standing(clerk, system, code) == "今日状态：已作废"
    expect(clerk.get_by_text("统计口径有误")).to_be_visible()
    head.goto(system.address(COUNTY, "/documents?kind=circular"))
    row = head.get_by_role("row").filter(has_text=said)
    expect(row).to_contain_text("已作废")


def _write_circular(clerk: Page, system: System, seen_by: SeenBy) -> str:
    """The draft's address. Its last gap is told, shown in the sample, and filled."""
    clerk.goto(system.address(COUNTY, "/drafts"))
    clerk.get_by_test_id("new-draft").click()
    clerk.get_by_role("combobox", name="文种").last.click()
    clerk.locator(".ant-select-item-option").filter(has_text=re.compile("^通报$")).last.click()
    clerk.get_by_test_id("confirm-new-draft").click()
    clerk.wait_for_url(re.compile(r"/drafts/\d+$"))
    for label, text in FIELDS.items():
        clerk.get_by_label(label, exact=True).fill(text)
    for name, text in LINES.items():
        clerk.get_by_test_id(f"add-{name}").click()
        clerk.locator(f"#draft_{name}_0").fill(text)
    clerk.get_by_test_id("save-draft").click()
    checked = clerk.get_by_test_id("draft-check")
    expect(checked.locator(".warned")).to_have_count(1)
    expect(checked).to_contain_text("批准日期：此项必填")
    expect(checked).to_contain_text("“处理情况”没有内容，相应的句子不印")
    expect(clerk.get_by_test_id("step-request")).to_be_disabled()
    expect(clerk.get_by_test_id("pdf")).to_be_visible()
    path = clerk.url.split(f":{system.port}")[1]
    assert SUBJECT in _text(seen_by("clerk").file(f"{path}/preview"))
    clerk.get_by_label("批准日期", exact=True).fill(TODAY)
    clerk.get_by_test_id("save-draft").click()
    expect(checked.locator(".warned")).to_have_count(0)
    expect(clerk.get_by_test_id("step-request")).to_be_enabled()
    return path


@pytest.mark.clause("3.2b")
def test_an_office_words_a_paper_anew_and_goes_back_to_the_supplied_text(
    enter: Enter, system: System, seen_by: SeenBy
) -> None:
    """A fault is told with its line; a real paper shows the wording; the next paper has it; then it is taken back."""
    clerk, head = enter("clerk"), enter("head")
    address = system.address(COUNTY, "/templates/rectification")
    clerk.goto(address)
    source = clerk.locator("#source")
    supplied = source.input_value()
    line = next(no for no, text in enumerate(supplied.splitlines(), 1) if ENDING in text)
    source.fill(supplied.replace(ENDING, f"<script>{ENDING}"))
    clerk.get_by_test_id("try-template").click()
    expect(clerk.get_by_test_id("template-faults")).to_contain_text(f"第 {line} 行")
    source.fill(supplied.replace(ENDING, REWORDED))
    clerk.get_by_test_id("try-template").click()
    expect(clerk.get_by_test_id("pdf")).to_be_visible()
    clerk.get_by_test_id("save-template").click()
    expect(clerk.get_by_test_id("publish-template")).to_have_count(0)
    expect(clerk.get_by_test_id("save-template")).to_be_disabled()

    head.goto(address)
    head.get_by_test_id("publish-template").click()
    _confirm(head)
    expect(head.get_by_text(re.compile(r"^本单位第 \d+ 版$")).first).to_be_visible()
    assert REWORDED in _text(_issue_another(seen_by))
    head.get_by_role("button", name="恢复系统提供的模板").click()
    _confirm(head)
    expect(head.get_by_text("系统提供", exact=True).first).to_be_visible()


def _confirm(page: Page) -> None:
    page.locator(".ant-popconfirm .ant-btn-primary").last.click()


def _issue_another(seen_by: SeenBy) -> bytes:
    """What the demonstration's first demand says, typed anew, approved of and sealed; the paper's file."""
    clerk, head, keeper = seen_by("clerk"), seen_by("head"), seen_by("seal")
    first = clerk.get("/drafts?kind=rectification")["items"][-1]["id"]
    begun = clerk.post("/drafts", {"kind": "rectification"})
    typed = {"version": begun["version"], "facts": clerk.get(f"/drafts/{first}")["facts"], "scope": []}
    draft = begun["id"]
    saved = clerk.request("PUT", f"/api/drafts/{draft}", json.dumps(typed).encode(), "application/json").json()
    use = clerk.post(f"/drafts/{draft}/request", {"version": saved["version"]})["use"]["id"]
    head.post(f"/seal-uses/{use}/approve", {"version": head.get(f"/seal-uses/{use}")["version"]})
    used = keeper.post(f"/seal-uses/{use}/use", {"version": keeper.get(f"/seal-uses/{use}")["version"]})
    return head.file(f"/documents/{used['document']['id']}/file")


@pytest.mark.clause("2.1c", "2.3d")
def test_a_duplicate_is_asked_for_approved_of_made_and_read(enter: Enter, system: System, seen_by: SeenBy) -> None:
    clerk, head, keeper = enter("clerk"), enter("head"), enter("seal")
    paper = papers.that_is(seen_by("head"), "valid", "rectification")
    address = system.address(COUNTY, f"/documents/{paper['id']}")
    clerk.goto(address)
    clerk.get_by_test_id("duplicate").click()
    clerk.get_by_label("发给（单位或者个人）", exact=True).fill("演示审计机关")
    clerk.get_by_label("制发副本的事由", exact=True).fill("审计需要")
    clerk.get_by_test_id("confirm-duplicate").click()
    expect(clerk.get_by_test_id("confirm-duplicate")).to_have_count(0)
    use = f"/seal-uses/{seen_by('head').get(f'/documents/{paper["id"]}/uses')[-1]['id']}"
    take(head, use, "approve")
    take(keeper, use, "use")

    clerk.goto(address)
    made = clerk.get_by_role("listitem").filter(has_text="演示审计机关").last.get_by_role("link")
    expect(made).to_have_text(re.compile(r"^副本 \d+$"))
    file = str(made.get_attribute("href")).removeprefix("/api")
    assert "演示审计机关" in _text(seen_by("clerk").file(file))


def _standing(page: Page, system: System, code: str) -> str:
    page.goto(system.address(COUNTY, f"/v/{code}"))
    return page.locator("#standing").inner_text()


def _text(pdf: bytes) -> str:
    """Of all pages, without line ends."""
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf))
