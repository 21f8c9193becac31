"""The types of file that may be taken; each is told by what is in the file, never by its name."""

from collections.abc import Collection
from enum import StrEnum

from django.utils.translation import gettext as _


class FileType(StrEnum):
    """A type, as it is stored beside a file and as a route lists what it takes."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    DOCX = "docx"
    XLSX = "xlsx"
    OFD = "ofd"
    CSV = "csv"
    TXT = "txt"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]

    @property
    def extensions(self) -> tuple[str, ...]:
        """Endings of a name that agree with this type, the usual one first."""
        return ("jpg", "jpeg") if self is FileType.JPEG else (self.value,)


_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    FileType.PDF: "application/pdf",
    FileType.PNG: "image/png",
    FileType.JPEG: "image/jpeg",
    FileType.DOCX: f"{_OFFICE}wordprocessingml.document",
    FileType.XLSX: f"{_OFFICE}spreadsheetml.sheet",
    FileType.OFD: "application/ofd",
    FileType.CSV: "text/csv; charset=utf-8",
    FileType.TXT: "text/plain; charset=utf-8",
}

ATTACHMENTS = frozenset(
    {FileType.PDF, FileType.OFD, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG},
)
"""What may be attached to a case: no plain text, for nothing in it can be recognised."""
SHEETS = frozenset({FileType.XLSX, FileType.CSV})
"""What a table is imported from."""
TABLES = SHEETS | {FileType.DOCX}
"""The same where a document's tables are taken, too."""
PICTURES = frozenset({FileType.PNG, FileType.JPEG})


def listed(types: Collection[str]) -> str:
    """PDF、Word（docx）、… for a sentence."""
    labels = {
        FileType.PDF: "PDF",
        FileType.OFD: "OFD",
        FileType.DOCX: _("Word 文档（docx）"),
        FileType.XLSX: _("Excel 表格（xlsx）"),
        FileType.PNG: _("PNG 图片"),
        FileType.JPEG: _("JPG 图片"),
        FileType.CSV: _("CSV 表格"),
        FileType.TXT: _("纯文本"),
    }
    return "、".join(label for kind, label in labels.items() if kind in types)
