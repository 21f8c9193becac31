"""What both sides seal: blocks, seals and paging seals measured on pages, and the signatures of both judged."""

import functools
import io
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers

from zhunru.documents import composing, paging, pki, signing
from zhunru.documents.kinds import CONTRACT, KINDS, SUPPLEMENT
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.kinds.parties import Party
from zhunru.documents.reading import Reader
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.signatures import local
from zhunru.documents.tests import purchases
from zhunru.documents.tests.drawing import Mask, Picture, black, ink, pdfium_page, red, signatory
from zhunru.documents.tests.purchases import PROVIDER, PURCHASER
from zhunru.documents.tests.samples import paper
from zhunru.documents.tests.test_kinds import text_of

FOOT = 297 - 35
FACTS: dict[str, PaperFacts] = {
    "contract": purchases.contract(),
    "long": purchases.long_contract(),
    "supplement": purchases.supplement(),
    "short": purchases.supplement(
        subject="村内保洁", reason="大雪", changes=[], deliberation=None, price=Decimal(36000)
    ),
    "acceptance": purchases.acceptance(),
}


@functools.cache
def drawn(name: str) -> Rendered:
    kind = KINDS.get(name) or (CONTRACT if name == "long" else SUPPLEMENT)
    return press().render(composing.html(paper(FACTS[name], kind, organ=PURCHASER)))


@functools.cache
def sealed(name: str) -> bytes:
    return signing.sign(
        drawn(name), [signatory(PURCHASER), signatory(PROVIDER)], reason="演社工购〔2026〕1号", paged=True
    )


@pytest.fixture(scope="module", autouse=True)
def one_authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is signed once is judged by several tests: the keys outlive each of them."""
    home = tmp_path_factory.mktemp("pki")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pki, "folder", lambda: home)
        yield


@functools.lru_cache(maxsize=4)
def page(name: str, number: int) -> Picture:
    return pdfium_page(sealed(name), number, 300)


def test_papers_have_the_pages_that_these_tests_speak_of() -> None:
    assert drawn("short").pages == 1
    assert drawn("supplement").pages == drawn("acceptance").pages == 2
    assert drawn("long").pages > 8


@pytest.mark.parametrize("name", ["contract", "acceptance", "short"])
def test_both_seals_stand_abreast_over_their_sides_names_and_dates(name: str) -> None:
    made = drawn(name)
    found = [made.anchors[anchor] for anchor in ("seal", "seal-2")]
    assert {number for number, _, _ in found} == {made.pages - 1}
    image, plain = page(name, made.pages - 1), black(pdfium_page(made.pdf, made.pages - 1))
    for _, x, y in found:
        across, down = x / 72 * 25.4, 297 - y / 72 * 25.4
        seal = ink(red(image), top=down - 24, bottom=down + 24, left=across - 24, right=across + 24)
        assert (seal.width, seal.height) == pytest.approx((42, 42), abs=0.7)
        assert seal.centre == pytest.approx((across, down), abs=0.6)
        written = ink(plain, top=down - 20, bottom=down + 21, left=across - 38, right=across + 38)
        assert seal.top < written.top < written.bottom < seal.bottom < FOOT
    (_, first, y), (_, second, other) = found
    assert y == other
    assert (second - first) / 72 * 25.4 == pytest.approx(80, abs=0.2)


@pytest.mark.parametrize("name", ["contract", "long", "supplement", "acceptance"])
def test_nothing_but_seals_leaves_the_type_area(name: str) -> None:
    for number in range(drawn(name).pages):
        box = ink(black(pdfium_page(drawn(name).pdf, number)), bottom=FOOT + 1)
        assert box.left >= 27.8
        assert box.right <= 184.3
        assert box.top >= 36.9


def slices(name: str, place: int) -> list[Mask]:
    """Of each page the strip on its right edge that bears the seal in this place."""
    pages = drawn(name).pages
    middle, half = paging.FIRST_MM + place * paging.NEXT_MM, 21.5
    rows = slice(round((middle - half) / 25.4 * 300), round((middle + half) / 25.4 * 300))
    wide = round(42 / pages / 25.4 * 300)
    return [red(page(name, number))[rows, -wide:] for number in range(pages)]


@pytest.mark.parametrize(("place", "holder"), [(0, PURCHASER), (1, PROVIDER)])
def test_slices_of_all_pages_make_one_seal(place: int, holder: str) -> None:
    strips = slices("contract", place)
    assert all(strip.any() for strip in strips), "on each page"
    fanned = np.concatenate(strips, axis=1)
    box = np.nonzero(fanned)
    size = [(edge.max() - edge.min() + 1) / 300 * 25.4 for edge in box]
    assert size == pytest.approx([42, 42], abs=0.8)
    whole = red(pdfium_page(signatory(holder).seal.file.read_bytes(), 0, 300))
    middle = fanned.shape[0] // 2
    height, width = whole.shape
    cut = fanned[middle - height // 2 : middle - height // 2 + height, :width]
    alike = whole[:, : cut.shape[1]] & cut
    assert alike.sum() > 0.75 * whole.sum()


def test_a_paper_of_one_page_has_no_paging_seal() -> None:
    image = red(page("short", 0))
    assert not image[:, -round(15 / 25.4 * 300) :].any()


def test_many_pages_share_several_seals() -> None:
    assert paging.shares(3) == [(0, 3), (1, 3), (2, 3)]
    assert len(paging.shares(20)) == 20
    assert paging.shares(21)[:1] == [(0, 10)]
    assert {count for _, count in paging.shares(21)} == {10, 11}
    assert [number for number, _ in paging.shares(50)].count(0) == 3


@pytest.mark.parametrize("name", ["contract", "short", "long"])
def test_both_signatures_hold_and_name_their_signers(name: str) -> None:
    found = signing.verify(sealed(name))
    assert found.holds
    assert found.signers == (PURCHASER, PROVIDER)
    reader = PdfFileReader(io.BytesIO(sealed(name)))
    told = {field.field_name: str(field.sig_field["/TU"]) for field in reader.embedded_regular_signatures}
    assert told == {"seal": f"{PURCHASER}（印章）", "seal-2": f"{PROVIDER}（印章）"}


def as_the_first_left_it(pdf: bytes) -> bytes:
    _, _, start, length = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[0].byte_range
    return pdf[: start + length]


def test_all_fields_and_paging_seals_are_there_before_the_first_signature() -> None:
    then = as_the_first_left_it(sealed("contract"))
    assert [name for name, _, _ in fields.enumerate_sig_fields(PdfFileReader(io.BytesIO(then)))] == ["seal", "seal-2"]
    assert b"/Paging0.0" in then


def test_a_signature_taken_away_is_found() -> None:
    found = signing.verify(as_the_first_left_it(sealed("contract")))
    assert found.signed
    assert found.trusted
    assert not found.intact


def test_one_flipped_byte_is_found_wherever_it_is() -> None:
    """Only in the room that a signature leaves for itself does a byte say nothing."""
    pdf = sealed("short")
    ranges = [one.byte_range for one in PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures]
    room = [range(before, after) for _, before, after, _ in ranges]
    for at in [*range(50, len(pdf), len(pdf) // 40), pdf.rindex(b"/Reason") + 12]:
        if not any(at in own for own in room):
            assert not signing.verify(pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]).holds, at


def test_what_is_packed_together_is_unpacked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise judging the first of two signatures takes as long as half a minute."""
    unpacked: Counter[int] = Counter()
    unpack = Reader._unpack

    def counted(reader: Reader, number: int) -> Any:
        unpacked[number] += 1
        return unpack(reader, number)

    monkeypatch.setattr(Reader, "_unpack", counted)
    assert signing.verify(sealed("long")).holds
    assert set(unpacked.values()) == {1}


