"""What villages are asked and what they refuse, through real pages, with a line and without one."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import COUNTY, PHONE, Enter, System
from e2e.people import take
from e2e.test_chain import FIRST
from infra.chain_form import FORM
from infra.visitor import Visitor

DEMAND = "每周上报入户台账并上传工作照片"
ANSWER = "不再要求上报台账和照片"


@pytest.mark.clause("1.3a")
def test_a_village_refuses_without_a_line_and_it_arrives_once(enter: Enter, system: System) -> None:
    """Three steps on a phone whose line drops after the first; the department reads it without the village's name."""
    name = system.villages(FIRST)[0]
    village = enter(name, FIRST, size=PHONE)
    village.goto(system.address(FIRST, "/refusals/new"))
    _say_who(village, "县水务局")
    village.context.set_offline(True)
    _say_what(village)
    _send(village, unnamed=True)
    waiting = village.get_by_test_id("outbox")
    expect(waiting).to_contain_text("待发送")
    expect(village.get_by_test_id("outbox-bar")).to_contain_text("1 份内容已保存在本机")

    village.context.set_offline(False)
    expect(waiting).to_contain_text("已发送")
    expect(village.get_by_test_id("outbox-bar")).to_have_count(0)
    village.reload()
    expect(village.get_by_test_id("outbox")).to_contain_text("已发送")
    filed = [row for row in _fetch(village, "/api/refusals")["items"] if row["demand"] == DEMAND]
    assert len(filed) == 1

    _answered_by_the_department(enter, system, unlike=[filed[0]["village"], "吉雄"])
    village.get_by_role("link", name=DEMAND).click()
    expect(village.get_by_test_id("outcome")).to_contain_text("部门已收回要求，不用做了")
    expect(village.get_by_test_id("outcome")).to_contain_text(ANSWER)
    village.get_by_test_id("acknowledge").click()
    expect(village.get_by_test_id("course")).to_contain_text("村（社区）知悉")
    expect(village.get_by_test_id("acknowledge")).to_have_count(0)


def _say_who(village: Page, department: str) -> None:
    village.get_by_test_id("refuse-next").click()
    expect(village.get_by_text("请填写哪个部门提出的")).to_be_visible()
    village.get_by_label("哪个部门提出的").select_option(label=department)
    village.get_by_label("电话口头").check()
    village.get_by_test_id("refuse-next").click()
    expect(village.get_by_text("系统核对：没有出示可以核验的批准文书")).to_be_visible()
    expect(village.get_by_role("checkbox", name=re.compile("未出示批准文书"))).to_be_checked()


def _say_what(village: Page) -> None:
    village.get_by_label("要求做什么").fill(DEMAND)
    village.get_by_role("checkbox", name=re.compile("事项未经准入")).check()
    village.get_by_test_id("refuse-next").click()


def _send(village: Page, *, unnamed: bool) -> None:
    expect(village.get_by_text("县里知道，提出要求的部门看不到")).to_be_visible()
    if unnamed:
        village.get_by_label("不让他们知道是我们村（社区）提的").check()
    village.get_by_test_id("refuse-send").click()
    village.wait_for_url("**/refusals")


def _answered_by_the_department(enter: Enter, system: System, *, unlike: list[str]) -> None:
    """It finds the demand and the reasons, and no name of the place or of a person."""
    head = enter("water-head")
    head.goto(system.address(COUNTY, "/refusals"))
    head.get_by_role("link", name=re.compile(DEMAND)).first.click()
    expect(head.get_by_text("未出示批准文书").first).to_be_visible()
    expect(head.get_by_test_id("history")).to_be_visible()
    text = head.locator("main").inner_text()
    assert [name for name in unlike if name in text] == []
    take(head, re.sub(r"^https?://[^/]+", "", head.url), "withdraw_demand", {"答复内容": ANSWER})


