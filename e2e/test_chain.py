"""The whole way of one matter through real pages: three hosts, nine people."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import COUNTY, PHONE, Enter, System
from e2e.people import ENDORSED, RESOLUTION, begin_draft, fill_form, first_review, order_withdrawal, review, take
from infra.chain import Chain

FIRST, SECOND = "jixiong.gongga.localhost", "jiazhulin.gongga.localhost"


@pytest.mark.clause("2.1a", "2.1b", "2.1c", "2.1d", "3.1a", "3.1b", "3.3a")
def test_a_matter_is_applied_for_decided_sealed_delivered_received_and_withdrawn(enter: Enter, system: System) -> None:
    clerk = enter("water-clerk")
    number = begin_draft(clerk, "春灌节水入户说明")
    fill_form(clerk)
    path = f"/applications/{number}"

    take(enter("water-head"), path, "submit")
    office = enter("clerk")
    take(office, path, "accept")
    first_review(office, path)
    everybody = Chain(system.port, system.logins, lambda _line: None)
    everybody.hear({"id": number})
    review(office, path)
    head = enter("head")
    take(head, path, "refer")
    recorder = enter("recorder")
    take(recorder, path, "endorse", ENDORSED)
    take(recorder, path, "approve", RESOLUTION)
    keeper = enter("seal")
    take(keeper, path, "issue")
    expect(keeper.get_by_text("演社工准〔2026〕").first).to_be_visible()
    expect(keeper.get_by_test_id("history")).to_contain_text("用印制发文书")

    leader = enter("leader")
    leader.goto(system.address(COUNTY, "/matters"))
    leader.get_by_role("link", name="春灌节水入户说明").first.click()
    expect(leader.get_by_text("已送达 43 / 43 个村（社区）")).to_be_visible()
    matter = leader.url.split("localhost")[-1].split("/", 1)[1]

    _confirm_at_the_desk(enter, system)
    _confirm_on_the_phone(enter, system)
    leader.reload()
    expect(leader.get_by_text("已签收 2 / 43 个村（社区）")).to_be_visible()
    leader.goto(system.address(COUNTY, "/board"))
    expect(leader.get_by_role("link", name=re.compile("已签收"))).to_be_visible()

    order_withdrawal(head, f"/{matter}", "工作已完成")
    everybody.hear_objections(int(matter.split("/")[-1]))
    take(keeper, f"/{matter}", "withdraw")
    village = enter(system.villages(FIRST)[0], FIRST)
    village.goto(system.address(FIRST, "/placements"))
    expect(village.get_by_text("已撤销").first).to_be_visible()
    village.get_by_role("link", name="春灌节水入户说明").first.click()
    expect(village.get_by_text("工作已完成").first).to_be_visible()


def _confirm_at_the_desk(enter: Enter, system: System) -> None:
    """With the paper in view, by the code that stands on it."""
    officer = enter(system.villages(FIRST)[0], FIRST)
    officer.goto(system.address(FIRST, "/placements"))
    officer.get_by_role("link", name="春灌节水入户说明").first.click()
    code = _code_of(officer)
    officer.get_by_test_id("step-confirm").click()
    seen = officer.get_by_label("我已查阅上方批准文书，确认文书与事项相符")
    seen.press("Space")  # by keyboard: the paper above is still finding its height
    expect(seen).to_be_checked()
    officer.get_by_label("批准文书核验码（文书右上角）").fill(code)
    officer.get_by_test_id("confirm-confirm").click()
    expect(officer.get_by_test_id("step-complete")).to_be_visible()


def _confirm_on_the_phone(enter: Enter, system: System) -> None:
    """At /m, without JavaScript."""
    officer = enter(system.villages(SECOND)[0], SECOND, size=PHONE, java_script_enabled=False)
    officer.goto(system.address(SECOND, "/m"))
    officer.get_by_role("link", name="春灌节水入户说明").click()
    receipt = officer.url
    officer.get_by_role("button", name="签收").click()
    expect(officer.get_by_role("alert")).to_contain_text("打开文书，再签收")
    with officer.expect_response("**/paper/approval") as answer:
        officer.get_by_role("link", name="查看批准文书").click()
    assert answer.value.headers["content-type"] == "application/pdf"
    officer.goto(receipt)
    officer.get_by_role("button", name="签收").click()
    expect(officer.get_by_text("已签收，办理中")).to_be_visible()


def _code_of(officer: Page) -> str:
    officer.wait_for_url(re.compile(r"/placements/\d+$"))
    placement = officer.url.rsplit("/", 1)[-1]
    code: str = officer.evaluate(
        "id => fetch(`/api/placements/${id}`).then(r => r.json()).then(p => p.document_code)", placement
    )
    return code
