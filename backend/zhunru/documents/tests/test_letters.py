"""Letters (GB/T 9704-2012, 10.1) and minutes (10.3), measured on their pages in millimetres."""

import numpy as np
import pypdfium2
import pytest

from zhunru.documents.kinds import KINDS
from zhunru.documents.tests.drawing import DPI, Box, Mask, bands, black, ink, mm, pdfium_page, red
from zhunru.documents.tests.pages import CHAR, FOOT, LINE, PAPERS, drawn, page, sealed

CHAR_MM = 16 * 25.4 / 72
"""A 3号 character."""
LETTERS = ["interview_notice", "long interview_notice"]
MINUTES = ["interview_record", "long interview_record"]


def stripes(mask: Mask, top: float, bottom: float) -> list[tuple[float, float]]:
    """Of the rows between, those filled over at least 150 mm: where each stripe begins and ends."""
    rows = mask[round(top / 25.4 * DPI) : round(bottom / 25.4 * DPI)]
    return [(top + a, top + b) for a, b in bands((rows.sum(axis=1) > 150 / 25.4 * DPI)[:, None])]


def of_line(mask: Mask, stripe: tuple[float, float]) -> Box:
    return ink(mask, top=stripe[0], bottom=stripe[1])


@pytest.mark.parametrize("name", LETTERS)
def test_a_letters_mark_begins_30_mm_below_the_edge_and_bears_the_name_alone(name: str) -> None:
    head = red(page(name, 0))
    mark = ink(head, top=26, bottom=stripes(head, 30, 120)[0][0] - 1)
    assert mark.top == pytest.approx(30, abs=2)
    assert mark.centre[0] == pytest.approx(106, abs=3), "a closing bracket leaves half of its square blank"
    text = pypdfium2.PdfDocument(drawn(name).pdf)[0].get_textpage().get_text_range()
    assert "文件" not in "".join(text.split())[:80]


@pytest.mark.parametrize("name", LETTERS)
def test_two_red_double_lines_of_170_mm_stand_under_the_mark_and_20_mm_above_the_edge(name: str) -> None:
    head = red(page(name, 0))
    thick, thin, thinner, thicker = stripes(head, 30, 290)
    mark = ink(head, top=26, bottom=thick[0] - 0.5)
    assert thick[0] - mark.bottom == pytest.approx(4, abs=1.5)
    assert thick[1] - thick[0] > 2 * (thin[1] - thin[0]), "thick over thin"
    assert thicker[1] - thicker[0] > 2 * (thinner[1] - thinner[0]), "thin over thick"
    assert 297 - thicker[1] == pytest.approx(20, abs=0.3)
    for stripe in (thick, thin, thinner, thicker):
        line = of_line(head, stripe)
        assert line.width == pytest.approx(170, abs=0.3)
        assert line.centre[0] == pytest.approx(105, abs=0.3), "in the middle of the sheet"


@pytest.mark.parametrize("name", LETTERS)
def test_a_letters_number_stands_at_the_right_under_the_first_line(name: str) -> None:
    thin = stripes(red(page(name, 0)), 30, 120)[1]
    number = ink(black(page(name, 0)), top=thin[1] + 1, bottom=thin[1] + 12, left=110)
    assert number.right == pytest.approx(184, abs=1.2)
    assert number.top - thin[1] == pytest.approx(CHAR_MM * 7 / 8, abs=1)


@pytest.mark.parametrize("name", LETTERS)
def test_the_first_page_of_a_letter_has_no_number_and_the_second_has(name: str) -> None:
    first, second = (pypdfium2.PdfDocument(drawn(name).pdf)[n].get_textpage().get_text_range() for n in (0, 1))
    assert "— 1 —" not in first
    assert "— 2 —" in second


