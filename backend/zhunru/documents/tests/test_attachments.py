"""Attachments and tables that go over several pages (GB/T 9704-2012, 7.3.4 and 7.3.7), measured in millimetres."""

import functools

import pypdfium2
import pytest

from zhunru.documents import composing
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.erratum import Reading
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.composed import erratum
from zhunru.documents.tests.drawing import bands, black, ink, mm, pdfium_page, red
from zhunru.documents.tests.pages import CHAR, FOOT, LINE, drawn, page, sample

TOP = 37
READINGS = [
    Reading(place=f"附件第{no}行", reads=f"第{no}处原文，每村（社区）核定工作经费3600元", should_read=f"改为{no}00元")
    for no in range(1, 51)
]


@functools.cache
def long_table() -> Rendered:
    return press().render(composing.html(sample(KINDS["erratum"], erratum(readings=READINGS))))


def texts(made: Rendered) -> list[str]:
    document = pypdfium2.PdfDocument(made.pdf)
    return ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]


def box_of(made: Rendered, number: int, words: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a stretch of text."""
    text = pypdfium2.PdfDocument(made.pdf)[number].get_textpage()
    index, count = text.search(words).get_next()
    boxes = [text.get_charbox(index + n) for n in range(count)]
    return (
        mm(boxes[0][0], dpi=72),
        297 - mm(max(box[3] for box in boxes), dpi=72),
        mm(boxes[-1][2], dpi=72),
        297 - mm(min(box[1] for box in boxes), dpi=72),
    )


def page_with(made: Rendered, words: str) -> int:
    return next(n for n, text in enumerate(texts(made)) if words in text)


def test_the_note_of_an_attachment_stands_a_line_below_the_text_two_characters_in() -> None:
    made = drawn("whole county")
    number = page_with(made, "附件：村（社区）名单")
    left, top, _, _ = box_of(made, number, "附件：村（社区）名单")
    assert left == pytest.approx(28 + 2 * CHAR, abs=0.8)
    above = [band for band in bands(black(page("whole county", number))) if band[1] < top]
    assert LINE < top - above[-1][1] < 2 * LINE, "one line is left free"
    assert not texts(made)[number].split("附件：村（社区）名单")[1].startswith(("。", "；")), "no punctuation behind it"


def test_an_attachment_begins_a_page_with_its_word_in_the_first_line_and_its_title_in_the_third() -> None:
    made = drawn("whole county")
    number = page_with(made, "附件村（社区）名单")
    left, top, _, _ = box_of(made, number, "附件")
    assert left == pytest.approx(28, abs=0.8)
    assert top == pytest.approx(TOP + (LINE - 16 * 25.4 / 72) / 2, abs=1.5)
    title_left, title_top, title_right, _ = box_of(made, number, "村（社区）名单")
    assert (title_left + title_right) / 2 == pytest.approx(106, abs=0.8)
    assert title_top - top == pytest.approx(2 * LINE, abs=2)


def test_an_attachment_follows_the_signature_and_comes_before_the_imprint() -> None:
    made = drawn("whole county")
    assert made.anchors["seal"][0] < page_with(made, "附件村（社区）名单")
    assert "2026年3月2日印发" in texts(made)[-1]


def test_a_long_tables_head_stands_again_on_each_page_and_no_row_is_lost_or_torn() -> None:
    made = long_table()
    pages = texts(made)
    with_rows = [text for text in pages if "处原文" in text]
    assert len(with_rows) >= 3
    assert all("序号更正处原文更正为" in text for text in with_rows)
    for no in range(1, 51):
        (holder,) = [text for text in pages if f"第{no}处原文" in text]
        assert f"附件第{no}行" in holder
        assert f"改为{no}00元" in holder


def test_a_long_table_keeps_within_the_type_area_on_every_page() -> None:
    made = long_table()
    for number in range(made.pages):
        image = pdfium_page(made.pdf, number)
        box = ink(black(image) | red(image), bottom=FOOT + 1)
        assert (box.left >= 27.8, box.right <= 184.3, box.bottom <= FOOT + 0.3) == (True,) * 3


def test_text_follows_a_long_table_on_its_last_page() -> None:
    made = long_table()
    last = page_with(made, "第50处原文")
    assert "有关说明" in "".join(texts(made)[last:])
    assert made.anchors["seal"][0] >= last
