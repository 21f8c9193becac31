"""A reader of signed files that unpacks what is packed together once, not once for each object in it.

Judging an earlier one of several signatures looks at every object of the file, and a page set has all of its objects in
one stream: pyHanko's own reader takes 15 seconds for a contract of 13 pages.
"""

import io
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.misc import PdfStrictReadError
from pyhanko.pdf_utils.reader import PdfFileReader

Unpacked = tuple[bytes, list[tuple[int, int]]]
"""The stream's content, and of each object its number and where it begins."""


class Reader(PdfFileReader):
    """Strict, as pyHanko's is by default."""

    def __init__(self, content: bytes) -> None:
        self._unpacked: dict[int, Unpacked] = {}
        super().__init__(io.BytesIO(content))

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        if stmnum not in self._unpacked:
            self._unpacked[stmnum] = self._unpack(stmnum)
        content, places = self._unpacked[stmnum]
        if idx >= len(places) or places[idx][0] != idnum:
            raise PdfStrictReadError(f"object {idnum} is not where it should be")
        source = io.BytesIO(content)
        source.seek(places[idx][1])
        found = generic.read_object(source, generic.Reference(idnum, 0, self))
        if isinstance(found, generic.StreamObject | generic.IndirectObject):
            raise PdfStrictReadError(f"object {idnum} may not be packed")
        return found

    def _unpack(self, number: int) -> Unpacked:
        stream = generic.Reference(number, 0, self).get_object()
        if not isinstance(stream, generic.StreamObject) or stream["/Type"] != "/ObjStm":
            raise PdfStrictReadError(f"object {number} holds no others")
        content = stream.read_data(DecodePurpose.OBJECT_STREAM)
        first, count = int(stream["/First"]), int(stream["/N"])
        numbers = [int(number) for number in content[:first].split()[: 2 * count]]
        return content, [(number, first + offset) for number, offset in zip(numbers[::2], numbers[1::2], strict=True)]
