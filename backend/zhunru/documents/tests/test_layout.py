"""GB/T 9704-2012, measured on rendered pages in millimetres (domain figures: 156 x 225 mm, 22 x 28)."""

import functools
import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from zhunru.documents import composing, kinds
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import (
    DPI,
    Box,
    Mask,
    bands,
    black,
    drawn_alike,
    ink,
    mm,
    pdfium_page,
    poppler_page,
    red,
)
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.pages import CHAR, FOOT, ISSUED, LINE, PAPERS, UPRIGHT, drawn, page, sample, sealed
from zhunru.documents.tests.samples import OFFICE, paper


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_holds_22_lines_of_28_characters(number: int) -> None:
    text = black(page("grid", number))[: round((FOOT + 2) / 25.4 * DPI)]
    lines, columns = bands(text), bands(text, axis=0)
    assert len(lines) == 22
    assert len(columns) == 28
    assert np.mean(np.diff([top for top, _ in lines])) == pytest.approx(LINE, abs=0.03)
    assert np.mean(np.diff([left for left, _ in columns])) == pytest.approx(CHAR, abs=0.02)
    assert columns[0][0] == pytest.approx(28, abs=1.2)
    assert columns[-1][1] == pytest.approx(184, abs=1.2)
    assert 37 <= lines[0][0] <= 41
    assert lines[-1][1] <= FOOT


def test_page_numbers_stand_7_mm_below_the_text_right_on_odd_left_on_even_pages() -> None:
    odd, even = (ink(black(page("grid", n)), top=FOOT + 1) for n in (0, 1))
    dash = ink(black(page("grid", 0)), top=FOOT + 1, right=odd.left + 3)
    assert dash.top - FOOT == pytest.approx(7, abs=0.3)
    assert odd.right == pytest.approx(184 - 14 * 25.4 / 72, abs=0.6)
    assert even.left == pytest.approx(28 + 14 * 25.4 / 72, abs=0.6)


@pytest.mark.parametrize("name", ISSUED)
def test_the_red_head_stands_where_the_standard_puts_it(name: str) -> None:
    head = red(page(name, 0))
    mark, rule = (band for band in bands(head) if band[0] > 40)
    assert mark[0] == pytest.approx(72, abs=2), "the organ's mark, 35 mm below the type area's top"
    line = ink(head, top=rule[0] - 0.2, bottom=rule[1] + 0.2)
    assert line.width == pytest.approx(156, abs=0.3)
    assert line.left == pytest.approx(28, abs=0.2)
    number = ink(black(page(name, 0)), top=mark[1], bottom=rule[0] - 0.5, left=60)
    assert rule[0] - number.bottom == pytest.approx(4, abs=1.2)
    assert number.centre[0] == pytest.approx(106, abs=0.5)


@pytest.mark.parametrize("name", UPRIGHT)
def test_nothing_leaves_the_type_area(name: str) -> None:
    for number in range(drawn(name).pages):
        image = page(name, number)
        box = ink(black(image) | red(image), bottom=FOOT + 1)
        assert box.left >= 27.8
        assert box.right <= 184.3
        assert ink(black(image), bottom=FOOT + 1).top >= 36.9


@pytest.mark.parametrize("name", UPRIGHT)
def test_the_imprint_ends_at_the_foot_of_the_last_page(name: str) -> None:
    last = black(page(name, drawn(name).pages - 1))[: round((FOOT + 2) / 25.4 * DPI)]
    full = [band for band in bands(last) if _width(last, band) > 155]
    assert full[-1][1] == pytest.approx(FOOT, abs=0.3)
    assert _width(last, full[-1]) == pytest.approx(156, abs=0.3)
    thick, before = (band[1] - band[0] for band in full[:-3:-1])
    alike = thick == pytest.approx(before, abs=0.1)
    assert thick > before if PAPERS[name].facts.copies_to else alike, "0.35 mm outside, 0.25 mm between"


def _width(mask: Mask, band: tuple[float, float]) -> float:
    """Of the longest row of unbroken ink in a thin band; 0 for a line of text."""
    if band[1] - band[0] > 0.6:
        return 0
    row = mask[round((band[0] + band[1]) / 2 / 25.4 * DPI)]
    filled = np.flatnonzero(row)
    return mm(filled[-1] - filled[0] + 1) if filled.size == filled[-1] - filled[0] + 1 else 0


@functools.cache
def seal_and_signature(name: str) -> tuple[Box, Box, float]:
    """The seal's box, the box of name and date without it, and where the text above ends."""
    unsealed = drawn(name)
    number, x, y = unsealed.anchors["seal"]
    centre = (x / 72 * 25.4, 297 - y / 72 * 25.4)
    signed = pdfium_page(sealed(name), number)
    seal = ink(red(signed), top=centre[1] - 23, bottom=centre[1] + 23)
    plain = black(page(name, number))
    written = ink(plain, top=centre[1] - 3, bottom=centre[1] + 21, left=70)
    above = [band for band in bands(plain) if band[0] < seal.top]
    return seal, written, above[-1][1]


