"""An office's own seal as a picture: a scanned impression becomes red ink on nothing, cut to its rim."""

import base64
import io
import warnings

from django.utils.translation import gettext as _
from PIL import Image, ImageChops

from zhunru.core.errors import InvalidError

LEAST_DPI, MOST_DPI = 300, 600
MOST_PIXELS = 6000
"""Of a side; a sheet of A4 at 600 dpi has 4960 by 7016, and a seal is a small part of it."""
_PAPER = 60
"""Darkness (of 255) up to which a pixel is paper: scans are never quite white."""
_FULL = 0.72
"""More ink than this and it is no seal but a picture of something."""
_MM = 25.4


def fault(code: str, sentence: str) -> InvalidError:
    return InvalidError(code, sentence, field="image")


def embedded(content: bytes, diameter: float) -> str:
    """SVG that holds the picture, `diameter` mm wide. InvalidError says what is wrong with it."""
    picture = _cut(_opened(content), diameter)
    source = base64.b64encode(_saved(picture)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{diameter}mm" height="{diameter}mm"'
        f' viewBox="0 0 {diameter} {diameter}">'
        f'<image width="{diameter}" height="{diameter}" href="data:image/png;base64,{source}"/></svg>'
    )


def _opened(content: bytes) -> Image.Image:
    """Decoded only after its size was read; on white, where it has transparent parts."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            found = Image.open(io.BytesIO(content), formats=["PNG"])
            if max(found.size) > MOST_PIXELS:
                raise fault("seal_pixels", _("印模图片每边最多%(most)s像素，请缩小后再上传") % {"most": MOST_PIXELS})
            ink = found.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as error:
        raise fault("seal_file", _("印模图片无法读取，请另存为PNG或SVG后再上传")) from error
    white = Image.new("RGBA", ink.size, "white")
    return Image.alpha_composite(white, ink).convert("RGB")


def _cut(picture: Image.Image, diameter: float) -> Image.Image:
    """The ink alone, from rim to rim."""
    depth = _depth(picture)
    box = depth.point(lambda value: 255 if value > _PAPER else 0).getbbox()
    if box is None:
        raise fault("seal_blank", _("印模图片上没有印迹，请重新扫描"))
    wide, high = box[2] - box[0], box[3] - box[1]
    if abs(wide - high) > 0.04 * max(wide, high):
        said = {"wide": wide, "high": high}
        raise fault("seal_square", _("印迹宽%(wide)s、高%(high)s像素，不是圆形，请只保留印章本身") % said)
    least = round(diameter / _MM * LEAST_DPI)
    if max(wide, high) < least:
        said = {"wide": max(wide, high), "least": least}
        raise fault("seal_resolution", _("印迹只有%(wide)s像素宽，至少需要%(least)s像素（300 DPI），请重新扫描") % said)
    cut = _square(picture.crop(box))
    _check_colour(cut)
    most = round(diameter / _MM * MOST_DPI)
    return cut.resize((most, most), Image.Resampling.LANCZOS) if cut.width > most else cut


def _square(picture: Image.Image) -> Image.Image:
    side = max(picture.size)
    return picture if picture.width == picture.height else picture.resize((side, side), Image.Resampling.LANCZOS)


def _depth(picture: Image.Image) -> Image.Image:
    """How far each pixel is from white, by the channel that differs most."""
    red, green, blue = picture.split()
    return ImageChops.invert(ImageChops.darker(ImageChops.darker(red, green), blue))


def _check_colour(picture: Image.Image) -> None:
    """Seals are red; one that fills its square is no impression."""
    red, green, blue = picture.split()
    inked = _depth(picture).point(lambda value: 255 if value > 2 * _PAPER else 0)
    reddish = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(lambda value: 255 if value > 40 else 0)
    area, amount = picture.width * picture.height, inked.histogram()[255]
    if amount > _FULL * area:
        raise fault("seal_background", _("印模图片有底色或背景，请使用白色或透明背景的图片"))
    if ImageChops.multiply(inked, reddish).histogram()[255] < 0.8 * amount:
        raise fault("seal_colour", _("印迹不是红色，请用红色印泥盖印后彩色扫描"))


def _saved(picture: Image.Image) -> bytes:
    """One colour, the ink's mean, and its depth as what is seen of it."""
    depth = _depth(picture)
    solid = depth.point(lambda value: 255 if value > 2 * _PAPER else 0)
    colours = [
        round(sum(v * n for v, n in enumerate(one.histogram(solid))) / solid.histogram()[255])
        for one in picture.split()
    ]
    shown = 255 - min(colours)
    alpha = depth.point(lambda value: 0 if value <= _PAPER else min(255, round(value * 255 / shown)))
    red, green, blue = (Image.new("L", picture.size, value) for value in colours)
    written = io.BytesIO()
    Image.merge("RGBA", (red, green, blue, alpha)).save(written, "PNG", optimize=True)
    return written.getvalue()
