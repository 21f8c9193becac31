"""Every character on a paper is drawn with a face that has it: rare names, Tibetan, foreign letters, emoji."""

import io
import unicodedata
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from zhunru.documents import composing, fonts
from zhunru.documents.kinds import KINDS
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import black, ink, pdfium_page, red
from zhunru.documents.tests.pages import FOOT, sample
from zhunru.documents.tests.samples import ONE_TOWNSHIP, approval, paper
from zhunru.documents.tests.villages import PERSON, certificate

TITLES = [
    "困难群众临时救助对象信息核对与入户走访关爱服务以及政策宣传解读工作",
    "北斗（BDS）监测点2026年度巡护",
    "སྡེ་གྲོང་ལས་དོན་ 藏文双语宣传",
    "龘靐齉㸚𠮷村史编纂",
]
NAMES = [PERSON, "龘靐齉", "㐂𠮷䶮", "བསྟན་འཛིན་སྒྲོལ་མ།", "阿卜杜拉·买买提", "José Müller-Şahin", "王𫖮𬸚"]


def boxes(pdf: bytes) -> int:
    """How often the pages show a glyph that its face does not have: a reader draws a box for it."""
    found = 0
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            sizes = {name: _glyphs(font) for name, font in page.resources.Font.items()}
            size = 0
            for told in pikepdf.parse_content_stream(page):
                if str(told.operator) == "Tf":
                    size = sizes[str(told.operands[0])]
                elif str(told.operator) in {"Tj", "TJ"}:
                    found += sum(not 0 < glyph < size for glyph in _shown(told.operands))
    return found


def _glyphs(font: pikepdf.Object) -> int:
    """How many glyphs the embedded face has."""
    described = font.DescendantFonts[0].FontDescriptor
    embedded = described["/FontFile3" if "/FontFile3" in described else "/FontFile2"]
    with TTFont(io.BytesIO(embedded.read_bytes()), lazy=True) as face:
        return int(face["maxp"].numGlyphs)


def _shown(operands: Iterable[pikepdf.Object]) -> Iterator[int]:
    """The numbers of the glyphs, two bytes each."""
    pieces = [one for operand in operands for one in (operand if isinstance(operand, pikepdf.Array) else [operand])]
    for text in (bytes(one) for one in pieces if isinstance(one, pikepdf.String)):
        yield from (int.from_bytes(text[at : at + 2]) for at in range(0, len(text), 2))


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(document[n].get_textpage().get_text_range() for n in range(len(document))).split())


@pytest.mark.parametrize("title", TITLES)
def test_long_mixed_tibetan_and_rare_characters_are_printed_without_boxes(title: str) -> None:
    made = press().render(composing.html(paper(approval(matter_title=title, scope=ONE_TOWNSHIP))))
    assert boxes(made.pdf) == 0
    assert "\ufffd" not in text_of(made.pdf)
    image = pdfium_page(made.pdf, 0)
    assert ink(black(image) | red(image), bottom=FOOT + 1).right <= 184.3


@pytest.mark.parametrize("name", NAMES)
def test_a_persons_name_is_never_a_box(name: str) -> None:
    made = press().render(composing.html(sample(KINDS["certificate"], certificate(person=name))))
    assert boxes(made.pdf) == 0
    assert unicodedata.normalize("NFC", "".join(name.split())) in unicodedata.normalize("NFC", text_of(made.pdf))


def test_the_rare_names_are_indeed_outside_the_face_of_the_text() -> None:
    """Else the test above would prove nothing."""
    with TTFont(fonts.font_set().path("ZR Fang"), lazy=True) as face:
        assert not {ord(char) for char in "㐂𠮷䶮"} & set(face.getBestCmap())


def test_a_box_would_be_found() -> None:
    """A character that no face has."""
    made = press().render(composing.html(sample(KINDS["certificate"], certificate(person="演示\U0003fffd"))))
    assert boxes(made.pdf) > 0
