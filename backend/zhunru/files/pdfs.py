"""PDFs: a bounded look at the bytes.

A reader library follows the file's own table of objects; readers differ in what they do when that table lies, and a
library in pure Python has no bound of time. So the bytes themselves are searched, whatever any table says: names are
found wherever they stand and however they are escaped, and every stream that holds objects is unpacked, up to a limit.
What cannot be searched (encrypted files, object streams packed in unusual ways) is refused.
"""

import re
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol, Self

from django.utils.translation import gettext as _

from zhunru.files.refusals import RefusedError, active, bomb, damaged, embedded, encrypted

MAX_PAGES = 500
MAX_STREAMS = 50_000
MAX_UNPACKED = 200 << 20
"""Of all streams together that may hold objects; they hold structure, not pictures."""
SNIFF = 256
STEP = 4096
WINDOW = 1 << 20
OVERLAP = 64
"""No refused name is longer, not even with each of its characters escaped."""
REFUSALS = {"active": active, "embedded": embedded, "encrypted": encrypted}
PDF_MARK = b"%PDF-"


class Unpacker(Protocol):
    """zlib's object, whose class has no name that can be imported."""

    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def copy(self) -> Self: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


def _name(name: str) -> bytes:
    """A pattern for a PDF name without its slash, each of its characters as it is or as #xx."""
    return b"".join(b"(?:%c|#%02x|#%02X)" % (char, char, char) for char in name.encode())


def _names(*names: str) -> bytes:
    return b"(?:" + b"|".join(map(_name, names)) + b")" + _ENDS


_ENDS = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"
_SPACE = rb"[\x00\t\n\f\r ]*"
TOKEN = re.compile(
    b"/(?:"
    + (b"(?P<active>%s)" % _names("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "RichMedia", "XFA"))
    + (b"|(?P<embedded>%s|%s<<)" % (_names("EmbeddedFile", "EmbeddedFiles", "FileAttachment"), _name("EF") + _SPACE))
    + (b"|(?P<encrypted>%s)" % (_name("Encrypt") + _SPACE + rb"(?:\d|<<)"))
    + (b"|(?P<objects>%s)" % _names("ObjStm"))
    + (b"|(?P<page>%s/%s)" % (_name("Type") + _SPACE, _names("Page")))
    + b")"
)
STREAM = re.compile(rb"stream[ \t]*(?:\r\n|\n|\r)")
_DEFLATED = frozenset(bytes((high << 4 | 8,)) for high in range(16))
_NUMBERS = re.compile(rb"[\x00\t\n\f\r ]*(?:\d+[\x00\t\n\f\r ]+\d+[\x00\t\n\f\r ]|%|\Z)")
"""How a stream of objects may begin: with the number and the place of the first."""


def check_pdf(content: bytes) -> None:
    """A whole PDF that only shows pages, at most 500. RefusedError otherwise."""
    end = content[-4096:].rstrip(b"\x00\t\n\f\r ")[-1024:]
    if b"%%EOF" not in end or b"startxref" not in content:
        raise damaged()
    scan = _Scan(content)
    scan.file()
    if not scan.pages:
        raise damaged()
    if scan.pages > MAX_PAGES:
        said = {"now": scan.pages, "most": MAX_PAGES}
        raise RefusedError("file_pages", _("PDF 有 %(now)s 页，最多 %(most)s 页，请分开上传") % said)


class _Scan:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pages = 0
        self.left = MAX_UNPACKED

    def file(self) -> None:
        """All of the file. A stream announced as one of objects must be readable as one."""
        announcements = [found.end() for found in self._tokens(self.content) if found.lastgroup == "objects"]
        announcements.reverse()
        streams = (found.end() for found in STREAM.finditer(self.content) if not _ends_one(self.content, found.start()))
        for number, start in enumerate(streams):
            if number >= MAX_STREAMS:
                raise bomb()
            announced = False
            while announcements and announcements[-1] < start:
                announced = bool(announcements.pop())
            self._stream(start, announced=announced)

    def _tokens(self, text: bytes, upto: int | None = None) -> Iterator[re.Match[bytes]]:
        """What is found from the start of `text`, counted and judged, if it begins before `upto`."""
        for found in TOKEN.finditer(text):
            if upto is not None and found.start() >= upto:
                return
            kind = found.lastgroup or ""
            if kind in REFUSALS:
                raise REFUSALS[kind]()
            self.pages += kind == "page"
            yield found

    def _stream(self, start: int, *, announced: bool) -> None:
        """Search what a stream holds if it begins as one of objects does, announced or not."""
        unpacker, begin = self._begin(start)
        if begin is not None and _NUMBERS.match(begin):
            self._objects(begin, unpacker, start + SNIFF)
        elif announced and not _NUMBERS.match(self.content, start):
            raise RefusedError("file_pdf", _("PDF 的内部结构无法检查，请用“打印为 PDF”重新生成后再上传"))

    def _begin(self, start: int) -> tuple[Unpacker | None, bytes | None]:
        """How the unpacked stream begins, with what goes on unpacking it; None for one that is not packed so.

        The two bytes before the data and the sum behind them are left aside, as readers do.
        """
        if self.content[start : start + 1] not in _DEFLATED:
            return None, None
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        begin, sound = self._unpack(unpacker, self.content[start + 2 : start + SNIFF], 64)
        return (unpacker if sound else None), begin

    def _objects(self, begin: bytes, unpacker: Unpacker | None, at: int) -> None:
        """Search the unpacked stream window by window; the packing itself says where it ends."""
        window = begin
        for piece in self._unpacked(unpacker, at) if unpacker else ():
            window += piece
            if len(window) > WINDOW:
                deque(self._tokens(window, len(window) - OVERLAP), maxlen=0)
                window = window[-OVERLAP:]
        deque(self._tokens(window), maxlen=0)

    def _unpacked(self, unpacker: Unpacker, at: int) -> Iterator[bytes]:
        fed, sound = unpacker.unconsumed_tail, True
        while sound and not unpacker.eof and (fed or at < len(self.content)):
            if not fed:
                fed, at = self.content[at : at + STEP], at + STEP
            piece, sound = self._unpack(unpacker, fed, WINDOW)
            fed = unpacker.unconsumed_tail
            yield piece

    def _unpack(self, unpacker: Unpacker, fed: bytes, most: int) -> tuple[bytes, bool]:
        """What comes out, and whether it is sound; of a broken stream all that comes before the break, as readers do.

        What goes in is charged as well as what comes out, and work on broken streams twenty times.
        """
        spare = unpacker.copy()
        try:
            piece, sound = unpacker.decompress(fed, most), True
        except zlib.error:
            piece, sound = _until_break(spare, fed), False
        self.left -= (len(fed) + len(piece)) * (1 if sound else 20)
        if self.left <= 0:
            raise bomb()
        return piece, sound


def _until_break(unpacker: Unpacker, fed: bytes) -> bytes:
    out = bytearray()
    with suppress(zlib.error):
        for at in range(len(fed)):
            out += unpacker.decompress(fed[at : at + 1])
    return bytes(out)


def _ends_one(content: bytes, at: int) -> bool:
    return content[at - 3 : at] == b"end"
