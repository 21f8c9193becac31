"""An office's own seal: what is taken of its file, what is refused, and how it looks on paper."""

import base64
import http.server
import io
import math
import re
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from zhunru.core.errors import InvalidError
from zhunru.documents import seals, signing
from zhunru.documents.rendering import press
from zhunru.documents.tests.drawing import black, pdfium_page, red
from zhunru.documents.tests.samples import OFFICE
from zhunru.documents.tests.signed import NUMBER, drawn

Colour = str | tuple[int, ...]
INK = (204, 26, 34)


def scan(
    side: int = 900, *, ground: Colour = "white", ink: Colour = INK, rim: int = 700, height: int = 0
) -> Image.Image:
    """A ring with a bar through it, on a sheet, as a scanner gives it: soft edges, grey paper."""
    sheet = Image.new("RGBA", (side, side), ground)
    pen, left = ImageDraw.Draw(sheet), (side - rim) // 2
    top = (side - (height or rim)) // 2
    pen.ellipse((left, top, left + rim, top + (height or rim)), outline=ink, width=24)
    pen.rectangle((left + 150, side // 2 - 30, left + rim - 150, side // 2 + 30), fill=ink)
    return sheet.filter(ImageFilter.GaussianBlur(1.5))


def png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def svg(inside: str, attributes: str = 'viewBox="0 0 100 100"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


RING = '<circle cx="50" cy="50" r="48" fill="none" stroke="#cc1a22" stroke-width="3"/>'


def refused(image: bytes) -> str:
    with pytest.raises(InvalidError) as failure:
        seals.own(image, 42.0)
    assert failure.value.field == "image"
    assert "印" in failure.value.message
    return failure.value.code


def held(drawing: str) -> Image.Image:
    found = re.search(r'href="data:image/png;base64,([^"]+)"', drawing)
    assert found
    return Image.open(io.BytesIO(base64.b64decode(found[1])))


@pytest.mark.parametrize("ground", ["white", (246, 243, 236), (0, 0, 0, 0)])
def test_paper_becomes_nothing_and_the_impression_fills_its_diameter(ground: Colour) -> None:
    picture = held(seals.own(png(scan(ground=ground)), 42.0))
    assert picture.mode == "RGBA"
    assert picture.width == picture.height == pytest.approx(704, abs=8), "cut to the rim"
    depth = np.asarray(picture)[..., 3]
    assert depth[5, 5] == 0
    assert depth[picture.height // 4, picture.width // 2] == 0
    assert depth[picture.height // 2, picture.width // 2] > 240
    colours = np.asarray(picture)[..., :3].reshape(-1, 3)
    assert (colours == colours[0]).all()
    assert abs(colours[0].astype(int) - INK).max() < 30


def test_a_scan_finer_than_print_is_made_coarser() -> None:
    assert held(seals.own(png(scan(2400, rim=2000)), 42.0)).width == round(42 / 25.4 * 600)


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (png(Image.new("RGB", (900, 900), "white")), "seal_blank"),
        (png(scan(height=500)), "seal_square"),
        (png(scan(500, rim=400)), "seal_resolution"),
        (png(scan(ink=(20, 30, 160))), "seal_colour"),
        (png(scan(ink="black")), "seal_colour"),
        (png(scan(ground=(200, 120, 120))), "seal_background"),
        (png(Image.new("1", (7000, 10))), "seal_pixels"),
        (png(scan())[:2000], "seal_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "seal_file"),
        (b"\xff\xd8\xff\xe0 a jpeg", "seal_file"),
        (b"", "seal_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_000_000), "seal_bytes"),
    ],
)
def test_a_picture_that_makes_no_seal_is_refused_with_the_reason(image: bytes, code: str) -> None:
    assert refused(image) == code


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (svg("<script>alert(1)</script>" + RING), "seal_shapes"),
        (svg('<image href="http://127.0.0.1/x.png" width="9" height="9"/>' + RING), "seal_shapes"),
        (svg('<use href="file:///etc/passwd#x"/>' + RING), "seal_shapes"),
        (svg("<style>@import url(http://127.0.0.1/x)</style>" + RING), "seal_shapes"),
        (svg("<text>县</text>" + RING), "seal_shapes"),
        (svg("<foreignObject/>" + RING), "seal_shapes"),
        (svg('<circle r="9" onload="alert(1)"/>'), "seal_shapes"),
        (svg('<circle r="9" fill="url(http://127.0.0.1/x)"/>'), "seal_shapes"),
        (svg('<circle r="9" style="fill:url(#x)"/>'), "seal_shapes"),
        (svg('<circle r="9" fill="&#34;/>&lt;script>"/>'), "seal_shapes"),
        (svg('<rect width="100" height="100" fill="#FFF"/>' + RING), "seal_background"),
        (svg('<circle r="9" fill="#123456"/>'), "seal_colour"),
        (svg(""), "seal_blank"),
        (svg("<g>" * 3001 + "</g>" * 3001), "seal_shapes"),
        (svg(RING, ""), "seal_square"),
        (svg(RING, 'viewBox="0 0 100 60"'), "seal_square"),
        (svg(RING, 'viewBox="0 0 0 0"'), "seal_square"),
        (svg(RING, 'viewBox="nan nan nan nan"'), "seal_square"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(RING), "seal_file"),
        (svg(RING).decode().encode("utf-16"), "seal_file"),
        (b"<html/>", "seal_file"),
        (svg(RING)[:-4], "seal_file"),
    ],
)
def test_an_svg_that_is_more_than_shapes_in_red_is_refused_with_the_reason(image: bytes, code: str) -> None:
    assert refused(image) == code


def test_of_an_svg_only_its_shapes_are_taken() -> None:
    notes = 'xmlns:tool="http://tool.example/" id="a" tool:href="http://127.0.0.1/"'
    path = f'<path {notes} style="fill:#c00;font-family:x;stroke:none" d="M20 45h60v10H20z"/>'
    made = seals.own(svg(f"<title>x</title><defs/><g>{RING}{path}</g>"), 45.0)
    assert made.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="45.0mm" height="45.0mm" viewBox="0 0 100 100">'
    )
    assert '<path d="M20 45h60v10H20z" fill="#cc0000" stroke="none"></path>' in made
    assert "127.0.0.1" not in made
    assert "title" not in made


@pytest.mark.parametrize("image", [png(scan()), svg(RING + '<path d="M20 45h60v10H20z"/>')])
def test_an_own_seal_stands_on_the_paper_in_its_size_and_lets_the_text_through(image: bytes, tmp_path: Path) -> None:
    file = tmp_path / "seal.pdf"
    file.write_bytes(press().render(*seals.page(seals.own(image, 42.0), 42.0)).pdf)
    sealed = signing.sign(drawn(), [signing.Signatory(OFFICE, signing.Appearance(file, 42.0))], reason=NUMBER)
    assert signing.verify(sealed).holds
    page, x, y = drawn().anchors["seal"]
    before, after = (pdfium_page(pdf, page, 150) for pdf in (drawn().pdf, sealed))
    top, left = (round(value / 72 * 150) for value in (842 - y, x))
    half = round(21.5 / 25.4 * 150)
    window = (slice(top - half, top + half), slice(left - half, left + half))
    rows, columns = np.nonzero(red(after[window]))
    for marks in (rows, columns):
        assert (marks.max() - marks.min() + 1) / 150 * 25.4 == pytest.approx(42, abs=0.8)
    lost = black(before[window]) & ~black(after[window]) & ~red(after[window])
    assert lost.sum() < 0.02 * math.prod(lost.shape)


def test_nothing_is_fetched_for_a_seal() -> None:
    hits: list[str] = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)

    with http.server.HTTPServer(("127.0.0.1", 0), Canary) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for tag in ('<image href="{}"/>', '<use href="{}"/>', '<circle r="9" fill="url({})"/>'):
            refused(svg(tag.format(f"http://127.0.0.1:{server.server_port}/x.svg")))
        server.shutdown()
    assert hits == []
