"""A duplicate says on every sheet that it is one, looks as its original does, and is signed anew."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from zhunru.core.errors import DomainError
from zhunru.documents import composing, duplicates, signing
from zhunru.documents.kinds import LIST_EDITION
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import black, ink, pdfium_page, poppler_page, red, signatory
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE, paper
from zhunru.documents.tests.signed import NUMBER, drawn, sealed, sealed_by_two
from zhunru.documents.tests.test_accessibility import faults

WORDS = ("第2份，发给县水利局", "事由：原件遗失", "2026年11月23日")


def duplicate(original: bytes, words: tuple[str, ...] = WORDS) -> bytes:
    return signing.sign(duplicates.mark(original, words), [signatory(OFFICE)], reason=NUMBER)


def wide() -> bytes:
    made = press().render(composing.html(paper(FACTS["list_edition"], LIST_EDITION)))
    return signing.sign(made, [signatory(OFFICE)], reason=NUMBER)


@pytest.mark.parametrize("original", [sealed, sealed_by_two, wide])
def test_a_duplicate_opens_holds_and_is_accessible(original: Callable[[], bytes], tmp_path: Path) -> None:
    made = duplicate(original())
    found = signing.verify(made)
    assert found.holds
    assert found.signers == (OFFICE,)
    assert faults(made, tmp_path) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        assert file.check_pdf_syntax() == []
        with file.open_metadata() as metadata:
            assert metadata["dc:title"].startswith("（副本）")
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert str(file.docinfo["/Title"]) == metadata["dc:title"]


def test_every_sheet_says_so_with_number_reason_and_day() -> None:
    document = pypdfium2.PdfDocument(duplicate(sealed_by_two()))
    assert len(document) > 2
    for page in document:
        text = page.get_textpage().get_text_range()
        assert text.count("副本") == 1
        assert all(word in text for word in WORDS)


@pytest.mark.parametrize("reason", ["原件遗失", "原件在二〇二六年雪灾中受潮损坏，村（社区）需要据此向施工单位出示" * 5])
def test_the_mark_keeps_to_the_upper_left_margin(reason: str) -> None:
    before, after = (black(pdfium_page(pdf, 1)) for pdf in (sealed_by_two(), duplicate(sealed_by_two(), (reason,))))
    mark = ink(after & ~before)
    assert mark.left == pytest.approx(28, abs=1)
    assert mark.top > 5
    assert mark.bottom < 24, "above what stands over the text"
    assert mark.right < 180


@pytest.mark.parametrize("page", [0, 4])
def test_it_looks_as_its_original_does_seals_included(page: int, tmp_path: Path) -> None:
    original, copy = sealed_by_two(), duplicate(sealed_by_two())
    below = round(24 / 25.4 * 100)
    looks = (
        [pdfium_page(pdf, page, 100) for pdf in (original, copy)],
        [poppler_page(pdf, page, tmp_path, 100) for pdf in (original, copy)],
    )
    for before, after in looks:
        assert np.abs(before[below:].astype(int) - after[below:].astype(int)).max() <= 2
    assert red(pdfium_page(copy, 4, 100)).sum() > 500


def test_the_originals_signatures_are_gone_and_its_seals_are_pictures_with_names() -> None:
    with pikepdf.open(io.BytesIO(duplicate(sealed_by_two()))) as file:
        (field,) = file.Root.AcroForm.Fields
        assert str(field.TU) == f"{OFFICE}（签名）"
        assert [float(edge) for edge in field.Rect] == [0, 0, 0, 0]
        told = [str(kid.Alt) for kid in file.Root.StructTreeRoot.K[0].K if kid.S == "/Figure"]
        assert told == [f"{OFFICE}（印章）", f"{PROVIDER}（印章）"]
        assert str(file.Root.StructTreeRoot.K[0].K[0].ActualText) == "，".join(["副本", *WORDS])


def test_only_of_an_intact_signed_file_a_duplicate_is_made() -> None:
    changed = bytearray(sealed())
    changed[len(changed) // 2] ^= 1
    for original in (bytes(changed), drawn().pdf, b"hello"):
        with pytest.raises(DomainError) as failure:
            duplicates.mark(original, WORDS)
        assert failure.value.code == "not_genuine"


def test_words_are_words_and_no_markup() -> None:
    text = pypdfium2.PdfDocument(duplicate(sealed(), ("<b>第1份</b>&amp;",)))[0].get_textpage().get_text_range()
    assert "<b>第1份</b>&amp;" in text
