"""A seal's picture, as a scanner gives it."""

import io

from PIL import Image, ImageDraw


def scanned() -> bytes:
    """A red ring on white paper, as PNG."""
    picture = Image.new("RGB", (1000, 1000), "white")
    ImageDraw.Draw(picture).ellipse((20, 20, 980, 980), outline=(215, 0, 15), width=30)
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()
