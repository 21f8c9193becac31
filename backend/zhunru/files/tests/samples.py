"""Files to test with, good and nasty, all of our own making."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pikepdf
from PIL import Image

DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def archive(entries: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in entries.items():
            made.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return out.getvalue()


def content_types(main: str, *more: str) -> str:
    rows = "".join(f'<Override PartName="/p{n}" ContentType="{kind}"/>' for n, kind in enumerate((main, *more)))
    return f'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rows}</Types>'


def relations(kind: str, target: str, mode: str = "External") -> str:
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATION}{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def docx(more: Mapping[str, bytes | str] | None = None, *, main: str = DOCX_MAIN) -> bytes:
    entries = {"[Content_Types].xml": content_types(main), "word/document.xml": "<document>正文</document>"}
    return archive({**entries, **(more or {})})


def ofd() -> bytes:
    return archive({"OFD.xml": "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'/>", "Doc_0/Document.xml": "<D/>"})


def picture(kind: str, size: tuple[int, int] = (3, 2)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind)
    return out.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size; its data are next to nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (png_chunk(b"IHDR", header), png_chunk(b"IDAT", zlib.compress(b"\0")), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def pdf(*, root: Mapping[str, pikepdf.Object] | None = None, pages: int = 1, packed: bool = False) -> bytes:
    """A PDF, its catalogue with `root` added; `packed`: its objects in object streams."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page()
    for key, value in (root or {}).items():
        made.Root[key] = made.make_indirect(value)
    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    made.save(out, object_stream_mode=mode)
    return out.getvalue()


def action(kind: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), JS=pikepdf.String("app.alert(1)"))


def plain_pdf(*objects: bytes) -> bytes:
    """Bytes that begin and end like a PDF and hold one page and `objects`, each as it is."""
    page = b"1 0 obj\n<< /Type /Page >>\nendobj\n"
    return b"%PDF-1.7\n" + page + b"".join(objects) + b"\nstartxref\n9\n%%EOF\n"


def stream(dictionary: bytes, data: bytes) -> bytes:
    return b"7 0 obj\n<< " + dictionary + b" >>\nstream\n" + data + b"\nendstream\nendobj\n"


PNG_END_FIRST = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IEND", b"")
