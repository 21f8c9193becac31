"""Every face of a paper, drawn by poppler and by PDFium: the same ink, each from its own font, and never a box."""

import io
import itertools
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from zhunru.documents import fonts
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import Mask, black, drawn_alike, pdfium_page, poppler_page

CHINESE = "贡嘎县委社会工作部关于农村饮水安全入户排查的准入文书，“村（社区）”有权拒绝。"
SAMPLES = {
    **dict.fromkeys(("ZR Fang", "ZR Kai", "ZR Hei", "ZR Song", "ZR Biao"), CHINESE),
    "ZR Latin": "BDS 2026-11-23, 0123456789 (a-z)",
    "ZR Tibetan": "གོང་དཀར་རྫོང་གི་གྲོང་ཚོའི་ལས་དོན་ལ་ཞུགས་པའི་ཡིག་ཆ།",
}
RARE = "龘靐齉㸚𠮷𣲗䶮"
"""Of names: in no free face of an official paper, two of them beyond the basic plane."""


def sheet(text: str, family: str) -> bytes:
    css = f"@page {{ size: 330mm 40mm; margin: 8mm }} p {{ font: 22pt/14mm {family}; margin: 0 }}"
    html = f'<!doctype html><html lang="zh-CN"><title>x</title><body><p>{text}</p>'
    return press().render(html, css).pdf


def faces(pdf: bytes) -> set[str]:
    """Names of the fonts in the file, without the mark of a subset."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return {str(font.BaseFont).partition("+")[2] for font in file.pages[0].resources.Font.values()}


def columns(ink: Mask) -> list[Mask]:
    """The characters of a line, cut where no ink is."""
    filled = np.concatenate(([0], ink.any(axis=0).astype(int), [0]))
    edges = np.flatnonzero(np.diff(filled))
    return [ink[:, left:right] for left, right in zip(edges[::2], edges[1::2], strict=True)]


def test_every_part_has_a_sample() -> None:
    assert set(SAMPLES) == {part.family for part in fonts.PARTS}


@pytest.mark.parametrize("family", SAMPLES)
def test_two_readers_draw_every_face_alike(family: str, tmp_path: Path) -> None:
    made = sheet(SAMPLES[family], f'"{family}"')
    assert len(faces(made)) == 1, "no other face helps out"
    ours, theirs = black(pdfium_page(made, 0, 200)), black(poppler_page(made, 0, tmp_path, 200))
    assert ours.sum() > 3000
    assert drawn_alike(ours, theirs)


def test_faces_differ_from_each_other() -> None:
    """A reader that draws one face for all would pass every other test."""
    drawn = {
        name: black(pdfium_page(sheet("文书", f'"{name}"'), 0, 200))
        for name, text in SAMPLES.items()
        if text == CHINESE
    }
    for one, other in itertools.combinations(drawn.values(), 2):
        assert not drawn_alike(one, other)


@pytest.mark.parametrize("family", ["ZR Fang", "ZR Kai"])
def test_rare_characters_are_drawn_by_the_last_resort_alike_and_each_as_itself(family: str, tmp_path: Path) -> None:
    made = sheet("　".join(RARE), f'"{family}", "Noto Serif CJK SC"')
    assert any("Noto" in name for name in faces(made))
    assert pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range().split() == list(RARE)
    ours, theirs = black(pdfium_page(made, 0, 200)), black(poppler_page(made, 0, tmp_path, 200))
    assert drawn_alike(ours, theirs)
    shapes = columns(ours)
    assert len(shapes) >= len(RARE)
    assert len({(shape.shape, shape.tobytes()) for shape in shapes}) == len(shapes), "a box would be drawn seven times"


def test_tibetan_stacks_stay_stacks(tmp_path: Path) -> None:
    """Letters below letters: set one after another they would need twice the room."""
    stacked = columns(black(pdfium_page(sheet("རྫོང", '"ZR Tibetan"'), 0, 200)))
    spread_out = columns(black(pdfium_page(sheet("ར ཛ ོ ང", '"ZR Tibetan"'), 0, 200)))
    assert sum(part.shape[1] for part in stacked) < 0.8 * sum(part.shape[1] for part in spread_out)


@pytest.mark.parametrize("family", SAMPLES)
def test_text_is_taken_out_as_it_was_written(family: str) -> None:
    text = pypdfium2.PdfDocument(sheet(SAMPLES[family], f'"{family}"'))[0].get_textpage().get_text_range()
    assert "".join(text.split()) == "".join(SAMPLES[family].split())
