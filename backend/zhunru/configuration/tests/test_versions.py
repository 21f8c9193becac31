"""Versions: who may add and read them, and what differs between two."""

from typing import Any

import pytest

from zhunru.configuration import queries
from zhunru.configuration.api import router
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.configuration.services import add_version
from zhunru.configuration.tests.conftest import changed, with_changes
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.roles import COUNTY_ROLES, DEPARTMENT_ROLES, Role
from zhunru.core.tests.clients import client
from zhunru.notices.models import Notice

county_side = pytest.mark.usefixtures("on_county_side")


def somebody(role: Role) -> Actor:
    return Actor(user_id=None, name="演示", role=role, realm=COUNTY)


def sent(**changes: Any) -> dict[str, Any]:
    """A new version as it comes from the settings page."""
    settings = with_changes(**changes).model_dump(mode="json")
    return {"based_on": queries.current().number, "note": "按县委要求调整", "settings": settings}


@county_side
def test_version_1_comes_with_the_installation_and_every_value_is_the_default() -> None:
    """It does not hold the parameters that came later: they have their defaults."""
    first = queries.current()
    assert (first.number, first.version) == (1, 1)
    assert first.settings.items() <= Settings().model_dump(mode="json").items()
    assert first.values == Settings()
    assert first.history.get().actor_name == "系统"


def test_a_new_version_holds_at_once_and_the_old_one_stays(administrator: Actor) -> None:
    answer = client(router, administrator).post("/configuration", json=sent(form_check_days=3))
    assert answer.status_code == 201
    told = answer.json()
    assert (told["number"], told["made_by"], told["note"]) == (2, "演示管理员", "按县委要求调整")
    assert told["settings"]["form_check_days"] == 3
    assert [w["field"] for w in told["warnings"]] == ["total_days"]
    current = queries.current()
    assert (current.number, current.values.form_check_days) == (2, 3)
    assert Configuration.objects.get(number=1).values.form_check_days == 2
    assert current.history.get().history_change_reason == "按县委要求调整"
    assert Notice.objects.get().title == "参数配置已更新为第 2 版"


@county_side
@pytest.mark.parametrize("role", sorted(COUNTY_ROLES - {Role.COUNTY_ADMIN}))
def test_only_the_county_s_administrator_sets_parameters(role: Role) -> None:
    answer = client(router, somebody(role)).post("/configuration", json=sent(form_check_days=3))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_administrator")
    assert queries.current().number == 1


@county_side
def test_a_township_s_administrator_does_not_set_the_county_s_parameters() -> None:
    elsewhere = Actor(user_id=None, name="演示", role=Role.COUNTY_ADMIN, realm="t_540522100")
    with pytest.raises(NotAllowedError):
        add_version(with_changes(leader_days=3), based_on=1, note="x", actor=elsewhere)
    assert not queries.visible_to(elsewhere)


def test_offices_read_every_version_and_departments_the_current_one(administrator: Actor) -> None:
    changed(administrator, leader_days=3)
    for role in COUNTY_ROLES:
        desk = client(router, somebody(role))
        assert desk.get("/configuration").json()["number"] == 2
        expected = [2] if role in DEPARTMENT_ROLES else [2, 1]
        assert [row["number"] for row in desk.get("/configurations").json()["items"]] == expected
        assert desk.get("/configuration/99").status_code == 404
        assert desk.get("/configuration/1").status_code == (404 if role in DEPARTMENT_ROLES else 200)


def test_a_stale_version_is_answered_with_both_versions(administrator: Actor) -> None:
    late = sent(issue_days=9)
    changed(administrator, leader_days=3)
    answer = client(router, administrator).post("/configuration", json=late)
    told = answer.json()
    assert (answer.status_code, told["code"], told["field"]) == (409, "stale", "based_on")
    assert told["params"]["version"] == 2
    assert told["params"]["current"]["leader_days"] == 3
    assert told["params"]["based_on"]["leader_days"] == 2
    unknown = client(router, administrator).post("/configuration", json={**late, "based_on": 99}).json()
    assert (unknown["code"], unknown["params"]["based_on"]) == ("stale", None)


