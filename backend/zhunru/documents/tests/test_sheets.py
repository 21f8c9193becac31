"""Slips, certificates and the sheet for the notice board, measured on their pages in millimetres."""

import io

import pikepdf
import pypdfium2
import pytest

from zhunru.documents import composing
from zhunru.documents.kinds import DISCLOSURE, KINDS, SLIPS
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.drawing import bands, black, ink, mm, pdfium_page, red
from zhunru.documents.tests.pages import FOOT, LINE, drawn, page, sample, sealed
from zhunru.documents.tests.villages import PERSON, disclosure

SHEETS = [name for name, kind in (KINDS | SLIPS).items() if kind.form == "sheet" and not kind.wide and kind.sides == 1]
ON_THE_TYPE_AREA = [name for name in SHEETS if name != "disclosure"]


def texts(made: Rendered) -> list[str]:
    document = pypdfium2.PdfDocument(made.pdf)
    return ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]


def board(size: str, **changed: object) -> Rendered:
    return press().render(composing.html(sample(DISCLOSURE, disclosure(size=size, **changed))))


def size_of(made: Rendered) -> tuple[float, float]:
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        left, foot, right, top = (float(value) for value in file.pages[0].mediabox)
    return mm(right - left, dpi=72), mm(top - foot, dpi=72)


def height_of(made: Rendered, words: str) -> float:
    """Of a line's characters, in mm."""
    text = pypdfium2.PdfDocument(made.pdf)[0].get_textpage()
    found = text.search(words).get_next()
    boxes = [text.get_charbox(found[0] + n) for n in range(len(words))]
    return mm(max(one[3] for one in boxes) - min(one[1] for one in boxes), dpi=72)


@pytest.mark.parametrize("name", ON_THE_TYPE_AREA)
def test_a_sheet_is_one_page_within_the_type_area_and_bears_no_red_head(name: str) -> None:
    assert drawn(name).pages == 1
    box = ink(black(page(name, 0)), bottom=FOOT + 1)
    assert (box.left >= 27.8, box.right <= 184.3, box.top >= 36.9, box.bottom <= FOOT) == (True,) * 4
    assert not red(page(name, 0))[round(30 / 25.4 * 300) :].any()


@pytest.mark.parametrize("name", ["refusal", "receipt"])
def test_a_slip_has_neither_number_nor_code_nor_seal(name: str) -> None:
    assert drawn(name).anchors == {}
    assert "扫码核验" not in texts(drawn(name))[0]
    assert "不编号、不盖章" in texts(drawn(name))[0]


def test_a_certificate_is_sealed_by_the_village_over_its_name_and_the_date() -> None:
    assert KINDS["certificate"].sealed_by == "village"
    number, x, y = drawn("certificate").anchors["seal"]
    centre = (x / 72 * 25.4, 297 - y / 72 * 25.4)
    seal = ink(red(pdfium_page(sealed("certificate"), number)), top=centre[1] - 23, bottom=centre[1] + 23)
    plain = black(page("certificate", 0))
    date = ink(plain, top=centre[1] + 6, bottom=centre[1] + 15, left=70)
    assert seal.width == pytest.approx(42, abs=0.7)
    assert seal.centre[0] == pytest.approx(date.centre[0], abs=1)
    assert seal.bottom > date.bottom
    above = [band for band in bands(plain) if band[0] < seal.top]
    assert 0 < seal.top - above[-1][1] <= LINE
    below = [band for band in bands(plain) if band[0] > date.bottom + 1]
    assert below[0][0] > seal.bottom, "the notes keep clear of the seal"


def test_a_certificate_says_for_whom_it_is_and_until_when() -> None:
    text = texts(drawn("certificate"))[0]
    assert PERSON in text
    assert "贡嘎县自然资源局：" in text
    assert "自出具之日起30日内有效" in text


@pytest.mark.parametrize(("size", "wide", "high"), [("A4", 210, 297), ("A3", 297, 420)])
def test_the_board_sheet_comes_on_either_paper_and_fills_its_width(size: str, wide: float, high: float) -> None:
    made = board(size)
    assert size_of(made) == pytest.approx((wide, high), abs=0.1)
    assert made.pages == 1
    box = ink(black(pdfium_page(made.pdf, 0)), bottom=high, right=wide)
    assert box.left == pytest.approx(wide - box.right, abs=1.5), "margins alike on both sides"
    assert box.left <= 25


def test_the_board_is_read_from_a_metre_away() -> None:
    """A character of 4 mm is read from a metre; the larger sheet has half as large again."""
    small, large = (board(size) for size in ("A4", "A3"))
    words = "农村饮水安全"
    assert height_of(small, words) >= 3.6
    assert height_of(large, words) == pytest.approx(1.5 * height_of(small, words), rel=0.05)
    assert height_of(large, "没有列在本单") >= 6


def test_a_board_of_many_matters_goes_on_with_its_heads_on_the_next_sheet() -> None:
    matters = disclosure().matters * 14
    made = board("A4", matters=matters)
    pages = texts(made)
    assert len(pages) >= 3
    assert all("主责部门批准文书期限工作经费" in text for text in pages[:2])
    assert "".join(pages).count("农村饮水安全入户排查") == 14
    assert "没有列在本单和清单里的工作" in pages[-1]


def test_an_empty_board_says_so() -> None:
    text = texts(board("A4", matters=[], lists=[]))[0]
    assert "现在没有经准入承担的工作事项" in text
    assert "现行清单" not in text
