"""What goes out printed on both sides ends on the back of a sheet (GB/T 9704-2012, 7.4 and 7.5)."""

import functools

import pypdfium2
import pytest

from zhunru.documents import composing
from zhunru.documents.kinds import KINDS
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.composed import circular
from zhunru.documents.tests.drawing import black, ink, pdfium_page
from zhunru.documents.tests.pages import FOOT, sample

HAPPENED = "第一季度共核查9个乡镇43个村（社区），发现未经准入向村（社区）提出的要求3项"


@functools.cache
def drawn(times: int) -> Rendered:
    return press().render(composing.html(sample(KINDS["circular"], circular(happened=[HAPPENED] * times))))


def texts(times: int) -> list[str]:
    document = pypdfium2.PdfDocument(drawn(times).pdf)
    return ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]


@pytest.mark.parametrize("times", range(1, 16))
def test_the_imprint_stands_at_the_foot_of_an_even_page_however_long_the_text_is(times: int) -> None:
    assert drawn(times).pages % 2 == 0
    pages = texts(times)
    assert [n for n, text in enumerate(pages) if "2026年3月2日印发" in text] == [len(pages) - 1]
    last = ink(black(pdfium_page(drawn(times).pdf, len(pages) - 1)), bottom=FOOT + 2)
    assert last.bottom == pytest.approx(FOOT, abs=0.3)


def test_it_stays_where_it_is_when_that_page_is_even() -> None:
    pages = texts(2)
    assert len(pages) == 2
    assert drawn(2).anchors["seal"][0] == 1


def test_it_moves_onto_the_next_page_which_is_numbered() -> None:
    pages = texts(8)
    assert (len(pages), drawn(8).anchors["seal"][0]) == (4, 2)
    assert pages[-1].endswith("—4—")


def test_behind_a_blank_page_neither_is_numbered() -> None:
    """7.5: where a blank page stands before the imprint's, neither has a page number."""
    pages = texts(4)
    assert (len(pages), drawn(4).anchors["seal"][0]) == (4, 1)
    assert [f"—{n}—" in text for n, text in enumerate(pages, start=1)] == [True, True, False, False]
    assert pages[2] == "演示文书不具效力"


def test_a_kind_that_does_not_ask_for_it_ends_where_it_ends() -> None:
    assert {name for name, kind in KINDS.items() if kind.last_page_even} == {"circular"}
    odd = press().render(composing.html(sample(KINDS["rectification"])))
    assert odd.pages == 3