def test_a_version_that_changes_nothing_is_refused(administrator: Actor) -> None:
    answer = client(router, administrator).post("/configuration", json=sent())
    assert (answer.status_code, answer.json()["code"]) == (409, "unchanged")


def test_each_fault_stands_at_its_field_in_words(administrator: Actor) -> None:
    body = sent()
    body["note"] = " "
    body["settings"] |= {"form_check_days": 0, "leader_days": "x", "nonsense": 1}
    del body["settings"]["issue_days"]
    told = client(router, administrator).post("/configuration", json=body).json()
    assert {e["field"] for e in told["errors"]} == {"note", "settings.issue_days"}
    body["settings"]["issue_days"] = 2
    told = client(router, administrator).post("/configuration", json=body).json()
    assert {e["field"]: e["detail"] for e in told["errors"]} == {
        "note": "至少 1 个字",
        "settings.form_check_days": "不得小于 1",
        "settings.leader_days": "填写的内容格式不对，请改正后再提交",
        "settings.nonsense": "没有这一项",
    }
    crossed = client(router, administrator).post("/configuration", json={**sent(), "settings": _crossed()}).json()
    assert crossed["errors"] == [
        {"field": "settings.deemed_accepted_days", "detail": "不得短于形式审查期限（9 个工作日）"}
    ]


def _crossed() -> dict[str, Any]:
    return {**Settings().model_dump(mode="json"), "form_check_days": 9}


def test_two_versions_are_compared_field_by_field(administrator: Actor) -> None:
    urgent = {**Settings().urgent.model_dump(mode="json"), "decision_days": 8}
    changed(
        administrator,
        total_days=20,
        urgent=urgent,
        petition_share={"numerator": 1, "denominator": 2},
        funding_standard_per_person_day="120.00",
    )
    told = client(router, administrator).get("/configuration/differences?old=1&new=2").json()
    assert [(d["field"], d["label"], d["old"], d["new"]) for d in told] == [
        ("total_days", "办理总期限", 15, 20),
        ("funding_standard_per_person_day", "每人每天经费标准", None, "120.00"),
        ("urgent.decision_days", "先进后批 · 申请后作出决定期限", 10, 8),
        (
            "petition_share",
            "居民提请退出的村（社区）比例",
            {"numerator": 1, "denominator": 3},
            {"numerator": 1, "denominator": 2},
        ),
    ]
    assert (told[0]["unit"], told[0]["group"]) == ("working_days", "decision")
    assert client(router, administrator).get("/configuration/differences").json() == told
    assert client(router, administrator).get("/configuration/differences?old=2&new=2").json() == []
    assert client(router, administrator).get("/configuration/differences?old=1&new=3").status_code == 404
    department = client(router, somebody(Role.DEPARTMENT_HEAD))
    assert department.get("/configuration/differences?old=1&new=2").status_code == 404


@county_side
def test_the_forms_follow_from_the_parameters() -> None:
    told = client(router, somebody(Role.DEPARTMENT_CLERK)).get("/configuration/forms").json()
    forms = {form["object_type"]: form for form in told["forms"]}
    assert (told["number"], len(forms)) == (1, 9)
    assert forms["signboard"]["label"] == "挂牌"
    assert forms["signboard"]["courses"][0]["course"]["bodies"] == ["leader", "committee"]
    assert forms["signboard"]["courses"][0]["course"]["needs_superior_basis"]
    assert {"name": "form_code", "label": "表号"}.items() <= forms["ledger"]["fields"][0].items()
    assert told["grounds"][0] == {"value": "natural_disaster", "label": "自然灾害"}


@county_side
def test_the_settings_page_is_told_every_parameter() -> None:
    told = client(router, somebody(Role.COUNTY_ADMIN)).get("/configuration/schema").json()
    assert set(told["properties"]) == set(Settings.model_fields)


@county_side
def test_a_version_from_before_a_parameter_has_its_default() -> None:
    old = Configuration(number=2, settings={"leader_days": 7, "gone": 1, "urgent": {"abuse_lapses": 3, "gone": 1}})
    assert (old.values.leader_days, old.values.issue_days) == (7, 2)
    assert (old.values.urgent.abuse_lapses, old.values.urgent.decision_days) == (3, 10)
