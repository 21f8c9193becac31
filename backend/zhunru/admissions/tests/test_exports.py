"""Lists as files: exactly what is filtered, no telephone number in full, no refuser, no village that asked for that."""

import csv
import io
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from zhunru.admissions.models import RefusalCase
from zhunru.admissions.queries import MASKED
from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage, admitted, drafted, filed
from zhunru.core.actors import SYSTEM
from zhunru.tenancy.context import county_context

LISTS = ("applications", "matters", "refusals")


def table(desk: Desk, path: str) -> list[dict[str, Any]]:
    """The exported rows, by their headers."""
    answer = desk.ask("GET", path)
    assert answer.status_code == 200, answer.content.decode(errors="replace")
    assert answer["Content-Disposition"].startswith("attachment;")
    if "format=csv" in path:
        return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    header, *rows = load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def refusal(stage: Stage, *, number: int = 1, anonymous: bool = False, demand: str = "逐户填报另一张表") -> RefusalCase:
    village = stage.villages(0)[0]
    case = RefusalCase(
        id=number,
        realm=village.township.schema_name,
        township=village.township,
        village=village,
        department=stage.departments["water"],
        demand=demand,
        form="phone",
        demanded_on=timezone.localdate(),
        reasons=["R1", "R3"],
        anonymous=anonymous,
        filed_at=timezone.now(),
    )
    case.record(actor=SYSTEM, reason="登记")
    return case


@pytest.fixture
def cases(stage: Stage) -> None:
    with county_context():
        drafted(stage, stage.villages(0), title="尚未申报的事项")
        filed(stage, stage.villages(0), title="另一事项", category="temporary", ends_on="2026-12-31")
        admitted(stage, stage.villages(0), contact_phone="13812345678")


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_an_export_holds_what_the_list_holds_under_the_same_filters(stage: Stage, cases: None, format: str) -> None:
    desk = desk_of(stage, "clerk")
    for path in ("applications", "matters"):
        for asked in (
            "",
            "q=另一",
            "status=submitted" if path == "applications" else "status=in_force",
            "ordering=-id",
        ):
            shown = [row["title"] for row in desk.get(f"/{path}?{asked}")["items"]]
            assert [row["事项名称"] for row in table(desk, f"/{path}/export?format={format}&{asked}")] == shown


def test_a_telephone_number_is_not_exported_in_full(stage: Stage, cases: None) -> None:
    rows = table(desk_of(stage, "clerk"), "/applications/export?q=春灌")
    assert [(row["联系人"], row["联系电话"]) for row in rows] == [("演示联系人", "138****5678")]


def test_a_department_exports_its_own_and_nobody_elses(stage: Stage, cases: None) -> None:
    with county_context():
        refusal(stage)
    for path in LISTS:
        assert len(table(desk_of(stage, "water-clerk"), f"/{path}/export")) > 0, path
        assert table(desk_of(stage, "farming-clerk"), f"/{path}/export") == [], path


def test_a_draft_is_exported_to_its_department_only(stage: Stage, cases: None) -> None:
    for name, count in (("water-clerk", 3), ("clerk", 2)):
        assert len(table(desk_of(stage, name), "/applications/export")) == count


def test_a_formula_in_a_title_stays_text(stage: Stage) -> None:
    with county_context():
        filed(stage, stage.villages(0), title='=HYPERLINK("http://a.example")')
    desk = desk_of(stage, "clerk")
    for format in ("xlsx", "csv"):
        row = table(desk, f"/applications/export?format={format}")[0]
        assert row["事项名称"] == '\'=HYPERLINK("http://a.example")'


def test_a_matter_is_exported_with_its_paper(stage: Stage, cases: None) -> None:
    row = table(desk_of(stage, "leader"), "/matters/export")[0]
    assert row["现行文书"].endswith("号")
    assert (row["状态"], row["涉及村（社区）数"], row["每村工作经费（元）"]) == ("生效", 2, 3600)


@pytest.mark.clause("1.3a")
def test_a_village_that_does_not_wish_to_be_named_is_not_named_to_the_department(stage: Stage) -> None:
    """Clause 1.3a (尊重民意): who refuses is protected, in a file as on the page."""
    with county_context():
        refusal(stage, anonymous=True)
        refusal(stage, number=2)
        village = stage.villages(0)[0]
    to_department = table(desk_of(stage, "water-head"), "/refusals/export?ordering=id")
    assert [(row["乡镇"], row["村（社区）"]) for row in to_department] == [
        (MASKED, MASKED),
        (village.township.name, village.name),
    ]
    assert to_department[0]["拒绝理由"] == "事项未经准入、经费和条件不落实"
    assert {row["村（社区）"] for row in table(desk_of(stage, "head"), "/refusals/export")} == {village.name}


def test_an_administrator_has_nothing_to_export(stage: Stage) -> None:
    desk = desk_of(stage, "admin")
    for path in LISTS:
        answer = desk.ask("GET", f"/{path}/export")
        assert (answer.status_code, answer.json()["code"]) == (403, "no_business")


def test_what_cannot_be_exported_is_refused_at_its_field(stage: Stage) -> None:
    desk = desk_of(stage, "clerk")
    for asked, field in (("format=pdf", "format"), ("ordering=password", "ordering"), ("status=x", "status")):
        answer = desk.ask("GET", f"/applications/export?{asked}")
        told = answer.json()
        assert answer.status_code == 422
        assert field in (told["field"], *(error["field"] for error in told.get("errors", [])))
