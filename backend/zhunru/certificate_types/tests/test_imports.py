"""The lists of certificates, taken over from tables."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from zhunru.certificate_types.imports import load_certificate_types
from zhunru.certificate_types.models import CertificateType
from zhunru.certificate_types.tests.conftest import DATA
from zhunru.core.tables import TableError
from zhunru.lists.tests.conftest import edit

pytestmark = pytest.mark.usefixtures("on_county_side")
S = CertificateType.Standing


@pytest.mark.clause("2.3c")
def test_each_certificate_that_may_be_issued_has_its_basis_use_and_procedure() -> None:
    report = load_certificate_types(DATA)
    allowed = CertificateType.objects.filter(standing=S.ALLOWED)
    assert (allowed.count(), len(report.new)) == (4, 24)
    for one in allowed:
        assert one.legal_basis, one
        assert one.use, one
        assert one.demander, one
        assert one.procedure, one
    assert not CertificateType.objects.filter(source="").exists()


@pytest.mark.clause("2.3c")
def test_each_of_the_20_that_may_not_names_the_office_and_the_data_that_take_its_place() -> None:
    load_certificate_types(DATA)
    forbidden = CertificateType.objects.filter(standing=S.FORBIDDEN)
    assert forbidden.count() == 20
    assert not forbidden.filter(route="").exists()
    assert not forbidden.filter(route_office="").exists()
    with pytest.raises(IntegrityError, match="how_or_where_else"), transaction.atomic():
        forbidden.update(route="")


def test_a_second_run_changes_nothing() -> None:
    load_certificate_types(DATA)
    again = load_certificate_types(DATA)
    assert (again.new, again.changed, again.missing, again.unchanged) == ([], [], [], 24)


def test_what_goes_from_one_list_to_the_other_changes_its_standing(folder: Path) -> None:
    load_certificate_types(DATA)
    retained = (folder / "retained.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "retained.csv").write_text("".join(retained[:-1]), encoding="utf-8")
    with (folder / "forbidden.csv").open("a", encoding="utf-8") as file:
        file.write("21,蓄滞洪区补偿金领取证明,演示规定,县财政局,核对补偿名册,,演示\n")
    report = load_certificate_types(folder)
    assert (report.new, report.changed, report.missing) == ([], ["蓄滞洪区补偿金领取证明"], [])
    moved = CertificateType.objects.get(name="蓄滞洪区补偿金领取证明")
    assert (moved.standing, moved.route) == (S.FORBIDDEN, "核对补偿名册")


def test_every_fault_is_named_and_nothing_is_kept(folder: Path) -> None:
    edit(folder / "forbidden.csv", {"出生证明": "收养登记委托书证明", ",医疗机构,": ",,"})
    with pytest.raises(TableError) as caught:
        load_certificate_types(folder)
    assert {(fault.file, fault.column) for fault in caught.value.faults} == {
        ("forbidden.csv", "name"),
        ("forbidden.csv", "route_office"),
    }
    assert not CertificateType.objects.exists()


def test_the_command_says_what_it_did(folder: Path) -> None:
    out = StringIO()
    call_command("load_certificate_types", str(folder), stdout=out)
    assert "24" in out.getvalue()
    (folder / "retained.csv").unlink()
    with pytest.raises(CommandError, match="retained"):
        call_command("load_certificate_types", str(folder))
