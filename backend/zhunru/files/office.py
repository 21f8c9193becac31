"""Documents of offices, which are archives of XML: docx, xlsx, ofd. Told by the part that they are built around."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from django.utils.translation import gettext as _

from zhunru.files import archives
from zhunru.files.archives import Part
from zhunru.files.refusals import RefusedError, active, damaged, embedded
from zhunru.files.types import FileType

_TYPES_PART = "[Content_Types].xml"
_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": FileType.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": FileType.XLSX,
}
_ACTIVE = ("macroenabled", "vbaproject", "vbadata", "activex", "macrosheet", "ms-office.ui", "customui")
"""Found in the names of parts and of their types: macros of every age, and controls."""
_FETCHED = ("attachedtemplate", "oleobject", "frame", "subdocument", "package", "control")
"""What a document must not fetch from elsewhere when it is opened; a link to click on may lead anywhere."""
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass
class _Found:
    """What the parts of one archive say about it."""

    names: set[str] = field(default_factory=set)
    mains: set[FileType] = field(default_factory=set)


def check_archive(content: bytes) -> FileType:
    """Which document this archive is. RefusedError for any other archive, and for whatever must not be in one."""
    found = _Found()
    for part in archives.parts(content, whole=(_TYPES_PART, ".rels")):
        _check_part(part, found)
    if "OFD.xml" in found.names and not found.mains:
        return FileType.OFD
    if _TYPES_PART in found.names and len(found.mains) == 1:
        return found.mains.pop()
    raise RefusedError("file_type", _("不接受压缩包，请将其中的文件逐个上传"))


def _check_part(part: Part, found: _Found) -> None:
    found.names.add(part.name)
    name = part.name.lower()
    if any(word in name for word in _ACTIVE):
        raise active()
    if _is_xml(name) and any(mark in part.head.replace(b"\x00", b"").upper() for mark in _DOCTYPE):
        raise active()
    if part.name == _TYPES_PART:
        found.mains.update(_mains(part.whole))
    elif name.endswith(".rels"):
        _check_links(part.whole)


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".vml", ".svg"))


def _mains(whole: bytes) -> Iterator[FileType]:
    """The documents that the list of types names; there should be one."""
    for _tag, attributes in _elements(whole):
        content_type = attributes.get("ContentType", "").strip()
        if any(word in content_type.lower() for word in _ACTIVE):
            raise active()
        if content_type in _MAIN:
            yield _MAIN[content_type]


def _check_links(whole: bytes) -> None:
    for _tag, attributes in _elements(whole):
        kind = attributes.get("Type", "").rpartition("/")[2].lower()
        if any(word in kind for word in _ACTIVE):
            raise active()
        if attributes.get("TargetMode", "").strip().lower() == "external" and kind in _FETCHED:
            raise embedded()


def _elements(whole: bytes) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes; names without their prefixes. No part has reason to declare anything."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        found.append((tag, {name.rpartition(":")[2]: value for name, value in attributes.items()}))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(whole, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged() from error
    return found


def _refuse_doctype(*_said: object) -> None:
    raise active()
