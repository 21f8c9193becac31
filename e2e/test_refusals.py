"""What the pages refuse, and how they say so."""

import pytest
from playwright.sync_api import expect

from e2e.conftest import COUNTY, Enter, System
from e2e.people import ENDORSED, RESOLUTION, begin_draft, fill_form, first_review, review, take
from e2e.test_chain import FIRST, SECOND
from infra.chain import Chain


def test_a_user_of_another_township_is_sent_to_log_in(enter: Enter, system: System) -> None:
    """Also with the cookie in hand: a session is bound to its host."""
    officer = enter("officer", FIRST)
    cookies = [cookie | {"domain": SECOND} for cookie in officer.context.cookies()]
    officer.context.add_cookies(cookies)  # type: ignore[arg-type]  # what cookies() gives is what add_cookies() takes
    officer.goto(system.address(SECOND, "/placements"))
    officer.wait_for_url("**/login**")


def test_a_wrong_role_finds_neither_menu_nor_page(enter: Enter, system: System) -> None:
    leader = enter("leader")
    leader.goto(system.address(COUNTY, "/users"))
    expect(leader.get_by_text("没有查看此页的权限").or_(leader.get_by_text("没有找到此页"))).to_be_visible()
    expect(leader.get_by_role("link", name="账号管理")).to_have_count(0)


@pytest.mark.clause("3.3b")
def test_a_missing_field_is_told_beside_its_section_and_on_the_greyed_button(enter: Enter, system: System) -> None:
    clerk = enter("farming-clerk")
    number = begin_draft(clerk, "农田灌渠巡查说明")
    fill_form(clerk, leave_out="每村工作经费（元）")
    expect(clerk.get_by_test_id("checks-funding")).to_contain_text("请落实每村工作经费，或说明无需经费的理由")
    head = enter("farming-head")
    head.goto(system.address(COUNTY, f"/applications/{number}"))
    expect(head.get_by_text("申报：请落实每村工作经费，或说明无需经费的理由")).to_be_visible()
    expect(head.get_by_test_id("step-submit")).to_have_attribute("aria-disabled", "true")
    head.get_by_test_id("step-submit").dispatch_event("click")
    expect(head.get_by_test_id("confirm-submit")).to_have_count(0)


@pytest.mark.clause("2.1b")
def test_a_double_click_on_approve_makes_one_decision(enter: Enter, system: System) -> None:
    clerk = enter("safety-clerk")
    number = begin_draft(clerk, "冬季炉具安全入户说明")
    fill_form(clerk)
    path = f"/applications/{number}"
    take(enter("safety-head"), path, "submit")
    office = enter("clerk")
    take(office, path, "accept")
    first_review(office, path)
    Chain(system.port, system.logins, lambda _line: None).hear({"id": number})
    review(office, path)
    take(enter("head"), path, "refer")
    recorder = enter("recorder")
    take(recorder, path, "endorse", ENDORSED)
    answers: list[int] = []
    recorder.on("response", lambda r: answers.append(r.status) if r.url.endswith("/approve") else None)
    recorder.goto(system.address(COUNTY, path))
    recorder.get_by_test_id("step-approve").click()
    for label, text in RESOLUTION.items():
        recorder.get_by_label(label, exact=True).fill(text)
    recorder.get_by_test_id("confirm-approve").dblclick()
    expect(recorder.get_by_test_id("step-approve")).to_have_count(0)
    assert answers == [200]


def test_a_draft_survives_a_lost_connection(enter: Enter) -> None:
    clerk = enter("water-clerk")
    begin_draft(clerk, "断网时填写的申请")
    clerk.context.set_offline(True)
    clerk.get_by_label("必要性说明", exact=True).fill("离线时写下的话")
    expect(clerk.get_by_test_id("save-state")).to_contain_text("已存本机")
    clerk.context.set_offline(False)
    expect(clerk.get_by_test_id("save-state")).to_contain_text("已保存")
    clerk.reload()
    expect(clerk.get_by_label("必要性说明", exact=True)).to_have_value("离线时写下的话")