@pytest.mark.parametrize("name", LETTERS)
def test_text_keeps_seven_eighths_of_a_character_above_the_second_line(name: str) -> None:
    lower = stripes(red(page(name, 0)), 200, 290)[0]
    text = ink(black(page(name, 0)), bottom=lower[0] - 0.2)
    assert lower[0] - text.bottom >= CHAR_MM * 7 / 8 - 0.2
    assert text.left >= 27.8
    assert text.right <= 184.3


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_names_who_gets_copies_at_the_foot_without_lines_and_without_a_printing_day(name: str) -> None:
    last = drawn(name).pages - 1
    text = pypdfium2.PdfDocument(drawn(name).pdf)[last].get_textpage().get_text_range()
    assert "抄送：县纪委监委机关。" in text
    assert "印发" not in text
    image = black(page(name, last))
    copies = ink(image, top=FOOT - 9, bottom=FOOT + 1)
    assert FOOT - copies.bottom < 3, "at the foot of the last page"
    filled = image.sum(axis=1) > 100 / 25.4 * DPI
    assert not filled.any()


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_sealed_over_name_and_date(name: str) -> None:
    number, x, y = drawn(name).anchors["seal"]
    centre = (x / 72 * 25.4, 297 - y / 72 * 25.4)
    seal = ink(red(pdfium_page(sealed(name), number)), top=centre[1] - 23, bottom=centre[1] + 23)
    assert [seal.width, seal.height] == pytest.approx([42, 42], abs=0.7)
    written = black(page(name, number))
    name_and_date = ink(written, top=seal.top, bottom=seal.bottom, left=60)
    assert seal.top < name_and_date.top
    assert seal.bottom > name_and_date.bottom
    above = [band for band in bands(written) if band[0] < seal.top]
    assert 0 < seal.top - above[-1][1] <= LINE


@pytest.mark.parametrize("name", MINUTES)
def test_the_mark_of_minutes_begins_35_mm_below_the_type_areas_top_and_says_what_they_are(name: str) -> None:
    head = red(page(name, 0))
    rule = stripes(head, 60, 200)[0]
    mark = ink(head, top=45, bottom=rule[0] - 1)
    assert mark.top == pytest.approx(37 + 35, abs=2)
    assert mark.centre[0] == pytest.approx(106, abs=1.5)
    text = "".join(pypdfium2.PdfDocument(drawn(name).pdf)[0].get_textpage().get_text_range().split())
    assert PAPERS[name].organ.replace("(", "（").replace(")", "）") + "约谈纪要" in text
    line = of_line(head, rule)
    assert [line.width, line.left] == pytest.approx([156, 28], abs=0.3)


def test_minutes_are_dated_above_the_rule_and_bear_neither_seal_nor_signature() -> None:
    name = "interview_record"
    assert drawn(name).anchors == {}
    assert not KINDS["interview_record"].impressed
    rule = stripes(red(page(name, 0)), 60, 200)[0]
    issued = ink(black(page(name, 0)), top=rule[0] - 9, bottom=rule[0] - 0.2)
    assert rule[0] - issued.bottom == pytest.approx(4, abs=1.2)
    assert issued.left == pytest.approx(28, abs=1.2)
    assert issued.right == pytest.approx(184, abs=1.5)


def test_who_was_there_is_listed_below_the_text_with_lines_that_begin_under_each_other() -> None:
    """10.3: two characters in, the label in 黑体; a second line begins where the first name does."""
    name = "interview_record"
    last = pypdfium2.PdfDocument(drawn(name).pdf)[drawn(name).pages - 1]
    text = last.get_textpage()
    lines = text.get_text_range().replace("\r", "").split("\n")
    labels = [line[:3] for line in lines if line[2:3] == "："]
    assert labels[:4] == ["主持：", "出席：", "请假：", "列席："]
    left = [_left_of(text, words) for words in ("出席：", "县农业农村局主要负责人，", "风政风监督室")]
    assert left[0] == pytest.approx(28 + 2 * CHAR, abs=0.8)
    assert left[1] == pytest.approx(28 + 5 * CHAR, abs=0.8)
    assert left[2] == pytest.approx(left[1], abs=0.8)


def _left_of(text: pypdfium2.PdfTextPage, words: str) -> float:
    index, _ = text.search(words).get_next()
    return mm(np.float64(text.get_charbox(index)[0]), dpi=72)
