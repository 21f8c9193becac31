"""Looking a file over before it is kept: what it is, by its content, and whether that may be taken."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from zhunru.files import images, names, office, particulars, pdfs, scanner, texts
from zhunru.files.archives import ZIP_MARK, holds_archive
from zhunru.files.refusals import RefusedError, TooLargeError
from zhunru.files.types import FileType, listed

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept. `name` is clean and ends as `type` says; `sha256` in hex is its address.

    A picture no longer says where, when and with what it was taken, unless that was asked for.
    """

    name: str
    type: FileType
    size: int
    sha256: str
    content: bytes = field(repr=False)


def checked(
    name: str, content: bytes, *, max_bytes: int, types: Collection[str], particulars_stay: bool = False
) -> Checked:
    """The file, if it is whole, harmless as far as can be told, and of one of the `types` (see files.types).

    RefusedError (422, or 413 when too large) at field `file` with a sentence that says what to do; nothing else is
    raised, whatever `content` holds. Time and memory grow with `max_bytes` only. An office's virus scanner, if
    settings.FILE_SCANNER names one, comes last. `particulars_stay`: where it matters where a picture was taken.
    """
    if not content:
        raise RefusedError("file_empty", _("文件是空的"))
    if len(content) > max_bytes:
        raise TooLargeError(max_bytes)
    kind = _type_of(content, name, types)
    shown = names.cleaned(name, kind)
    scanner.scan(content)
    kept = content if particulars_stay else particulars.taken_out(kind, content)
    return Checked(shown, kind, len(kept), hashlib.sha256(kept).hexdigest(), kept)


def _type_of(content: bytes, name: str, wanted: Collection[str]) -> FileType:
    """What the file is, looked over. Types that nobody wants are not looked into."""
    kind = _text_type(content, name, wanted)
    for mark, possible, look in _LOOKS:
        if content.startswith(mark):
            kind = look(content) if possible.intersection(wanted) else None
    if kind is None or kind not in wanted:
        raise _unwanted(content, wanted)
    return kind


def _text_type(content: bytes, name: str, wanted: Collection[str]) -> FileType | None:
    """Plain text says nothing about itself: here alone the name decides which of the wanted kinds it is."""
    for kind in (FileType.CSV, FileType.TXT):
        if kind in wanted and name.lower().rstrip().endswith(f".{kind}") and texts.looks_like_text(content):
            texts.decoded(content)
            return kind
    return None


def _pdf(content: bytes) -> FileType:
    _refuse_archive(content)
    pdfs.check_pdf(content)
    return FileType.PDF


def _png(content: bytes) -> FileType:
    images.check_png(content)
    return FileType.PNG


def _jpeg(content: bytes) -> FileType:
    _refuse_archive(content)
    images.check_jpeg(content)
    return FileType.JPEG


_LOOKS: tuple[tuple[bytes, frozenset[str], Callable[[bytes], FileType]], ...] = (
    (pdfs.PDF_MARK, frozenset({FileType.PDF}), _pdf),
    (images.PNG_MARK, frozenset({FileType.PNG}), _png),
    (images.JPEG_MARK, frozenset({FileType.JPEG}), _jpeg),
    (ZIP_MARK, frozenset({FileType.DOCX, FileType.XLSX, FileType.OFD}), office.check_archive),
)


def _refuse_archive(content: bytes) -> None:
    if holds_archive(content):
        raise RefusedError("file_type", _("文件后面附有压缩包，不能上传"))


def _unwanted(content: bytes, wanted: Collection[str]) -> RefusedError:
    said = {"types": listed(wanted)}
    if content.startswith(_OLD_OFFICE):
        sentence = _("旧版 Office 或 WPS 文件、加密的文件无法检查，请另存为以下格式再上传：%(types)s")
        return RefusedError("file_type", sentence % said)
    return RefusedError("file_type", _("只接受以下格式的文件：%(types)s") % said)
