"""The whole way of one matter through the API on both sides, carried to the townships by the real worker."""

from typing import Any

import pytest
from procrastinate import App
from procrastinate.contrib.django import app

from zhunru.admissions.rules.submission import REQUIRED
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import FORM, Stage
from zhunru.demo.tests.operations import BODIES
from zhunru.documents import signing
from zhunru.tenancy.context import county_context

Json = dict[str, Any]


class Office:
    """Everybody at a desk, opened when first needed."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desks: dict[str, Desk] = {}

    def __getitem__(self, name: str) -> Desk:
        if name not in self.desks:
            with county_context():
                self.desks[name] = Desk(self.stage.actor(name))
        return self.desks[name]

    def villages(self) -> list[Desk]:
        return [Desk(self.stage.village_officer(village)) for village in self.stage.villages()]


@pytest.fixture
def office(stage: Stage) -> Office:
    return Office(stage)


def work() -> None:
    """The background worker, until its queue is empty."""
    queue: App = app
    with queue.replace_connector(queue.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def apply(office: Office) -> Json:
    scope = [village.code for village in office.stage.villages()]
    draft: Json = office["water-clerk"].post("/applications", {**FORM, "scope": scope})
    return draft


def admit(office: Office, id: int) -> Json:
    """From submission to the stamped paper; gives the application as the last answer tells it."""
    for name, step in (
        ("water-head", "submit"),
        ("clerk", "accept"),
        ("clerk", "first_review"),
        ("clerk", "review"),
        ("head", "refer"),
        ("recorder", "endorse"),
        ("recorder", "approve"),
        ("seal", "issue"),
    ):
        if step == "review":
            hear(office)
        answer: Json = office[name].post(f"/applications/{id}/{step}", BODIES.get(f"application_{step}"))
    return answer


def hear(office: Office) -> int:
    """Everybody who is asked answers on their own host; how many there were."""
    stage, answers = office.stage, 0
    for desk in (*map(Desk, map(stage.township_officer, stage.townships)), *office.villages()):
        for one in desk.get("/consultations?open=true")["items"]:
            if one["may_answer"]:
                desk.post(f"/consultations/{one['id']}/answer", {"position": "no_objection"})
                answers += 1
    return answers


def withdraw(office: Office, matter: int) -> Json:
    """Ordered, let go by every village, sealed."""
    office["head"].post(f"/matters/{matter}/order_withdrawal", BODIES["matter_order_withdrawal"])
    assert hear(office) == len(office.stage.villages())
    ended: Json = office["seal"].post(f"/matters/{matter}/withdraw")
    return ended


@pytest.mark.clause("1.3c", "2.1b", "2.1c", "2.1d", "3.3a")
@pytest.mark.django_db(transaction=True)
def test_a_matter_goes_from_a_department_to_every_village_and_back(office: Office) -> None:
    application = admit(office, apply(office)["id"])
    matter, (paper,) = application["matter"], application["papers"]
    assert (application["status"], matter["status"]) == ("issued", "in_force")
    progress = f"/matters/{matter['id']}/progress"
    assert (office["leader"].get(progress)["notified"], office["leader"].get(progress)["villages"]) == (0, 6)

    work()
    told = office["leader"].get(progress)
    assert (told["townships_done"], told["notified"], told["confirmed"]) == (3, 6, 0)
    for village in office.villages():
        (row,) = village.get("/placements")["items"]
        content = b"".join(village.ask("GET", f"/documents/{paper['id']}/file").streaming_content)
        assert signing.verify(content).holds
        village.post(f"/placements/{row['id']}/confirm", {"document_code": paper["code"]})
    assert office["leader"].get(progress)["confirmed"] == 6
    assert office["leader"].get("/board")["totals"] == {
        "matters": 1, "placements": 6, "notified": 6, "confirmed": 6, "completed": 0, "closed": 0,
    }  # fmt: skip

    ended = withdraw(office, matter["id"])
    work()
    assert office["leader"].get(progress)["closed"] == 6
    for village in office.villages():
        (row,) = village.get("/placements")["items"]
        placement = village.get(f"/placements/{row['id']}")
        assert placement["status"] == "closed"
        assert placement["closing_reason"] == "任务已完成"
        assert placement["closing_code"] == ended["papers"][-1]["code"]


def test_the_public_page_says_what_the_paper_is_worth_today(office: Office) -> None:
    application = admit(office, apply(office)["id"])
    (paper,) = application["papers"]
    page = f"/v/{paper['code']}"
    assert "今日状态：有效" in office["leader"].page(page).content.decode()
    withdraw(office, application["matter"]["id"])
    assert "今日状态：已撤销" in office["leader"].page(page).content.decode()


@pytest.mark.clause("3.2b")
def test_each_act_leaves_who_what_when_and_why(office: Office) -> None:
    application = admit(office, apply(office)["id"])
    entries = office["auditor"].get(f"/applications/{application['id']}/history")[::-1]
    assert [(entry["role"], entry["reason"]) for entry in entries] == [
        ("部门经办员", "新建申请"),
        ("部门负责人", "申报"),
        ("社会工作部经办员", "受理"),
        ("社会工作部经办员", "初审"),
        ("社会工作部经办员", "初审"),
        ("社会工作部经办员", "复审：合法性"),
        ("社会工作部经办员", "复审：可行性"),
        ("社会工作部经办员", "复审：合理性"),
        ("社会工作部经办员", "复审"),
        ("社会工作部负责人", "提请研究"),
        ("决定登记员", "登记签批意见"),
        ("决定登记员", "登记签批意见"),
        ("决定登记员", "登记决定"),
        ("决定登记员", "登记同意决定"),
        ("用印保管员", "用印制发文书"),
    ]
    assert all(entry["by"] and entry["at"] and entry["organisation"] for entry in entries)
    changed = {change["label"]: (change["old"], change["new"]) for change in entries[1]["changes"]}
    assert changed["状态"] == ("草拟", "已申报")
    assert set(changed) == {"状态", "申报时间", "申报人", "适用参数"}


def test_a_remark_becomes_part_of_the_reason(office: Office) -> None:
    id = apply(office)["id"]
    office["water-head"].post(f"/applications/{id}/submit", {"remark": "请于本月审核"})
    newest = office["clerk"].get(f"/applications/{id}/history")[0]
    assert newest["reason"] == "申报 请于本月审核"


def test_a_double_click_does_nothing_twice_and_says_so(office: Office) -> None:
    id = apply(office)["id"]
    office["water-head"].post(f"/applications/{id}/submit")
    again = office["water-head"].ask("POST", f"/applications/{id}/submit")
    assert (again.status_code, again.json()["code"]) == (409, "status")
    assert "请刷新页面" in again.json()["detail"]


def test_an_older_version_is_refused_and_the_newer_is_named(office: Office) -> None:
    draft = apply(office)
    for title, status in (("甲", 200), ("乙", 409)):
        change = {"title": title, "version": draft["version"]}
        answer = office["water-clerk"].ask("PATCH", f"/applications/{draft['id']}", change)
        assert answer.status_code == status
    assert (answer.json()["code"], answer.json()["params"]) == ("stale", {"version": draft["version"] + 1})


def test_the_same_key_gives_the_same_draft(office: Office) -> None:
    key = {"Idempotency-Key": "0f8fad5b-d9cb-469f-a165-70867728950e"}
    answers = [office["water-clerk"].ask("POST", "/applications", {"title": "春灌"}, **key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json()["id"] == answers[1].json()["id"]


def test_the_form_is_told_what_is_missing_before_it_is_filed(office: Office) -> None:
    draft = office["water-clerk"].post("/applications", {"title": "春灌"})
    checks = office["water-clerk"].get(f"/applications/{draft['id']}/checks")
    assert {check["field"]: check["code"] for check in checks if not check["ok"]} == {
        **dict.fromkeys([name for name in REQUIRED["admit"] if name != "title"], "incomplete"),
        "not_secret": "secrecy",
        "legal_bases": "no_legal_basis",
        "funding_amount": "no_funding",
        "scope": "no_scope",
    }


def test_buttons_are_what_the_role_may_do_here_and_say_why_not(office: Office) -> None:
    draft = office["water-clerk"].post("/applications", {"title": "春灌"})
    at = f"/applications/{draft['id']}/actions"
    assert [button["name"] for button in office["water-clerk"].get(at)] == ["discard"]
    submit, _discard = office["water-head"].get(at)
    assert submit["name"] == "submit"
    assert submit["hindrance"].startswith("请填写：")


def test_todo_follows_the_matter_from_desk_to_desk(office: Office) -> None:
    def waits(name: str) -> list[str]:
        return [group["code"] for group in office[name].get("/todo")]

    id = apply(office)["id"]
    assert waits("water-clerk") == ["edit"]
    assert waits("water-head") == ["draft"]
    assert waits("clerk") == []
    office["water-head"].post(f"/applications/{id}/submit")
    assert waits("clerk") == ["submitted"]
    office["clerk"].post(f"/applications/{id}/accept")
    assert waits("clerk") == ["accepted"]
    assert waits("seal") == waits("recorder") == []
