"""Verifying a paper in every state that the county has: by number and code, for a day, and by dropping a file."""

import base64
import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from e2e.conftest import COUNTY, PATIENCE_MS, PHONE, System
from e2e.papers import that_is
from e2e.test_accessibility import faults_of
from infra.visitor import Visitor

ENDED = {
    "withdrawn": "已撤销",
    "superseded": "已被取代",
    "expired": "已到期",
    "lapsed": "已失效",
    "voided": "已作废",
}
"""What the page calls an ended paper, by its status in the register."""
REFUSED = "有人凭它要求村里做事的，可以拒绝。"
DROP = """([selector, name, bytes]) => {
  const moved = new DataTransfer();
  moved.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, {type: "application/pdf"}));
  const event = new DragEvent("drop", {dataTransfer: moved, bubbles: true, cancelable: true});
  document.querySelector(selector).dispatchEvent(event);
}"""
Open = Callable[..., Page]
Papers = Callable[..., dict[str, Any]]


@pytest.fixture
def anyone(browser: Browser) -> Iterator[Open]:
    """A phone; no page may raise an error, ask another host for anything, or break the content security policy."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def page(**context: Any) -> Page:
        contexts.append(browser.new_context(viewport=PHONE, locale="zh-CN", **context))
        opened = contexts[-1].new_page()
        opened.set_default_timeout(PATIENCE_MS)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
        opened.on("request", lambda asked: faults.append(asked.url) if f"//{COUNTY}:" not in asked.url else None)
        return opened

    expect.set_options(timeout=PATIENCE_MS)
    yield page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def papers(seen_by: Callable[[str], Visitor]) -> Papers:
    """`papers("valid")`, `papers("valid", "contract")`: one of that status."""
    return partial(that_is, seen_by("head"))


@pytest.fixture
def of_every_state(seen_by: Callable[[str], Visitor]) -> list[dict[str, Any]]:
    """A paper of each kind and status that the county has."""
    head = seen_by("head")
    first = {(row["kind"], row["status"]): row["id"] for row in head.get("/documents?limit=200")["items"]}
    return [head.get(f"/documents/{id}") for id in first.values()]


@pytest.fixture
def content(seen_by: Callable[[str], Visitor]) -> Callable[[dict[str, Any]], bytes]:
    return lambda paper: seen_by("head").file(f"/documents/{paper['id']}/file")


@pytest.mark.clause("2.1d")
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_every_standing_is_told_and_said(
    anyone: Open, of_every_state: list[dict[str, Any]], system: System, *, javascript: bool
) -> None:
    page = anyone(java_script_enabled=javascript)
    for paper in of_every_state:
        page.goto(system.address(COUNTY, f"/v/{paper['code']}"))
        label = ENDED.get(paper["status"], paper["standing_label"])
        expect(page.locator("#standing")).to_have_text(f"今日状态：{label}")
        expect(page.locator("#days")).to_contain_text(f"成文之日（{paper['issued_on']}）")
        said = page.locator("#said").inner_text()
        assert said.startswith("这是演示文书，盖的是样章，没有效力；按登记，")
        assert (REFUSED in said) == (paper["status"] in ENDED and paper["status"] != "superseded"), said
        if javascript:
            assert faults_of(page) == [], paper["number"]
    states = {(paper["kind"], paper["status"]) for paper in of_every_state}
    assert {("approval", "superseded"), ("provisional", "valid"), ("contract", "valid")} <= states


def test_by_number_and_code(anyone: Open, papers: Papers, system: System) -> None:
    page, paper = anyone(java_script_enabled=False), papers("valid")

    def ask(code: str, number: str) -> None:
        page.goto(system.address(COUNTY, "/v"))
        page.get_by_label("核验码").fill(code)
        page.get_by_label("发文字号").fill(number)
        page.get_by_role("button", name="查询").click()

    ask(paper["code"].lower(), paper["number"].replace("〔", "[").replace("〕", "]"))
    expect(page.locator("#standing")).to_have_text("今日状态：有效")
    expect(page.locator("#permits")).to_contain_text(paper["addressee"])
    for code, number in ((paper["code"], paper["number"].replace("号", "9号")), ("000000000000", paper["number"])):
        ask(code, number)
        expect(page.locator("#standing")).to_have_text("查无此文书")
        expect(page.locator("#said")).to_contain_text("查不到这份文书，可以拒绝")
        expect(page.get_by_label("发文字号")).to_have_value(number)


@pytest.mark.clause("2.1d")
def test_for_another_day(anyone: Open, papers: Papers, system: System) -> None:
    page, paper = anyone(), papers("superseded")
    page.goto(system.address(COUNTY, f"/v/{paper['code']}"))
    page.get_by_label("查看另一天").fill(paper["ended_on"])
    page.get_by_role("button", name="查看", exact=True).click()
    expect(page.locator("#days dd")).to_have_count(3)
    expect(page.locator("#days dd").nth(1)).to_have_text("已被取代")
    page.goto(system.address(COUNTY, f"/v/{paper['code']}?on=2099-01-01"))
    expect(page.locator("#on")).to_have_accessible_description("将来的日期无法核验，请填今天或者以前的日期")
    assert faults_of(page) == []


def test_a_good_file_is_known_without_being_sent(
    anyone: Open, papers: Papers, content: Callable[[dict[str, Any]], bytes], system: System
) -> None:
    page, paper = anyone(), papers("valid")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.method))
    page.goto(system.address(COUNTY, "/v"))
    _drop(page, content(paper))
    expect(page.locator("#file-answer")).to_contain_text("文件与印发的文书完全一致，签名完好")
    expect(page.locator("#file-answer")).to_be_focused()
    expect(page.locator("#standing")).to_have_text("今日状态：有效")
    expect(page.get_by_text(paper["number"]).first).to_be_visible()
    assert set(sent) == {"GET"}
    assert faults_of(page) == []
    page.go_back()
    expect(page.get_by_label("核验码")).to_be_visible()


def test_a_changed_file_is_sent_and_found_out(
    anyone: Open, papers: Papers, content: Callable[[dict[str, Any]], bytes], system: System
) -> None:
    page, paper = anyone(), papers("valid")
    genuine = content(paper)
    for changed, more in (
        (_flipped(genuine), "请用纸面上的核验码查询原件"),
        (_updated(genuine), "下面是改动之前的原件"),
    ):
        page.goto(system.address(COUNTY, "/v"))
        _drop(page, changed)
        expect(page.locator("#file-answer")).to_contain_text("文件在签名之后被改动过，不是印发的文书。")
        expect(page.locator("#file-answer")).to_contain_text(more)
    assert faults_of(page) == []


def test_a_strangers_file_is_none_of_ours(
    anyone: Open, papers: Papers, content: Callable[[dict[str, Any]], bytes], system: System
) -> None:
    page, paper, other = anyone(), papers("valid"), papers("valid", "list_edition")
    page.goto(system.address(COUNTY, f"/v/{paper['code']}"))
    _drop(page, b"%PDF-1.7\nnothing\n%%EOF")
    expect(page.locator("#file-answer")).to_contain_text("文件没有本系统的签名")
    _drop(page, content(other))
    expect(page.locator("#file-answer")).to_contain_text(f"它是 {other['number']}")
    expect(page.locator("#standing")).to_have_text("今日状态：有效")


def test_without_a_hash_in_the_browser_the_file_is_sent(
    anyone: Open, papers: Papers, content: Callable[[dict[str, Any]], bytes], system: System
) -> None:
    """Over plain http a browser makes none."""
    page = anyone()
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(system.address(COUNTY, "/v"))
    _choose(page, content(papers("valid")))
    expect(page.locator("#file-answer")).to_contain_text("完全一致")


def test_without_javascript_the_form_sends_it(
    anyone: Open, papers: Papers, content: Callable[[dict[str, Any]], bytes], system: System
) -> None:
    page, paper = anyone(java_script_enabled=False), papers("valid")
    page.goto(system.address(COUNTY, "/v"))
    expect(page.get_by_role("button", name="朗读")).to_have_count(0)
    _choose(page, content(paper))
    expect(page.locator("#file-answer")).to_contain_text("完全一致")
    expect(page.get_by_text(paper["number"]).first).to_be_visible()


def test_it_is_read_aloud(anyone: Open, papers: Papers, system: System) -> None:
    page = anyone()
    page.add_init_script("window.read = []; speechSynthesis.speak = (said) => read.push([said.text, said.lang]);")
    page.goto(system.address(COUNTY, f"/v/{papers('valid')['code']}"))
    page.get_by_role("button", name="朗读").click()
    assert page.evaluate("read") == [[page.locator("#said").text_content(), "zh-CN"]]


def _drop(page: Page, content: bytes) -> None:
    page.evaluate(DROP, ["#check", "文书.pdf", base64.b64encode(content).decode()])


def _choose(page: Page, content: bytes) -> None:
    page.set_input_files("#upload", {"name": "文书.pdf", "mimeType": "application/pdf", "buffer": content})
    page.get_by_role("button", name="核对", exact=True).click()


def _flipped(pdf: bytes) -> bytes:
    return pdf[:3000] + bytes([pdf[3000] ^ 1]) + pdf[3001:]


def _updated(pdf: bytes) -> bytes:
    """Its first page turned round behind the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