def test_a_slice_painted_over_afterwards_is_found() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed("contract")))
    white = generic.StreamObject(stream_data=b"1 g 500 300 95 300 re f")
    writer.add_stream_to_page(0, writer.add_object(white))
    painted = io.BytesIO()
    writer.write(painted)
    found = signing.verify(painted.getvalue())
    assert found.signed
    assert not found.intact


def test_the_other_side_signed_by_someone_else_is_not_trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The village's field, filled with a certificate made elsewhere under the village's name."""
    then = as_the_first_left_it(sealed("contract"))
    here = pki.folder()
    monkeypatch.setattr(pki, "folder", lambda: tmp_path / "elsewhere")
    meta = signers.PdfSignatureMetadata(field_name="seal-2", subfilter=fields.SigSeedSubFilter.PADES)
    forged = signers.PdfSigner(meta, local.signer_for(PROVIDER)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(then)), bytes_reserved=8192
    )
    monkeypatch.setattr(pki, "folder", lambda: here)
    found = signing.verify(forged.getvalue())
    assert found.signers == (PURCHASER, PROVIDER)
    assert not found.trusted


def test_tables_go_over_pages_with_their_heads() -> None:
    document = pypdfium2.PdfDocument(drawn("long").pdf)
    texts = ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]
    inside = [text for text in texts if "每月不少于8次" in text and "允许偏差" in text]
    assert len(inside) > 3
    assert all("条号条款计量方式目标权重其他约定" in text for text in inside)
    assert len(re.findall(r"第\d+处公共区域保洁数量", "".join(texts))) == 60


def test_a_draft_says_so_on_every_page_and_has_neither_number_nor_seal() -> None:
    facts = purchases.contract(
        draft=True, budget=[], payments=[], clauses=[], periods=[], deliberation=None, purchaser=Party(name="县水利局")
    )
    made = press().render(composing.html(paper(facts, CONTRACT, number="", code="", link="", demo=False)))
    document = pypdfium2.PdfDocument(made.pdf)
    texts = ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]
    assert made.anchors == {}
    assert all("草稿未签订" in text for text in texts)
    assert texts[0].count("尚未填写") == 3
    assert not any(word in "".join(texts) for word in ("扫码核验", "编号", "None"))


def test_whoever_reads_for_the_village_finds_tibetan_names_printed() -> None:
    facts = purchases.contract(subject="གྲོང་ཚོའི་ལས་དོན་ 村内保洁")
    made = press().render(composing.html(paper(facts, CONTRACT, organ=PURCHASER)))
    assert "གྲོང་ཚོའི་ལས་དོན་" in text_of(made.pdf)
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        used = {str(font.BaseFont) for one in file.pages for font in one.resources.Font.values()}
    assert any("Tibetan" in name for name in used)
