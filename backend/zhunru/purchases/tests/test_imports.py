"""The catalogue, what may never be bought, and the clause library, taken over from tables."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from zhunru.core.actors import SYSTEM
from zhunru.core.tables import TableError
from zhunru.lists.tests.conftest import edit
from zhunru.purchases.choices import ClauseKind, Side
from zhunru.purchases.clauses_import import load_library
from zhunru.purchases.imports import load_catalogue
from zhunru.purchases.models import Forbidden, SampleClause, Service, Template
from zhunru.purchases.tests.conftest import DATA

pytestmark = pytest.mark.usefixtures("on_county_side")


@pytest.mark.clause("2.4b")
def test_the_catalogue_has_599_services_of_which_a_village_could_offer_38() -> None:
    report = load_catalogue(DATA)
    assert (Service.objects.count(), Service.objects.filter(offered=True).count()) == (599, 38)
    assert Forbidden.objects.count() == 23
    assert len(report.new) == 599 + 23
    assert not Service.objects.filter(source="").exists()
    assert not Forbidden.objects.filter(source="").exists()


def test_a_second_run_changes_nothing() -> None:
    load_catalogue(DATA)
    load_library(DATA, actor=SYSTEM)
    again = load_catalogue(DATA)
    assert (again.new, again.changed, again.missing, again.unchanged) == ([], [], [], 622)
    assert not load_library(DATA, actor=SYSTEM).new


def test_a_changed_row_is_changed_and_one_that_is_missing_stays(folder: Path) -> None:
    load_catalogue(DATA)
    edit(folder / "services.csv", {"C05010400,养老服务,": "C05010400,养老助老服务,"})
    lines = (folder / "services.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "services.csv").write_text("".join(li for li in lines if "C23230000" not in li), encoding="utf-8")
    report = load_catalogue(folder)
    assert (len(report.changed), len(report.missing)) == (1, 1)
    assert Service.objects.get(code="C05010400").name == "养老助老服务"
    assert Service.objects.filter(code="C23230000").exists()


def test_every_fault_is_named_by_file_row_and_column_and_nothing_is_kept(folder: Path) -> None:
    edit(folder / "services.csv", {"C05010400,养老服务,3": "C05010400,,x"})
    edit(folder / "forbidden.csv", {"2,行政强制措施,law_enforcement": "1,行政强制措施,other"})
    with pytest.raises(TableError) as caught:
        load_catalogue(folder)
    found = {(fault.file, fault.column) for fault in caught.value.faults}
    expected = {("services.csv", "name"), ("services.csv", "level"), ("forbidden.csv", "seq")}
    assert found == expected | {("forbidden.csv", "kind")}
    assert all(fault.row > 1 for fault in caught.value.faults)
    assert not Service.objects.exists()


def test_each_template_weighs_100_on_both_sides_and_has_what_a_contract_must_have() -> None:
    """Rules P-05 and P-07; clause 2.4d: a score can be made of it."""
    load_catalogue(DATA)
    load_library(DATA, actor=SYSTEM)
    wanted = {
        ClauseKind.SERVICE_CONTENT, ClauseKind.QUANTITY, ClauseKind.QUALITY, ClauseKind.PRICE_PAYMENT,
        ClauseKind.RIGHTS_DUTIES, ClauseKind.ACCEPTANCE, ClauseKind.BREACH,
    }  # fmt: skip
    assert Template.objects.count() == 3
    for template in Template.objects.all():
        clauses = list(template.clauses.all())
        for side in Side:
            assert sum(clause.weight for clause in clauses if clause.side == side) == Decimal(100)
        assert {clause.kind for clause in clauses if clause.mandatory} >= wanted
        assert Service.objects.filter(code=template.service_code, offered=True).exists()


def test_a_template_whose_weights_do_not_make_100_is_refused(folder: Path) -> None:
    load_catalogue(folder)
    edit(folder / "templates.csv", {"21;22;23;24;25;26;27": "21;22;23;24;25;26"})
    with pytest.raises(TableError) as caught:
        load_library(folder, actor=SYSTEM)
    (fault,) = caught.value.faults
    assert (fault.file, fault.row, fault.column) == ("templates.csv", 2, "clauses")
    assert "90" in fault.message


def test_a_clause_that_the_county_has_changed_stays_as_it_is() -> None:
    load_catalogue(DATA)
    load_library(DATA, actor=SYSTEM)
    clause = SampleClause.objects.get(seq=1)
    clause.text = "本县的写法"
    clause.record(actor=SYSTEM, reason="修改")
    load_library(DATA, actor=SYSTEM)
    assert SampleClause.objects.get(seq=1).text == "本县的写法"


def test_the_command_tells_what_it_did_and_what_is_wrong(folder: Path) -> None:
    out = StringIO()
    call_command("load_purchase_catalogue", str(DATA), stdout=out)
    assert "新增 622 条" in out.getvalue()
    (folder / "services.csv").write_text("code\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"services\.csv"):
        call_command("load_purchase_catalogue", str(folder))
