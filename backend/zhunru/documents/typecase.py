"""The type case of papers that are drawn one after another: what one has opened or cut, the next need not.

Opening the faces of a Chinese paper and cutting them down to its characters costs more than laying it out. Within a
case each face is opened once, and cut once for the same characters: titles of one wording share theirs. Every paper
still holds its own characters and no other's: a name does not show in the neighbour's file.

Used by the rendering child only; it knows WeasyPrint from the inside, version 70.
"""

import weakref
import zlib
from typing import Any

from weasyprint.pdf.fonts import Font

MOST_CUTS = 400
"""Of a hundred papers, some fifty kilobytes each."""
_Cut = tuple[bytes, bytes]
"""The cut face, and as it stands compressed in the file."""


class Case:
    """`fonts()` goes to a document before it is written, `put_in` finishes its file."""

    def __init__(self) -> None:
        self.faces: dict[int, Font] = {}
        self.cuts: dict[tuple[Any, ...], _Cut] = {}

    def fonts(self) -> "Fonts":
        return Fonts(self)

    def cut(self, font: Font, to_unicode: dict[int, str], *, hinting: bool) -> bytes:
        """The face with these characters only."""
        wanted = (font.hash, frozenset(to_unicode), bool(font.missing), hinting)
        if wanted not in self.cuts:
            if len(self.cuts) >= MOST_CUTS:
                self.cuts.clear()
            Font.clean(font, to_unicode, hinting)
            # The level that is usual: the highest takes twice as long for half a percent.
            self.cuts[wanted] = font.file_content, zlib.compress(font.file_content)
        return self.cuts[wanted][0]

    def put_in(self, _document: object, pdf: Any) -> None:
        """Each cut face as it was compressed; WeasyPrint would do it twice, for the file and for its identifier."""
        ready = {id(plain): packed for plain, packed in self.cuts.values()}
        for found in pdf.objects:
            pieces = getattr(found, "stream", None)
            if pieces and id(pieces[0]) in ready:
                found.stream, found.compress = [ready[id(pieces[0])]], False
                found.extra["Filter"] = "/FlateDecode"


class Fonts(dict[int, Font]):
    """A document's fonts by Pango's key. One that the case has open already is there at the first question.

    A document that waits to be collected must not keep the case: a Chinese face is 25 MB.
    """

    def __init__(self, case: Case) -> None:
        self.case = weakref.proxy(case)

    def __contains__(self, key: object) -> bool:
        if not super().__contains__(key) and key in self.case.faces:
            self._take(key)  # type: ignore[arg-type]  # the keys of faces are whole numbers
        return super().__contains__(key)

    def __setitem__(self, key: int, font: Font) -> None:
        if font.bitmap or font.png or font.svg or font.colr:
            super().__setitem__(key, font)  # its glyphs are drawn from the layout's own font, which ends with it
            return
        self.case.faces[key] = font
        self._take(key)

    def _take(self, key: int) -> None:
        super().__setitem__(key, Taken(self.case, self.case.faces[key]))


class Taken(Font):  # type: ignore[misc]  # WeasyPrint is untyped
    """A face of the case in one document, with the characters that stand in it."""

    def __init__(self, case: Case, face: Font) -> None:
        self.__dict__ |= face.__dict__
        self.case = case
        self.widths: dict[int, float] = {}
        self.to_unicode: dict[int, str] = {}
        self.missing: dict[int, int] = {}

    def clean(self, to_unicode: dict[int, str], hinting: bool) -> None:
        self.file_content = self.case.cut(self, to_unicode, hinting=hinting)
