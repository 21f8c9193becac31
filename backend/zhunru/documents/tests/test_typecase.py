"""Papers drawn together: half the work, the same bytes."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from zhunru.core.errors import DomainError
from zhunru.documents import composing, kinds
from zhunru.documents.rendering import Limits, Press, press
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import paper
from zhunru.documents.tests.villages import certificate

PEOPLE = ("次仁旺堆", "龘靐", "巴桑", "次仁旺堆")
PAGES = [composing.html(paper(certificate(person=name), kinds.KINDS["certificate"])) for name in PEOPLE]
OTHERS = [composing.html(paper(FACTS[name], kinds.KINDS[name])) for name in ("correction", "circular", "list_edition")]


@pytest.fixture
def small() -> Iterator[Press]:
    made = Press(composing.style(), Limits(max_pages=1))
    yield made
    made.kill()


def test_papers_drawn_together_are_byte_for_byte_those_drawn_alone() -> None:
    """Tags, metadata, anchors and pictures with them; whatever sheets they lie on, and in whatever order."""
    alone = [press().render(html) for html in (*PAGES, *OTHERS)]
    with press().together():
        assert [press().render(html) for html in (*PAGES, *OTHERS)] == alone
    with press().together():
        assert [press().render(html) for html in (*OTHERS, *PAGES)] == alone[len(PAGES) :] + alone[: len(PAGES)]


def test_no_paper_holds_a_character_of_another() -> None:
    """A name must not show in the neighbour's file, not even as an outline that no page uses."""
    with press().together():
        first, second, *_ = (press().render(html).pdf for html in PAGES)
    assert characters(first) >= set(PEOPLE[0])
    assert characters(second) >= set(PEOPLE[1])
    assert not characters(second) & (set(PEOPLE[0]) - set(PEOPLE[1]))
    assert files(first) != files(second)


def test_one_that_cannot_be_drawn_does_not_stop_the_next(small: Press) -> None:
    with small.together():
        first = small.render(PAGES[0])
        with pytest.raises(DomainError):
            small.render(OTHERS[1])
        child = small.pid
        assert small.render(PAGES[0]) == first
    assert small.pid == child


def test_a_child_killed_in_between_is_replaced_and_the_papers_stay_the_same(small: Press) -> None:
    with small.together():
        first = small.render(PAGES[0])
        small.kill()
        assert small.render(PAGES[0]) == first


def characters(pdf: bytes) -> set[str]:
    """What the fonts say that their glyphs mean."""
    said = set()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for font in file.pages[0].resources.Font.values():
            lines = font.ToUnicode.read_bytes().decode("ascii").split("\n")
            found = (line.split() for line in lines if line.startswith("<"))
            said |= {bytes.fromhex(pair[1].strip("<>")).decode("utf-16-be") for pair in found if len(pair) == 2}
    return said


def files(pdf: bytes) -> dict[str, bytes]:
    """The font files, by the name of the font."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = file.pages[0].resources.Font.values()
        return {
            str(font.BaseFont): font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()
            for font in fonts
            if "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        }
