import re

from zhunru.documents import fonts, seals
from zhunru.documents.tests.samples import OFFICE


def test_the_seal_says_specimen_in_its_middle() -> None:
    svg = seals.specimen(OFFICE)
    face = seals._face(fonts.font_set().path("ZR Song"))
    assert "样章" in svg
    assert seals._centre(face, "样章", seals.DIAMETER_MM * 0.17) in svg


def test_the_seal_bears_no_star_and_no_emblem() -> None:
    """Its only shapes are the rim, the name's characters and 样章's: five glyph paths' worth of outlines."""
    svg = seals.specimen(OFFICE)
    face = seals._face(fonts.font_set().path("ZR Song"))
    paths = re.findall(r'<path d="([^"]*)"', svg)
    expected = [
        seals._arc(face, OFFICE.replace("(", "（").replace(")", "）"), 21.0),
        seals._centre(face, "样章", 42 * 0.17),
    ]
    assert paths == expected
    assert re.findall(r"<(\w+)", svg) == ["svg", "title", "circle", "path", "path"]


def test_the_seal_needs_no_font_and_no_foreign_file() -> None:
    svg = seals.specimen(OFFICE)
    assert not re.search(r"<text|<image|<use|href|url\(", svg)


def test_a_name_with_markup_does_not_break_the_drawing() -> None:
    assert "<script" not in seals.specimen("<script>县")
