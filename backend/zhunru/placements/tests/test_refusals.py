"""A village refuses; the county learns what and why, the department answers, the outcome comes back."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdfium2 import PdfDocument

from zhunru.admissions import schemas
from zhunru.admissions.models import RefusalCase
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.workflow import REFUSALS
from zhunru.notices.models import Notice
from zhunru.placements.tests.voices import carried_on, case_of, demand, refuse
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding


@pytest.fixture
def desk(stage: Stage) -> Desk:
    """The officer of the first village."""
    return Desk(stage.village_officer(stage.villages(0)[0]))


def answer(stage: Stage, case: RefusalCase, step: str, **data: Any) -> RefusalCase:
    """What the department, or the county's head, says to it; the worker carries it to the village."""
    who = "head" if step in ("uphold", "overrule") else "water-head"
    said = schemas.Ruling(ruling="已核实") if who == "head" else schemas.CaseAnswer(answer="已核实", **data)
    if step == "apply":
        said = schemas.CaseApplied(answer="将依程序申请", **data)
    with county_context():
        case = REFUSALS.take(step, case, actor=stage.actor(who), data=said)
    carried_on(case)
    return case


@pytest.mark.clause("1.3a", "2.1c")
def test_what_was_not_admitted_may_be_refused_and_the_department_must_answer(stage: Stage, desk: Desk, at: At) -> None:
    """尊重民意：by its village, with its reasons, to be answered in three working days, over a make-up day."""
    with county_context():
        seeding.seed()
    at("2026-09-30 10:00")
    desk = Desk(desk.actor)
    filed = refuse(stage, desk, demanded_on="2026-09-29", reasons=["R2", "R1"])
    assert (filed["reasons"], filed["status"], filed["due_on"]) == (["R1", "R2"], "filed", "2026-10-10")
    assert filed["reason_labels"] == ["事项未经准入", "未出示批准文书"]
    case = case_of(filed, stage)
    assert (case.village, case.demand, case.form) == (stage.villages(0)[0], "每周上报入户台账并上传工作照片", "phone")
    assert (case.township, case.realm) == (stage.townships[0], stage.townships[0].schema_name)
    assert str(case.due_on) == "2026-10-10"


@pytest.mark.clause("1.3a")
def test_the_department_is_told_at_once(stage: Stage, desk: Desk) -> None:
    """尊重民意"""
    case = case_of(refuse(stage, desk), stage)
    with county_context():
        water, farming = Desk(stage.actor("water-head")), Desk(stage.actor("farming-head"))
    (notice,) = [n for n in water.get("/notices")["items"] if n["page"] == "refusals"]
    assert (notice["object_id"], notice["title"]) == (
        case.pk,
        "村（社区）拒绝承接，请答复：每周上报入户台账并上传工作照片",
    )
    assert farming.get("/notices")["total"] == 0
    assert [group["items"][0]["id"] for group in water.get("/todo") if group["page"] == "refusals"] == [case.pk]


@pytest.mark.clause("1.3a")
@pytest.mark.parametrize(
    ("steps", "status"),
    [
        (["withdraw_demand"], "demand_withdrawn"),
        (["apply"], "applied"),
        (["contest", "uphold"], "upheld"),
        (["contest", "overrule"], "overruled"),
    ],
)
def test_the_outcome_comes_back_to_the_village(stage: Stage, desk: Desk, steps: list[str], status: str) -> None:
    """尊重民意: withdrawn, applied for, or contested and ruled on; the village takes note of it."""
    filed = refuse(stage, desk)
    path = f"/refusals/{filed['id']}"
    early = desk.ask("POST", f"{path}/acknowledge")
    assert (early.status_code, early.json()["code"]) == (409, "case_open")
    case = case_of(filed, stage)
    for step in steps:
        case = answer(stage, case, step)
    shown = desk.get(path)
    assert (shown["status"], shown["settled"], shown["answered_at"] is None) == (status, True, False)
    assert bool(shown["ruling"]) == (len(steps) == 2)
    with county_context():
        told = Notice.objects.filter(page="refusals", village=stage.villages(0)[0])
        assert told.count() == len(steps)
    waiting = [group for group in desk.get("/todo") if group["code"] == "acknowledge"]
    assert waiting[0]["items"][0]["id"] == filed["id"]
    assert desk.post(f"{path}/acknowledge")["acknowledged_at"]
    assert desk.post(f"{path}/acknowledge")["acknowledged_at"], "said again, it stays as it was"
    assert not [group for group in desk.get("/todo") if group["code"] == "acknowledge"]


def test_sent_again_from_the_queue_of_a_bad_line_it_is_one_refusal(stage: Stage, desk: Desk) -> None:
    key = str(uuid4())
    first, second = (desk.ask("POST", "/refusals", demand(stage), **{"Idempotency-Key": key}).json() for _ in range(2))
    assert first["id"] == second["id"]
    assert desk.get("/refusals")["total"] == 1
    neighbour = Desk(stage.village_officer(stage.villages(0)[1]))
    taken = neighbour.ask("POST", "/refusals", demand(stage), **{"Idempotency-Key": key})
    assert (taken.status_code, taken.json()["code"]) == (409, "key_used")


