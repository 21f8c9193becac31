"""Documents to test with: tables of WordprocessingML, cell by cell."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from zhunru.files.checks import Checked, checked
from zhunru.files.tests import samples
from zhunru.files.types import TABLES

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def cell(text: str, *, span: int = 1, merge: str = "") -> str:
    """`merge` is restart or continue; a line break begins a new paragraph."""
    said = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    said += {"": "", "continue": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>')
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{''.join(map(paragraph, text.split(chr(10))))}</w:tc>"


def paragraph(text: str) -> str:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>'
    return f"<w:p>{stops}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str | Sequence[str]) -> str:
    made = "".join(one if isinstance(one, str) else row(*one) for one in rows)
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def document(*parts: str, declared: str = "", picture: bytes = b"") -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-8"?>{declared}<w:document xmlns:w="{SPACE}"><w:body>{"".join(parts)}'
    types = samples.content_types(samples.DOCX_MAIN).replace("/p0", "/word/document.xml")
    entries: dict[str, str | bytes] = {"[Content_Types].xml": types}
    entries["word/document.xml"] = f"{text}</w:body></w:document>"
    return samples.archive(entries | ({"word/media/image1.png": picture} if picture else {}))


def taken(content: bytes, name: str = "清单.docx", types: Iterable[str] = TABLES) -> Checked:
    return checked(name, content, max_bytes=20 << 20, types=frozenset(types))