def test_a_refusal_is_handed_over_as_a_slip(enter: Enter, system: System) -> None:
    """With a line it is there at once, with the slip for whoever stands at the door."""
    village = enter(system.villages(FIRST)[1], FIRST, size=PHONE)
    village.goto(system.address(FIRST, "/refusals/new"))
    _say_who(village, "县应急管理局")
    _say_what(village)
    village.get_by_test_id("refuse-send").click()
    village.wait_for_url(re.compile(r"/refusals/\d+$"))
    expect(village.get_by_test_id("outcome")).to_contain_text("还有 3 个工作日")
    with village.expect_download() as slip:
        village.get_by_test_id("slip").click()
    assert slip.value.path().read_bytes().startswith(b"%PDF-")


@pytest.mark.clause("1.3a")
def test_a_village_is_asked_and_answers_in_one_tap(
    enter: Enter, system: System, seen_by: Callable[[str], Visitor]
) -> None:
    name = system.villages(FIRST)[0]
    village = enter(name, FIRST, size=PHONE)
    code = _village_of(village)
    application = _asked(seen_by, code)

    village.goto(system.address(FIRST))
    village.get_by_test_id("todo").get_by_role("link", name="冬季水渠巡护").click()
    expect(village.get_by_text("县水务局申请让“冬季水渠巡护”进入村（社区），您的意见是？")).to_be_visible()
    expect(village.get_by_text("1.5 人日", exact=True)).to_be_visible()
    village.get_by_test_id("answer-objection").click()
    expect(village.get_by_role("alert").filter(has_text="不同意的，请写明理由")).to_be_visible()
    village.get_by_test_id("answer-support").click()
    village.wait_for_url("**/consultations")
    expect(village.get_by_text("同意", exact=True).first).to_be_visible()

    heard = seen_by("leader").get(f"/applications/{application}/opinions")
    mine = [one for one in heard if one["party"] == "village" and one["position"] == "support"]
    assert len(mine) == 1


def _village_of(village: Page) -> str:
    """The code of the officer's own village."""
    own = _fetch(village, "/api/me")["villages"][0]["id"]
    code: str = next(v["code"] for v in _fetch(village, "/api/villages?limit=200")["items"] if v["id"] == own)
    return code


def _asked(seen_by: Callable[[str], Visitor], village: str) -> int:
    """An application on which this village is heard."""
    clerk = seen_by("water-clerk")
    term = {"starts_on": date.today().isoformat(), "ends_on": None}
    filed = clerk.post("/applications", {**FORM, **term, "title": "冬季水渠巡护", "scope": [village]})
    number: int = filed["id"]
    seen_by("water-head").post(f"/applications/{number}/submit")
    seen_by("clerk").post(f"/applications/{number}/accept", {"villages": [village]})
    return number


def test_the_township_reports_an_urgent_entry_and_reads_the_number_of_its_paper(enter: Enter, system: System) -> None:
    """Clause 2.1e: for a department that has not registered it; the county's paper follows by itself."""
    officer = enter("officer", FIRST)
    officer.goto(system.address(FIRST, "/urgent/new"))
    officer.get_by_test_id("report-send").click()
    expect(officer.get_by_text("请填写责任部门")).to_be_visible()
    _pick(officer, "责任部门", "县水务局")
    officer.get_by_label("事项名称").fill("抢修冻裂水管")
    _pick(officer, "紧急情形", "自然灾害")
    officer.get_by_label("村（社区）要做的").fill("清点冻裂水管，引导抢修人员")
    officer.get_by_label(re.compile("全部村（社区）")).check()
    officer.get_by_test_id("report-send").click()
    officer.wait_for_url(re.compile(r"/urgent/\d+$"))
    expect(officer.get_by_test_id("report-state")).to_contain_text("临时登记单已发出")
    officer.goto(system.address(FIRST, "/placements?provisional=true"))
    expect(officer.get_by_text("先行进入，尚未批准").first).to_be_visible()


def _pick(page: Page, label: str, choice: str) -> None:
    """By keyboard: a long list draws only what is seen of it."""
    page.get_by_label(label).press_sequentially(choice)
    page.get_by_label(label).press("Enter")


def _fetch(page: Page, path: str) -> Any:
    return page.evaluate("path => fetch(path).then(answer => answer.json())", path)
