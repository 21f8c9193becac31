"""ISO 14289-1 (PDF/UA): what outloud finds in a signed paper of every kind."""

from pathlib import Path

import outloud
import pikepdf
import pytest

from zhunru.documents import composing, signing
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE, paper
from zhunru.documents.tests.signed import NUMBER, sealed_by_two


def faults(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    checked = outloud.check(str(file))
    assert checked.error is None
    return [f"{one.rule} {one.message}" for one in checked.findings if one.severity == "error"]


@pytest.mark.parametrize("name", KINDS)
def test_a_signed_paper_of_every_kind_is_accessible(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    drawn = press().render(composing.html(paper(FACTS[name], kind)))
    sides = [signatory(who) for who in (OFFICE, PROVIDER)[: kind.sides]]
    assert faults(signing.sign(drawn, sides, reason=NUMBER, paged=kind.sides > 1), tmp_path) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_accessible(name: str, tmp_path: Path) -> None:
    slip = paper(FACTS[name], SLIPS[name], number="", code="", link="", seal_mm=0.0)
    assert faults(press().render(composing.html(slip)).pdf, tmp_path) == []


def test_a_reader_that_speaks_comes_upon_every_seal_and_is_told_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(sealed_by_two())
    with pikepdf.open(file) as pdf:
        tree = pdf.Root.StructTreeRoot
        forms = [kid for kid in tree.K[0].K if kid.S == "/Form"]
        told = [str(form.K.Obj.TU) for form in forms]
        places = dict(zip(list(tree.ParentTree.Nums)[::2], list(tree.ParentTree.Nums)[1::2], strict=True))
        assert told == [f"{OFFICE}（印章）", f"{PROVIDER}（印章）"]
        assert [places[form.K.Obj.StructParent].objgen for form in forms] == [form.objgen for form in forms]
        assert len(places) == len(tree.ParentTree.Nums) / 2


def test_the_metadata_claim_both_standards_and_stay_one_tree(tmp_path: Path) -> None:
    with pikepdf.open(_written(tmp_path)) as pdf:
        raw = pdf.Root.Metadata.read_bytes()
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    assert raw.count(b"<rdf:RDF") == 1
    assert b"pdfaExtension:schemas" in raw, "PDF/A allows only properties that it knows or that are described"


def _written(folder: Path) -> Path:
    file = folder / "paper.pdf"
    file.write_bytes(sealed_by_two())
    return file