@pytest.mark.parametrize("name", UPRIGHT)
def test_the_seal_is_42_mm_and_covers_name_and_date(name: str) -> None:
    seal, written, _ = seal_and_signature(name)
    date = ink(
        black(page(name, drawn(name).anchors["seal"][0])), top=written.bottom - 6, bottom=written.bottom, left=70
    )
    assert seal.width == pytest.approx(42, abs=0.7)
    assert seal.height == pytest.approx(42, abs=0.7)
    assert seal.centre[0] == pytest.approx(date.centre[0], abs=1)
    assert seal.top < written.top
    assert seal.bottom > written.bottom
    assert written.centre[1] > seal.centre[1], "name and date lie a little below the middle"


@pytest.mark.parametrize("name", UPRIGHT)
def test_the_seal_keeps_within_one_line_of_the_text(name: str) -> None:
    seal, _, text_ends = seal_and_signature(name)
    assert 0 < seal.top - text_ends <= LINE


@pytest.mark.parametrize("diameter", [42.0, 45.0])
def test_seals_of_every_rank_keep_clear_of_the_text_by_less_than_a_line(diameter: float) -> None:
    """国发〔1999〕25号: 45 mm for a county's government and its departments, 42 mm for Party offices and townships."""
    made = press().render(composing.html(sample(kinds.REJECTION, seal_mm=diameter)))
    number, _, y = made.anchors["seal"]
    top = 297 - y / 72 * 25.4 - diameter / 2
    above = [band for band in bands(black(pdfium_page(made.pdf, number))) if band[0] < top]
    assert 0 < top - above[-1][1] <= LINE


@pytest.mark.parametrize("reasons", range(11, 16))
def test_signature_and_imprint_keep_together_and_never_stand_alone(reasons: int) -> None:
    """7.3.5.5 and 7.4: the text grows over the foot of a page; name and date take text along, and the imprint, too."""
    facts = FACTS["rejection"].model_copy(update={"reasons": ["统计内容重复"] * reasons})
    made = press().render(composing.html(paper(facts, kinds.REJECTION)))
    number, _, y = made.anchors["seal"]
    assert number == made.pages - 1
    text = pypdfium2.PdfDocument(made.pdf)[number].get_textpage().get_text_range()
    assert text.index("有权拒绝") < text.index(OFFICE.replace("(", "（").replace(")", "）"))
    assert 297 - y / 72 * 25.4 + 21 < FOOT, "and the seal keeps within the type area"


def test_the_date_ends_four_characters_from_the_right_if_the_name_lets_it() -> None:
    assert composing.sign_right("县委社会工作部", "2026年11月22日") == 4
    assert composing.sign_right("中共贡嘎县委社会工作部（演示）", "2026年11月22日") == pytest.approx(0, abs=0.6)


@pytest.mark.parametrize("name", ISSUED)
def test_every_page_of_a_demonstration_says_so(name: str) -> None:
    document = pypdfium2.PdfDocument(drawn(name).pdf)
    texts = ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]
    assert all("演示文书不具效力" in text for text in texts)
    with pikepdf.open(io.BytesIO(drawn(name).pdf)) as file:
        assert "演示" in str(file.docinfo["/Subject"])
        assert "字体替代" in str(file.docinfo["/Subject"])
        assert str(file.docinfo["/Keywords"]) == "演示"


def test_a_paper_under_a_real_seal_does_not_say_demonstration() -> None:
    real = press().render(composing.html(paper(demo=False, organ="中共贡嘎县委社会工作部")))
    document = pypdfium2.PdfDocument(real.pdf)
    assert all("演示" not in document[n].get_textpage().get_text_range() for n in range(len(document)))


@pytest.mark.parametrize("name", ISSUED)
def test_papers_are_produced_as_pdf_a_3a_with_tags_and_every_font_inside(name: str) -> None:
    with pikepdf.open(io.BytesIO(sealed(name))) as file:
        with file.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert file.Root.MarkInfo.Marked
        assert "/OutputIntents" in file.Root
        assert str(file.Root.Lang) == "zh-CN"
        fonts = [f for p in file.pages for f in p.resources.get("/Font", {}).values()]
        assert fonts
        assert all("/FontFile3" in f.DescendantFonts[0].FontDescriptor for f in fonts)


@pytest.mark.clause("2.1c")
def test_an_approval_says_what_a_village_must_not_be_asked_for() -> None:
    html = composing.html(paper())
    assert "除本文书载明外，不得要求村（社区）另行建账、填表、挂牌、出具证明" in html
    assert "未持本文书，村（社区）有权拒绝" in html


def test_all_43_villages_are_printed() -> None:
    document = pypdfium2.PdfDocument(drawn("whole county").pdf)
    text = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    plain = "".join(text.split())
    names = [village for township in PAPERS["whole county"].facts.scope for village in township.villages]
    assert len(names) == 43
    assert [name for name in names if name not in plain] == []


@pytest.mark.parametrize(
    ("name", "number"),
    [("whole county", 0), ("whole county", 1), ("interview_notice", 0), ("certificate", 0), ("circular", 1)],
)
def test_poppler_and_pdfium_draw_the_same_page(name: str, number: int, tmp_path: Path) -> None:
    """A face cut down beforehand loses its characters in some readers; whole faces do not, nor the last resort's."""
    ours = black(pdfium_page(sealed(name), number, 100))
    assert drawn_alike(ours, black(poppler_page(sealed(name), number, tmp_path, 100)))
