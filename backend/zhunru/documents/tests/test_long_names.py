"""Organisations' names of up to 60 characters: in the head, in the signature, in the imprint, under the seal."""

import pypdfium2
import pytest

from zhunru.documents import composing
from zhunru.documents.kinds import APPROVAL, INTERVIEW_RECORD, LIST_EDITION, Kind
from zhunru.documents.tests.drawing import black, ink, mm
from zhunru.documents.tests.pages import CHAR, FOOT, LONG, drawn, page

NAME = "long approval"
SHORT = "中共贡嘎县委社会工作部（演示）"
DAY = "2026年11月22日"


def lines_of(words: list[str], number: int) -> list[tuple[float, float, float, float]]:
    """Of each stretch of text where it stands on the page: left, top, right, bottom in mm."""
    text = pypdfium2.PdfDocument(drawn(NAME).pdf)[number].get_textpage()
    found = []
    for one in words:
        index, count = text.search(one).get_next()
        boxes = [text.get_charbox(index + n) for n in range(count)]
        left, foot, right, top = (min(b[0] for b in boxes), min(b[1] for b in boxes), boxes[-1][2], boxes[0][3])
        found.append((mm(left, dpi=72), 297 - mm(top, dpi=72), mm(right, dpi=72), 297 - mm(foot, dpi=72)))
    return found


def test_the_name_has_sixty_characters() -> None:
    assert len(LONG) == 60


def test_a_long_name_goes_onto_lines_of_like_length_in_letters_that_stay_large() -> None:
    """7.2.4 asks for a mark that is striking."""
    mark = composing.mark(LONG, APPROVAL)
    assert "".join(mark.lines) == LONG + "文件"
    assert len(mark.lines) == 3
    assert mark.size >= 20
    assert max(map(len, mark.lines)) - min(map(len, mark.lines)) <= 3


@pytest.mark.parametrize(
    ("kind", "said", "most"), [(APPROVAL, "文件", 62), (INTERVIEW_RECORD, "约谈纪要", 62), (LIST_EDITION, "文件", 36)]
)
def test_a_short_name_stands_on_one_line_as_large_as_it_fits(kind: Kind, said: str, most: float) -> None:
    assert composing.mark(SHORT, kind).lines == [SHORT + said]
    assert composing.mark("县委", kind).size == most


def test_the_long_mark_stays_within_the_type_area_and_text_begins_on_the_first_page() -> None:
    boxes = lines_of(composing.mark(LONG, APPROVAL).lines, 0)
    assert all(left >= 27.8 and right <= 184.3 for left, _, right, _ in boxes)
    assert [top for _, top, _, _ in boxes] == sorted(top for _, top, _, _ in boxes)
    assert "申请收悉" in pypdfium2.PdfDocument(drawn(NAME).pdf)[0].get_textpage().get_text_range()


def test_the_long_signature_is_centred_over_its_date() -> None:
    last = drawn(NAME).pages - 1
    lines = composing.signature(LONG, DAY, 42.0).lines
    assert "".join(lines) == LONG
    boxes = lines_of([*lines, "2026年3月2日"], last)
    middles = [(left + right) / 2 for left, _, right, _ in boxes]
    assert middles[:2] == pytest.approx([middles[-1]] * 2, abs=1)
    assert max(right for _, _, right, _ in boxes) <= 184.3
    assert boxes[0][0] >= 28


def test_the_imprint_keeps_a_long_name_and_the_day_apart() -> None:
    last = drawn(NAME).pages - 1
    (_, _, _, low), (day_left, _, day_right, _) = lines_of(["协调推进办公室", "日印发"], last)
    assert day_right == pytest.approx(184 - 14 * 25.4 / 72, abs=1.5)
    body = ink(black(page(NAME, last)), top=low - 25, bottom=FOOT - 0.8, right=day_left - 5 * CHAR)
    assert body.right <= 140, "the name is broken before it reaches the day"


@pytest.mark.parametrize("length", [1, 8, 15, 26, 27, 41, 52, 60])
def test_the_seals_foot_keeps_its_distance_from_the_date_however_many_lines_the_name_has(length: int) -> None:
    """7.3.5.1: name and date lie under the seal; its top stays within a line of the text above."""
    signature = composing.signature(LONG[:length], DAY, 42.0)
    top_of_date = (1 + signature.more) * 225 / 22
    assert signature.seal_top + 21 == pytest.approx(top_of_date + 13, abs=0.01)
    assert signature.more == len(signature.lines) - 1 <= 2
    assert max(map(len, signature.lines)) <= 26
