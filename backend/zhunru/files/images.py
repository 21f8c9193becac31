"""Pictures: looked over chunk by chunk and never decoded, so that no size they claim is ever allocated."""

import struct
import zlib
from collections.abc import Iterator
from itertools import count

from django.utils.translation import gettext as _

from zhunru.files.refusals import RefusedError, damaged

MAX_PIXELS = 120_000_000
"""A telephone's largest picture has 108 million."""
MAX_PARTS = 20_000
"""Chunks of a PNG or segments of a JPEG; a picture of 20 MB has some thousands."""
PNG_MARK = b"\x89PNG\r\n\x1a\n"
JPEG_MARK = b"\xff\xd8\xff"
FOREIGN = (b"<script", b"<html", b"<svg", b"<?php", b"<!doctype")
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers of a frame: behind them stand height and width."""
_BARE = frozenset(range(0xD0, 0xD8)) | {0x01}
_SCAN = 0xDA


def check_png(content: bytes) -> None:
    """A whole PNG with nothing behind its end. RefusedError otherwise."""
    chunks = _chunks(content)
    kind, header = next(chunks, (b"", b""))
    if kind != b"IHDR" or len(header) != 13:
        raise damaged()
    width, height = struct.unpack(">II", header[:8])
    _check_pixels(width, height)
    kinds = [kind for kind, _data in chunks]
    if not kinds or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise damaged()
    _refuse_foreign(content)


def _chunks(content: bytes) -> Iterator[tuple[bytes, memoryview | bytes]]:
    view, at = memoryview(content), len(PNG_MARK)
    for number in count():
        if at == len(content):
            return
        if at + 12 > len(content) or number > MAX_PARTS:
            raise damaged()
        (size,) = struct.unpack_from(">I", view, at)
        end = at + 12 + size
        if end > len(content) or zlib.crc32(view[at + 4 : end - 4]) != struct.unpack_from(">I", view, end - 4)[0]:
            raise damaged()
        kind = bytes(view[at + 4 : at + 8])
        yield kind, view[at + 8 : end - 4]
        at = end
        if kind == b"IEND" and at != len(content):
            raise damaged()


def check_jpeg(content: bytes) -> None:
    """A JPEG with frame, scan and end. Cameras write more behind the end; that may be, but no page or archive."""
    framed = False
    for marker, at in _segments(content):
        if marker in _SIZES:
            if at + 9 > len(content):
                raise damaged()
            height, width = struct.unpack_from(">HH", content, at + 5)
            _check_pixels(width, height)
            framed = True
        if marker == _SCAN:
            if not framed or content.find(b"\xff\xd9", at) < 0:
                raise damaged()
            _refuse_foreign(content)
            return


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """Each marker with the place where it stands. RefusedError at the end of the file: the scan comes before."""
    at = 2
    for number in count():
        if at + 4 > len(content) or content[at] != 0xFF or number > MAX_PARTS:
            raise damaged()
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            yield marker, at
            (size,) = struct.unpack_from(">H", content, at + 2)
            if size < 2:
                raise damaged()
            at += 2 + size


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise damaged()
    if width * height > MAX_PIXELS:
        said = {"width": width, "height": height}
        raise RefusedError("file_pixels", _("图片尺寸为 %(width)s×%(height)s，过大，请缩小后再上传") % said)


def _refuse_foreign(content: bytes) -> None:
    """A picture that is something else as well: a page of the web, or a PDF (which may begin within 1 KB)."""
    lower = content.lower()
    if b"%PDF-" in content[:1100] or any(mark in lower for mark in FOREIGN):
        raise RefusedError("file_type", _("图片中夹有其他格式的内容，请重新保存图片后再上传"))
