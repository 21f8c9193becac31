"""A certificate on a village's phone: what may not be issued, and one from the request to its file."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE, Enter, System
from e2e.people import take
from e2e.test_chain import FIRST

KIN = "亲属关系证明（仅限办理公证）"
RECORD = "无犯罪记录证明"
PERSON, TEXT = "演示申请人旺姆", "与演示亲属格桑系母女关系"


@pytest.mark.clause("2.3c")
@pytest.mark.clause("2.3d")
def test_a_village_issues_a_listed_certificate_and_forgets_for_whom(enter: Enter, system: System) -> None:
    """One asks, another approves, the village's seal is put on; then the person stands in the file alone."""
    village = enter(system.villages(FIRST)[0], FIRST, size=PHONE)
    village.goto(system.address(FIRST, "/certificates"))
    village.get_by_test_id("new-certificate").click()
    _choose(village, RECORD)
    expect(village.get_by_role("alert")).to_contain_text("公安派出所")
    expect(village.get_by_test_id("certificate-send")).to_have_count(0)

    _choose(village, KIN)
    _fill(village, kind="企业")
    village.get_by_test_id("certificate-send").click()
    expect(village.get_by_text("企业不得要求村（社区）出具证明，村（社区）有权拒绝").first).to_be_visible()
    village.get_by_label("公证、法律援助等公共服务机构").check()
    village.get_by_test_id("certificate-send").click()
    village.wait_for_url(re.compile(r"/certificates/\d+$"))
    path = village.url.split(f":{system.port}")[1]
    expect(village.get_by_text(PERSON)).to_be_visible()

    take(enter("officer", FIRST), path, "approve")
    file = village.get_by_test_id("certificate-file")
    village.goto(system.address(FIRST, path))
    expect(file).to_be_visible(timeout=60_000)
    expect(village.get_by_text("证〔2026〕1号").first).to_be_visible()
    expect(village.get_by_text(PERSON)).to_have_count(0)
    assert _begins(village, file.get_attribute("href")) == "%PDF"


def _begins(page: Page, address: str | None) -> str:
    """The first four characters of what the browser gets there."""
    found: str = page.evaluate("async (at) => (await (await fetch(at)).text()).slice(0, 4)", address)
    return found


def _choose(page: Page, name: str) -> None:
    page.get_by_role("combobox", name="要出具哪种证明").click()
    page.get_by_role("combobox", name="要出具哪种证明").fill(name)
    page.locator(".ant-select-item-option").filter(has_text=name).first.click()


def _fill(page: Page, *, kind: str) -> None:
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("需求单位", exact=True).fill("山南市演示公证处")
    page.get_by_label("申请人姓名", exact=True).fill(PERSON)
    page.get_by_label("证明内容", exact=True).fill(TEXT)


def test_the_sheet_for_the_notice_board_is_there_for_printing(enter: Enter, system: System) -> None:
    village = enter(system.villages(FIRST)[0], FIRST, size=PHONE)
    village.goto(system.address(FIRST, "/placements"))
    for size in ("A4", "A3"):
        sheet = village.get_by_test_id(f"board-{size}").get_attribute("href")
        assert _begins(village, sheet) == "%PDF", size
