"""The tables of a document of WordprocessingML: what the reading child (`child`) loads when it is given one.

Only the standard library is needed; nothing may be declared in the text, so that there are no entities to unfold.
"""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

if TYPE_CHECKING:
    from zhunru.files.sheets.child import Found

_STEP = 1 << 16
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def read(content: bytes, found: "Found") -> None:
    """Adds each table of the main text to `found`. Any error for what is no document."""
    document = Document(found)
    with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(_main_part(archive)) as text:
        while piece := text.read(_STEP):
            found.unpacked(len(piece))
            document.parser.Parse(piece, False)
    document.parser.Parse(b"", True)


def _main_part(archive: zipfile.ZipFile) -> str:
    """Where the text of the document stands, as the list of types says."""
    parts: list[str] = []

    def start(_tag: str, attributes: dict[str, str]) -> None:
        if attributes.get("ContentType") == _MAIN and "PartName" in attributes:
            parts.append(attributes["PartName"].lstrip("/"))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(archive.read("[Content_Types].xml"), True)
    return parts[0]


class Table:
    """One table of a document while it is read."""

    def __init__(self, caption: str, found: "Found") -> None:
        self.caption, self.found = caption, found
        self.rows: list[list[Any]] = []
        self.height = self.width = 0
        self.row: list[Any] = []
        self.deleted = False
        self.span, self.merge = 1, ""
        self.merged: list[Any] = []
        self.open: dict[int, int] = {}
        """Where a cell goes on below: its left column, and its place in `merged`."""

    def end_cell(self, text: str) -> None:
        left, right = len(self.row), len(self.row) + self.span - 1
        begun = self.open.get(left) if self.merge == "continue" else None
        if begun is not None and self.merged[begun][1][0] == self.height - 1:
            self.merged[begun] = (self.merged[begun][0], (self.height, self.merged[begun][1][1]))
            text = ""
        else:
            self.open.pop(left, None)
            if self.merge or self.span > 1:
                self.merged.append(((self.height, left), (self.height, right)))
            if self.merge:
                self.open[left] = len(self.merged) - 1
        self.row += [text[: self.found.MAX_CELL] or None] + [None] * (self.span - 1)

    def end_row(self) -> None:
        if self.deleted:
            return
        self.height += 1
        self.width = max(self.width, len(self.row))
        if self.height > self.found.MAX_ROWS or self.width > self.found.MAX_COLUMNS:
            self.rows, self.merged, self.open = [], [], {}
        else:
            self.rows.append(self.row)


class Document:
    """The tables in the text of a document; those within a cell are part of its text."""

    SKIPPED = frozenset({"Fallback", "moveFrom", "txbxContent"})
    """The same once more for older programs, what has been moved away, and boxes that float."""
    SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self, found: "Found") -> None:
        self.found = found
        self.depth = self.skipped = 0
        self.table: Table | None = None
        self.text: list[str] = []
        self.above: list[str] = []
        self.in_text = self.in_row_properties = False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *_said: object) -> None:
        raise ValueError("nothing is declared in a document")

    def characters(self, text: str) -> None:
        if self.in_text:
            self.text.append(text)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _gap, name = tag.rpartition(" ")
        if name in self.SKIPPED:
            self.skipped += 1
        if self.skipped or "wordprocessingml" not in space:
            return
        value = next((said for key, said in attributes.items() if key.rpartition(" ")[2] == "val"), "")
        if name == "tbl":
            self.depth += 1
            if self.depth == 1:
                self.table = Table("\n".join(self.above[-3:])[:500], self.found)
        elif name in self.SIGNS and (name != "tab" or not attributes):  # with attributes it is a stop on the ruler
            self.text.append(self.SIGNS[name])
        elif name == "t":
            self.in_text = True
        elif self.depth == 1 and self.table is not None:
            self.start_within(self.table, name, value)

    def start_within(self, table: Table, name: str, value: str) -> None:
        if name == "tr":
            table.row, table.deleted = [], False
        elif name == "tc":
            self.text, table.span, table.merge = [], 1, ""
        elif name == "gridSpan":
            table.span = _size(value)
        elif name == "gridBefore":
            table.row = [None] * _size(value)
        elif name == "vMerge":
            table.merge = value or "continue"
        elif name == "trPr":
            self.in_row_properties = True
        elif name == "del" and self.in_row_properties:
            table.deleted = True

    def end(self, tag: str) -> None:
        space, _gap, name = tag.rpartition(" ")
        if name in self.SKIPPED:
            self.skipped -= 1
        if self.skipped or "wordprocessingml" not in space:
            return
        if name == "t":
            self.in_text = False
        elif name == "p":
            self.end_paragraph()
        elif name == "tbl":
            self.depth -= 1
            if self.depth == 0 and self.table is not None:
                self.end_table(self.table)
        elif self.depth == 1 and self.table is not None:
            self.end_within(self.table, name)

    def end_within(self, table: Table, name: str) -> None:
        if name == "tc":
            table.end_cell("".join(self.text).strip())
        elif name == "tr":
            table.end_row()
        elif name == "trPr":
            self.in_row_properties = False

    def end_paragraph(self) -> None:
        self.text.append("\n")
        if self.depth == 0:
            said = "".join(self.text).strip()
            self.above = [*self.above[-3:], *([said[:200]] if said else [])]
            self.text = []

    def end_table(self, table: Table) -> None:
        if self.found.full:
            self.found.left_out += 1
        else:
            self.found.add("", table.caption, (table.height, table.width), table.rows, table.merged)
        self.table, self.above, self.text = None, [], []


def _size(value: str) -> int:
    """How many columns a cell takes, by what it claims."""
    return min(int(value), 1_000) if value.isascii() and value.isdigit() and len(value) < 6 else 1