@pytest.mark.parametrize(
    ("changed", "status", "field"),
    [
        ({"reasons": []}, 422, "reasons"),
        ({"reasons": ["R1", "R1"]}, 422, "reasons"),
        ({"reasons": ["R10"]}, 422, "reasons.0"),
        ({"demand": ""}, 422, "demand"),
        ({"demand": "请联系13800138000"}, 422, "demand"),
        ({"explanation": "540522199001011234"}, 422, "explanation"),
        ({"form": "letter"}, 422, "form"),
        ({"demanded_on": "2999-01-01"}, 422, "demanded_on"),
        ({"client_key": "x"}, 422, "client_key"),
        ({"department": 2**40}, 409, "department"),
        ({"department": 0}, 422, "department"),
        ({"placement": 2**40}, 409, "placement"),
        ({"village": 2**40}, 409, "village"),
        ({"anonymous": True, "demand": "到{village}来检查"}, 409, "demand"),
        ({"anonymous": True, "explanation": "{township}已经上报过"}, 409, "explanation"),
        ({"demand": "找{name}报名"}, 409, "demand"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    stage: Stage, desk: Desk, changed: dict[str, Any], status: int, field: str
) -> None:
    village = stage.villages(0)[0]
    words = {"village": village.name, "township": village.township.name, "name": desk.actor.name}
    changed = {k: v.format(**words) if isinstance(v, str) else v for k, v in changed.items()}
    refused = desk.ask("POST", "/refusals", demand(stage, **changed))
    body = refused.json()
    assert (refused.status_code, body["field"] or body["errors"][0]["field"]) == (status, field)
    with county_context():
        assert not RefusalCase.objects.exists()


def test_only_a_department_can_be_refused_not_the_office(stage: Stage, desk: Desk) -> None:
    refused = desk.ask("POST", "/refusals", demand(stage, department=stage.office.pk))
    assert (refused.status_code, refused.json()["code"]) == (409, "no_department")


def test_who_may_see_a_refusal_and_who_may_not(stage: Stage, desk: Desk) -> None:
    filed = refuse(stage, desk)
    officer = Desk(stage.township_officer(stage.townships[0]))
    assert officer.get("/refusals")["items"][0]["village"] == stage.villages(0)[0].name
    assert officer.ask("POST", "/refusals", demand(stage)).status_code == 403
    assert officer.ask("POST", f"/refusals/{filed['id']}/acknowledge").status_code == 403
    strangers = (
        stage.village_officer(stage.villages(0)[1]),
        stage.township_officer(stage.townships[1]),
        stage.township_admin(stage.townships[0]),
    )
    for stranger in map(Desk, strangers):
        for path in ("", "/slip", "/history", "/evidence"):
            assert stranger.ask("GET", f"/refusals/{filed['id']}{path}").status_code == 404
        assert stranger.get("/refusals")["total"] == 0


def test_the_history_that_names_who_refused_stays_in_the_township(stage: Stage, desk: Desk) -> None:
    filed = refuse(stage, desk)
    (entry,) = Desk(stage.township_officer(stage.townships[0])).get(f"/refusals/{filed['id']}/history")
    assert (entry["by"], entry["reason"]) == (desk.actor.name, "登记拒绝承接")
    case = case_of(filed, stage)
    with county_context():
        leader = Desk(stage.actor("leader"))
    (entry,) = leader.get(f"/refusals/{case.pk}/history")
    assert (entry["by"], entry["role"], entry["organisation"], entry["reason"]) == ("系统", "", "", "登记拒绝")


@pytest.mark.clause("1.3a", "2.1c")
def test_the_slip_to_hand_over_prints_the_law_and_no_person(stage: Stage, desk: Desk) -> None:
    """持批准文书进入: 不予承接告知单, with the legal basis of each reason."""
    filed = refuse(stage, desk, reasons=["R2", "R7"], title="入户台账")
    paper = desk.ask("GET", f"/refusals/{filed['id']}/slip")
    assert paper.content.startswith(b"%PDF-")
    assert paper["Content-Disposition"].startswith("attachment")
    text = "".join(page.get_textpage().get_text_range() for page in PdfDocument(paper.content)).replace("\r\n", "")
    assert "统计法" in text.replace("\n", "")
    assert stage.villages(0)[0].name in text
    assert desk.actor.name not in text


def test_evidence_stays_on_the_township_s_side(stage: Stage, desk: Desk, tmp_path: Any) -> None:
    filed = refuse(stage, desk)
    path = f"/refusals/{filed['id']}/evidence"
    assert desk.ask("GET", path).json()["code"] == "no_evidence"
    held = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(held, "PNG")
    image = SimpleUploadedFile("截图.png", held.getvalue(), "image/png")
    given = desk.client.post(f"/api{path}", {"file": image}, headers={"X-CSRFToken": desk.token})
    assert (given.status_code, given.json()["evidence_name"]) == (200, "截图.png")
    back = desk.ask("GET", path)
    assert back.content.startswith(b"\x89PNG")
    assert back["Content-Disposition"].startswith("attachment")
    officer = Desk(stage.township_officer(stage.townships[0]))
    assert officer.ask("GET", path).status_code == 200
    with county_context():
        names = {field.name for field in RefusalCase._meta.fields}
    assert not {name for name in names if "evidence" in name}
    wrong = SimpleUploadedFile("x.png", b"no picture", "image/png")
    assert desk.client.post(f"/api{path}", {"file": wrong}, headers={"X-CSRFToken": desk.token}).status_code == 422
