"""What a picture tells besides what it shows: where and when it was taken, with whose device. None of it is kept.

A picture that a village hands in must not say where its telephone was. Only the way up is kept, and the colours; but
where a signed clause asks for the place, nothing is taken out.
"""

import re
import struct
from collections.abc import Iterator

from zhunru.files.images import MAX_PARTS
from zhunru.files.refusals import damaged
from zhunru.files.types import FileType

_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_KEPT_APPS = {0xE0: (b"JFIF\0", b"JFXX\0"), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
"""Of all that applications write into a JPEG: how its colours are meant."""
_KEPT_CHUNKS = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"acTL", b"fcTL", b"fdAT"),
        *(b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"cICP", b"mDCV", b"cLLI"),
    }
)
_FILL = re.compile(rb"\xff+")
"""A marker may have any number of FF before it."""
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a segment."""
_SCAN, _END, _APP_FIRST, _APP_LAST, _COMMENT = 0xDA, 0xD9, 0xE0, 0xEF, 0xFE


def taken_out(kind: FileType, content: bytes) -> bytes:
    """The checked picture without particulars; anything else as it is. RefusedError for what cannot be followed."""
    if kind is FileType.JPEG:
        return _jpeg(content)
    return _png(content) if kind is FileType.PNG else content


def _png(content: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while at < len(content):
        (size,) = struct.unpack_from(">I", content, at)
        end = at + 12 + size
        if content[at + 4 : at + 8] in _KEPT_CHUNKS:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    """Up to the end of the first picture: telephones hang previews, and more about themselves, behind it."""
    kept, way_up = [], 0
    for marker, part in _parts(content):
        if marker == 0xE1 and part[4:].startswith(_EXIF):
            way_up = way_up or _orientation(part[10:])
        elif _is_kept(marker, part):
            kept.append(part)
    return b"".join([b"\xff\xd8", *([_only(way_up)] if way_up > 1 else []), *kept])


def _is_kept(marker: int, part: bytes) -> bool:
    if _APP_FIRST <= marker <= _APP_LAST:
        return part[4:].startswith(_KEPT_APPS.get(marker, ()))
    return marker != _COMMENT


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker, a scan with the data behind it, the end."""
    at = 2
    for _number in range(MAX_PARTS):
        filled = _FILL.match(content, at)
        if filled is None or filled.end() == len(content):
            break
        at, marker = filled.end() - 1, content[filled.end()]
        if marker == _END:
            yield marker, content[at : at + 2]
            return
        end = at + 2 if marker in _BARE else at + 2 + _size(content, at)
        if marker == _SCAN:
            end = _end_of_data(content, end)
        yield marker, content[at:end]
        at = end
    raise damaged()


def _size(content: bytes, at: int) -> int:
    if at + 4 > len(content):
        raise damaged()
    size: int = struct.unpack_from(">H", content, at + 2)[0]
    if size < 2 or at + 2 + size > len(content):
        raise damaged()
    return size


def _end_of_data(content: bytes, at: int) -> int:
    """Where the next marker stands: inside the data an FF is followed by 00 or by a restart."""
    found = _MARKER.search(content, at)
    if found is None:
        raise damaged()
    return found.start()


def _orientation(tiff: bytes) -> int:
    """1 to 8 as Exif counts the ways up; 0 where it does not say."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return 0
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, amount, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if (tag, kind, amount) == (_ORIENTATION, 3, 1):
            return value if 1 <= value <= 8 else 0
    return 0


def _only(way_up: int) -> bytes:
    """An Exif segment that says nothing but the way up."""
    entry = struct.pack("<HHIHH", _ORIENTATION, 3, 1, way_up, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff
