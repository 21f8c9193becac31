"""The catalogue, the library, the check and the office's findings, over the API of both hosts."""

from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.purchases.clauses_import import load_library
from zhunru.purchases.imports import load_catalogue
from zhunru.purchases.models import BudgetLine, SampleClause, Waiver
from zhunru.purchases.tests.conftest import DATA
from zhunru.tenancy.context import county_context

CLAUSE: dict[str, Any] = {
    "kind": "quality", "heading": "渠道畅通", "text": "渠道内无淤积、无漂浮物。", "measure": "sample", "weight": "30",
    "unit": "渠段", "reason": "新列",
}  # fmt: skip
CHECKED: dict[str, Any] = {
    "subject": "村内道路保洁", "service_code": "C13050100", "provider_kind": "village_committee",
    "provider": "刘琼村村民委员会",
}  # fmt: skip


@pytest.fixture
def library(stage: Stage) -> Stage:
    with county_context():
        load_catalogue(DATA)
        load_library(DATA, actor=SYSTEM)
    return stage


def village_desk(stage: Stage) -> Desk:
    return Desk(stage.village_officer(stage.villages(0)[0]))


@pytest.mark.clause("2.4b")
def test_everybody_reads_the_catalogue_on_both_hosts(library: Stage) -> None:
    for desk in (desk_of(library, "water-clerk"), village_desk(library), desk_of(library, "admin")):
        assert desk.get("/purchase/services")["total"] == 598, "the catalogue's own heading is no class"
        assert desk.get("/purchase/services?offered=true")["total"] == 38
        found = desk.get("/purchase/services?q=养老&offered=true")["items"]
        assert [row["code"] for row in found] == ["C05010400"]
        assert len(desk.get("/purchase/services?parent=C05010000&limit=50")["items"]) > 5
        assert len(desk.get("/purchase/forbidden")) == 23


@pytest.mark.clause("2.4c")
def test_a_template_comes_with_its_clauses_in_order(library: Stage) -> None:
    templates = village_desk(library).get("/purchase/templates")
    assert [template["service_code"] for template in templates] == ["C13050100", "C05010400", "C09020500"]
    seqs = [clause["seq"] for clause in templates[0]["clauses"]]
    assert seqs == sorted(seqs)
    assert "服务满意" not in str(templates), "nothing but clauses is assessed"


@pytest.mark.clause("2.4c")
def test_the_office_keeps_the_clause_library(library: Stage) -> None:
    desk = desk_of(library, "clerk")
    made = desk.post("/purchase/clauses", CLAUSE)
    assert (made["seq"], made["assessable"], made["kind_label"]) == (48, True, "服务质量")
    changed = desk.ask("PUT", f"/purchase/clauses/{made['id']}", {**CLAUSE, "heading": "渠道清洁", "version": 1}).json()
    assert (changed["heading"], changed["version"]) == ("渠道清洁", 2)
    again = desk.ask("PUT", f"/purchase/clauses/{made['id']}", {**CLAUSE, "version": 1})
    assert (again.status_code, again.json()["code"]) == (409, "stale")
    for name in ("water-head", "leader", "admin"):
        assert desk_of(library, name).ask("POST", "/purchase/clauses", CLAUSE).status_code == 403
    assert village_desk(library).ask("POST", "/purchase/clauses", CLAUSE).status_code == 405


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"measure": ""}, "weight"),
        ({"weight": "0"}, "weight"),
        ({"measure": "", "weight": "0", "must_pass": True}, "must_pass"),
    ],
)
def test_a_clause_that_cannot_be_assessed_as_it_says_is_refused(
    library: Stage, changed: dict[str, Any], field: str
) -> None:
    answer = desk_of(library, "clerk").ask("POST", "/purchase/clauses", {**CLAUSE, **changed})
    assert (answer.status_code, answer.json()["code"]) == (422, field)


@pytest.mark.clause("2.4e")
def test_the_check_at_the_form_writes_nothing(library: Stage) -> None:
    before = _rows()
    for desk in (desk_of(library, "water-clerk"), village_desk(library)):
        assert desk.post("/purchase/check", CHECKED)["passed"] is True
        told = desk.post("/purchase/check", {**CHECKED, "subject": "村级公证服务", "provider_kind": "party_branch"})
        blocks = {finding["code"]: finding for finding in told["findings"] if finding["level"] == "block"}
        assert (told["passed"], set(blocks)) == (False, {"professional", "party_branch"})
        assert "公证法" in blocks["professional"]["legal_basis"]
    assert _rows() == before


def _rows() -> tuple[int, ...]:
    with county_context():
        return tuple(model.history.count() for model in (BudgetLine, SampleClause, Waiver))


def test_a_village_that_there_is_not_cannot_be_asked_about(library: Stage) -> None:
    desk = desk_of(library, "water-clerk")
    village = library.villages(0)[0]
    assert desk.post("/purchase/check", {**CHECKED, "village": village.pk})["passed"]
    assert desk.ask("POST", "/purchase/check", {**CHECKED, "village": 10**9}).status_code == 404


def test_the_head_of_the_office_alone_finds_what_is_a_service(library: Stage) -> None:
    """Rule P-04."""
    head, water = desk_of(library, "head"), desk_of(library, "water-clerk")
    wording = {**CHECKED, "subject": "招聘会场地服务"}
    assert not water.post("/purchase/check", wording)["passed"]
    granting = {"department": library.departments["water"].pk, "subject": wording["subject"], "reason": "只提供场地"}
    for name in ("clerk", "water-head", "leader", "admin"):
        assert desk_of(library, name).ask("POST", "/purchase/waivers", granting).status_code == 403
    waiver = head.post("/purchase/waivers", granting)
    assert waiver["department"] == "县水务局"
    assert head.ask("POST", "/purchase/waivers", granting).json()["code"] == "waiver_exists"
    assert water.post("/purchase/check", wording)["passed"]
    assert len(water.get("/purchase/waivers")) == 1
    assert desk_of(library, "farming-head").get("/purchase/waivers") == []
    ending = {"reason": "认定有误", "version": 1}
    head.post(f"/purchase/waivers/{waiver['id']}/end", ending)
    assert not water.post("/purchase/check", wording)["passed"]
    assert head.ask("POST", f"/purchase/waivers/{waiver['id']}/end", {**ending, "version": 2}).json()["code"] == "ended"
    unknown = head.ask("POST", "/purchase/waivers", {**granting, "department": 10**9})
    assert unknown.status_code == 422
