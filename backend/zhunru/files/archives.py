"""Zip archives, which documents of offices are: walked and unpacked in memory, piece by piece, and never to a disk.

Every entry is unpacked to its end, because the sizes in the directory are only claims. Whatever two readers could take
for different things (two entries of one name, overlapping entries, something before or behind) is refused.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from zhunru.files.refusals import bomb, damaged, embedded, encrypted

ZIP_MARK = b"PK\x03\x04"
MAX_ENTRIES = 5_000
MAX_UNPACKED = 150 << 20
"""Of all entries together."""
RATIO_FREE = 10 << 20
MAX_RATIO = 100
"""Unpacked to packed size, where more than RATIO_FREE comes out."""
HEAD = 4096
WHOLE = 1 << 20
"""A part that a check asks for whole may have this size."""
STEP = 1 << 16

_END = b"PK\x05\x06"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, struct.error, zlib.error, ValueError, NotImplementedError, OverflowError, OSError)
"""How a broken archive shows; zipfile raises NotImplementedError for an entry that claims a newer version of zip."""
_FOREIGN = (
    ZIP_MARK,
    _END,
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"MSCF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"%PDF-",
)
"""Archives, old office documents with whatever they hold, programs."""


@dataclass(frozen=True, slots=True)
class Part:
    """One entry: its name, how it begins, and all of it where it was asked for."""

    name: str
    head: bytes
    whole: bytes


def holds_archive(content: bytes) -> bool:
    """Whether an archive ends where `content` ends: zip readers look there first."""
    tail = content[-22 - 0xFFFF :]
    ends = (found.start() for found in re.finditer(_END, tail))
    return any(at + 22 <= len(tail) <= at + 22 + struct.unpack_from("<H", tail, at + 20)[0] for at in ends)


def parts(content: bytes, *, whole: tuple[str, ...] = ()) -> Iterator[Part]:
    """Every entry in the order of the file, unpacked and checked.

    Entries whose names end in one of `whole` come complete, up to 1 MB. RefusedError for bombs, encrypted and damaged
    archives, entries that are archives or programs themselves.
    """
    if content.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise bomb()
    try:
        yield from _parts(content, whole)
    except _FAULTS as error:
        raise damaged() from error


def _parts(content: bytes, whole: tuple[str, ...]) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        directory = archive.start_dir
    _check_directory(entries, content)
    _check_sizes(entries, len(content))
    ends = [entry.header_offset for entry in entries[1:]] + [directory]
    for entry, end in zip(entries, ends, strict=True):
        yield _part(content, entry, end, whole=entry.filename.endswith(whole) if whole else False)


def _check_directory(entries: list[zipfile.ZipInfo], content: bytes) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if not entries or entries[0].header_offset != 0 or len(set(names)) < len(names) or not holds_archive(content):
        raise damaged()
    if any(_leads_out(name) for name in names):
        raise damaged()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise encrypted()
    if any(entry.compress_type not in _READABLE for entry in entries):
        raise damaged()


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _check_sizes(entries: list[zipfile.ZipInfo], size: int) -> None:
    claimed = sum(entry.file_size for entry in entries)
    if claimed > MAX_UNPACKED or claimed > max(RATIO_FREE, MAX_RATIO * size):
        raise bomb()


def _part(content: bytes, entry: zipfile.ZipInfo, end: int, *, whole: bool) -> Part:
    """Unpack one entry to its end, which must come before `end`, with the size and the sum that it claims."""
    at = _data_at(content, entry)
    if at + entry.compress_size > end:
        raise damaged()
    size, crc, kept = 0, 0, bytearray()
    room = WHOLE if whole else HEAD
    for piece in _unpacked(memoryview(content)[at : at + entry.compress_size], entry.compress_type):
        size += len(piece)
        if size > entry.file_size:
            raise bomb()
        crc = zlib.crc32(piece, crc)
        kept += piece[: room - len(kept)]
    if size != entry.file_size or crc != entry.CRC:
        raise damaged()
    if whole and size > WHOLE:
        raise bomb()
    if kept.startswith(_FOREIGN):
        raise embedded()
    return Part(entry.filename, bytes(kept[:HEAD]), bytes(kept) if whole else b"")


def _data_at(content: bytes, entry: zipfile.ZipInfo) -> int:
    """Where the entry's data begin. Its own header must say the same as the directory."""
    mark, flags, method, name, extra = struct.unpack_from("<4s2xHH16xHH", content, entry.header_offset)
    at = entry.header_offset + 30
    if mark != ZIP_MARK or method != entry.compress_type or content[at : at + name] != _raw_name(entry):
        raise damaged()
    if flags & _ENCRYPTED:
        raise encrypted()
    return at + int(name) + int(extra)


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")


def _unpacked(data: memoryview, method: int) -> Iterator[bytes]:
    """The data in pieces of at most 64 KB. zlib.error or ValueError where the packing does not end with them."""
    if method == zipfile.ZIP_STORED:
        for at in range(0, len(data), STEP):
            yield bytes(data[at : at + STEP])
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    at, fed = 0, b""
    while not unpacker.eof:
        if not fed:
            fed, at = bytes(data[at : at + STEP]), at + STEP
        piece = unpacker.decompress(fed, STEP)
        if not (piece or fed):
            raise ValueError("truncated")
        fed = unpacker.unconsumed_tail
        yield piece
    if unpacker.unused_data or at < len(data):
        raise ValueError("something behind the end")
