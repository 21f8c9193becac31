"""Specimen seals: the organisation's name on an arc, 样章 in the middle, never a star or an emblem.

The characters are glyph outlines, so that a seal needs no font at the reader's and no renderer's own idea
of text on a path. Sizes: 国发〔1999〕25号, 4.2 cm for a Party office and for a township or village.
"""

import base64
import math
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from zhunru.documents import fonts, seal_drawings, seal_pictures
from zhunru.documents.wording import full_width_brackets

SPECIMEN = "样章"
COLOUR = "#d7000f"
DIAMETER_MM = 42.0
RIM_MM = 1.2
MOST_BYTES = 2_000_000
PNG = b"\x89PNG\r\n\x1a\n"
_EM_CENTRE = 0.38
"""The middle of a Chinese character above the base line, in em."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font's outlines: character -> drawing commands after a transformation."""

    glyphs: Any
    cmap: dict[int, str]
    upem: int

    def outline(self, char: str, placed: Transform) -> str:
        """SVG path of `char`, or of a question mark's absence where the face lacks it: nothing."""
        name = self.cmap.get(ord(char))
        if name is None:
            return ""
        pen = SVGPathPen(self.glyphs, ntos=lambda value: f"{value:.3f}".rstrip("0").rstrip("."))
        self.glyphs[name].draw(TransformPen(pen, placed))
        return str(pen.getCommands())

    def width(self, char: str) -> float:
        name = self.cmap.get(ord(char))
        return float(self.glyphs[name].width) if name else float(self.upem)


@lru_cache(maxsize=4)
def _face(path: Path) -> Face:
    font = TTFont(path, lazy=True)
    return Face(font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm)


@lru_cache(maxsize=64)
def specimen(name: str, diameter: float = DIAMETER_MM) -> str:
    """The specimen seal of the organisation `name` as SVG, `diameter` mm wide, centre at 0,0."""
    face = _face(fonts.font_set().path("ZR Song"))
    text = full_width_brackets(name)
    radius = diameter / 2
    paths = [
        _arc(face, text, radius),
        _centre(face, SPECIMEN, diameter * 0.17),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{diameter}mm" height="{diameter}mm"'
        f' viewBox="{-radius} {-radius} {diameter} {diameter}" role="img">'
        f"<title>{escape(name)}（{SPECIMEN}）</title>"
        f'<circle r="{radius - RIM_MM / 2:.3f}" fill="none" stroke="{COLOUR}" stroke-width="{RIM_MM}"/>'
        + "".join(f'<path d="{path}" fill="{COLOUR}"/>' for path in paths)
        + "</svg>"
    )


def _arc(face: Face, text: str, radius: float) -> str:
    """The name clockwise along the rim, open at the foot; characters narrow when they are many."""
    high = min(7.2, max(4.2, radius * 0.31))
    middle = radius - RIM_MM - 1.1 - high / 2
    span = math.radians(min(290, 16 + len(text) * 24))
    step = span / len(text)
    wide = max(high * 0.42, min(high * 0.95, step * (middle - high * 0.18) * 0.92))
    placed = []
    for index, char in enumerate(text):
        angle = -span / 2 + step * (index + 0.5)
        turn = Transform().rotate(angle)
        base = Transform().translate(middle * math.sin(angle), -middle * math.cos(angle)).transform(turn)
        placed.append(face.outline(char, _upright(base, face, char, wide, high)))
    return "".join(placed)


def _centre(face: Face, text: str, size: float) -> str:
    """`text` straight across the middle."""
    start = -size * 1.1 * (len(text) - 1) / 2
    at = (Transform().translate(start + index * size * 1.1, 0) for index in range(len(text)))
    return "".join(
        face.outline(char, _upright(base, face, char, size, size)) for char, base in zip(text, at, strict=True)
    )


def _upright(base: Transform, face: Face, char: str, wide: float, high: float) -> Transform:
    """Font units (y up, origin at the base line) -> millimetres (y down), the character's middle at 0,0."""
    scaled = base.scale(wide / face.upem, -high / face.upem)
    return scaled.translate(-face.width(char) / 2, -_EM_CENTRE * face.upem)


def own(image: bytes, diameter: float) -> str:
    """An office's own seal, PNG or SVG, as the SVG that a seal holds, `diameter` mm wide.

    InvalidError with the field `image` says what is wrong with the file. Nothing that a file names is ever fetched.
    """
    if len(image) > MOST_BYTES:
        raise seal_pictures.fault("seal_bytes", _("印模文件最大2MB，请缩小后再上传"))
    if image.startswith(PNG):
        return seal_pictures.embedded(image, diameter)
    return seal_drawings.taken(image, diameter)


def page(svg: str, diameter: float) -> tuple[str, str]:
    """HTML and style sheet of a page that is just the seal, to be the appearance of a signature."""
    source = base64.b64encode(svg.encode()).decode()
    html = (
        f'<!doctype html><html lang="zh-CN"><title>{SPECIMEN}</title>'
        f'<body><img alt="{SPECIMEN}" src="data:image/svg+xml;base64,{source}">'
    )
    css = (
        f"@page {{ size: {diameter}mm {diameter}mm; margin: 0 }} body {{ margin: 0 }}"
        f" img {{ display: block; width: {diameter}mm; height: {diameter}mm }}"
    )
    return html, css
