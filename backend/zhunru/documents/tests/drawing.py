"""Pages as pictures, and where the ink is, in millimetres from the page's upper left corner."""

import functools
import io
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from zhunru.documents import seals, signing
from zhunru.documents.rendering import press

DPI = 300
_SEALS = tempfile.TemporaryDirectory()
_PDFTOPPM = shutil.which("pdftoppm") or "pdftoppm"
Mask = NDArray[np.bool_]
Picture = NDArray[np.uint8]
"""Rows, columns, RGB."""


def pdfium_page(pdf: bytes, page: int, dpi: int = DPI) -> Picture:
    """Forms drawn, too: a signature's appearance is a form field's."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return np.asarray(document[page].render(scale=dpi / 72, may_draw_forms=True).to_pil().convert("RGB"))


def poppler_page(pdf: bytes, page: int, folder: Path, dpi: int = DPI) -> Picture:
    file = folder / "drawn.pdf"
    file.write_bytes(pdf)
    wanted = str(page + 1)
    drawn = subprocess.run(  # noqa: S603 -- poppler on a file of our own
        [_PDFTOPPM, "-r", str(dpi), "-f", wanted, "-l", wanted, "-png", str(file)], check=True, capture_output=True
    ).stdout
    return np.asarray(Image.open(io.BytesIO(drawn)).convert("RGB"))


def black(image: Picture) -> Mask:
    return np.asarray((image[..., 0] < 140) & (image[..., 1] < 140) & (image[..., 2] < 140))


def red(image: Picture) -> Mask:
    return np.asarray((image[..., 0] > 170) & (image[..., 1] < 110) & (image[..., 2] < 120))


@functools.cache
def signatory(name: str) -> signing.Signatory:
    """`name` with its specimen seal, 42 mm wide."""
    html, css = seals.page(seals.specimen(name), 42.0)
    file = Path(_SEALS.name) / f"{name}.pdf"
    file.write_bytes(press().render(html, css).pdf)
    return signing.Signatory(name, signing.Appearance(file, 42.0))


@dataclass(frozen=True)
class Box:
    """Millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def mm(pixels: float | np.signedinteger, dpi: int = DPI) -> float:
    return float(pixels) / dpi * 25.4


def ink(mask: Mask, top: float = 0, bottom: float = 297, left: float = 0, right: float = 210) -> Box:
    """The box around all ink within the given window."""
    y0, y1, x0, x1 = (round(v / 25.4 * DPI) for v in (top, bottom, left, right))
    window = mask[y0:y1, x0:x1]
    rows, columns = (np.flatnonzero(window.any(axis=axis)) for axis in (1, 0))
    return Box(mm(columns.min() + x0), mm(rows.min() + y0), mm(columns.max() + 1 + x0), mm(rows.max() + 1 + y0))


def bands(mask: Mask, axis: int = 1) -> list[tuple[float, float]]:
    """Stretches with ink: of rows (axis 1) or of columns (axis 0)."""
    filled = np.concatenate(([0], mask.any(axis=axis).astype(int), [0]))
    edges = np.flatnonzero(np.diff(filled))
    return [(mm(a), mm(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def spread(mask: Mask, pixels: int = 2) -> Mask:
    """Each mark of ink that many pixels wider on every side."""
    for _ in range(pixels):
        mask = np.logical_or.reduce([mask, *(np.roll(mask, by, axis) for by in (1, -1) for axis in (0, 1))])
    return mask


def drawn_alike(ours: Mask, theirs: Mask) -> bool:
    """Whether two readers put the same ink on the same places, but for what each makes of an edge."""
    less, more = sorted((int(ours.sum()), int(theirs.sum())))
    strays = max(int((ours & ~spread(theirs)).sum()), int((theirs & ~spread(ours)).sum()))
    return less > 0.65 * more and strays < 0.01 * less
