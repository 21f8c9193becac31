import hashlib

import pytest

from zhunru.files.checks import checked
from zhunru.files.refusals import RefusedError, TooLargeError
from zhunru.files.tests import samples
from zhunru.files.types import ATTACHMENTS, PICTURES, SHEETS, FileType

MB = 1 << 20


def refused(name: str, content: bytes, types: frozenset[FileType] = ATTACHMENTS) -> str:
    """The code with which the file is refused, always at its field and with a sentence."""
    with pytest.raises(RefusedError) as caught:
        checked(name, content, max_bytes=MB, types=types)
    assert caught.value.field == "file"
    assert caught.value.message
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("函.pdf", samples.pdf(), FileType.PDF),
        ("函.PDF", samples.pdf(packed=True), FileType.PDF),
        ("照片.png", samples.picture("PNG"), FileType.PNG),
        ("照片.jpg", samples.picture("JPEG"), FileType.JPEG),
        ("照片.JPEG", samples.picture("JPEG"), FileType.JPEG),
        ("方案.docx", samples.docx(), FileType.DOCX),
        ("台账.xlsx", samples.docx(main=samples.XLSX_MAIN), FileType.XLSX),
        ("公文.ofd", samples.ofd(), FileType.OFD),
    ],
)
def test_what_may_be_attached_is_known_by_its_content(name: str, content: bytes, kind: FileType) -> None:
    taken = checked(name, content, max_bytes=MB, types=ATTACHMENTS)
    assert (taken.name, taken.type, taken.size) == (name, kind, len(content))
    assert taken.sha256 == hashlib.sha256(content).hexdigest()
    assert taken.content == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("a.pdf", b"MZ\x90\x00" + bytes(200)),
        ("a.pdf", b"\x7fELF" + bytes(200)),
        ("a.docx", b"#!/bin/sh\nrm -rf /\n"),
        ("a.csv", "甲,乙\n".encode()),
        ("a.txt", "正文".encode()),
        ("a.gif", b"GIF89a" + bytes(20)),
        ("a.pdf", b"\n" + samples.pdf()),
    ],
    ids=["svg", "html", "exe", "elf", "script", "csv", "text", "gif", "shifted pdf"],
)
def test_whatever_is_not_a_document_or_a_picture_is_refused_under_any_name(name: str, content: bytes) -> None:
    assert refused(name, content) == "file_type"


def test_office_files_of_the_old_kind_are_refused_with_a_hint() -> None:
    with pytest.raises(RefusedError, match="另存为"):
        checked("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), max_bytes=MB, types=ATTACHMENTS)


def test_a_type_that_the_route_does_not_want_is_refused() -> None:
    assert refused("a.pdf", samples.pdf(), PICTURES) == "file_type"
    assert refused("a.docx", samples.docx(), SHEETS) == "file_type"


def test_csv_is_taken_only_where_it_is_wanted_and_only_if_it_is_text() -> None:
    for content in ("代码,名称\n1,甲镇\n".encode(), "代码,名称\n1,甲镇\n".encode("gb18030")):
        assert checked("表.csv", content, max_bytes=MB, types=SHEETS).type is FileType.CSV
    assert refused("表.csv", b"<html>,\n", SHEETS) == "file_type"
    assert refused("表.csv", b"a,b\x00\n", SHEETS) == "file_type"
    assert refused("表.csv", b"a" * 5000 + b"\x07", SHEETS) == "file_damaged"
    assert refused("表.csv", b"a" * 5000 + b"\xff\xff", SHEETS) == "file_damaged"


def test_an_empty_file_and_one_that_is_too_large_are_refused() -> None:
    assert refused("a.pdf", b"") == "file_empty"
    with pytest.raises(TooLargeError, match="1 MB") as caught:
        checked("a.pdf", bytes(MB + 1), max_bytes=MB, types=ATTACHMENTS)
    assert caught.value.status == 413


@pytest.mark.parametrize(
    "tail", [samples.archive({"a": "b"}), samples.archive({"a": "b"})[:-2] + b"\x03\x00abc"], ids=["bare", "comment"]
)
def test_a_picture_or_pdf_that_is_an_archive_as_well_is_refused(tail: bytes) -> None:
    assert refused("a.jpg", samples.picture("JPEG") + tail) == "file_type"
    assert refused("a.pdf", samples.pdf() + tail) == "file_type"


def test_a_document_behind_which_something_else_stands_is_refused() -> None:
    assert refused("a.docx", samples.docx() + b"<script>") == "file_damaged"
    assert refused("a.docx", b"MZ" + samples.docx()) == "file_type"


@pytest.mark.parametrize("kind", ["pdf", "png", "jpg", "docx", "ofd"])
def test_a_file_cut_short_is_refused_wherever_it_is_cut(kind: str) -> None:
    whole = {
        "pdf": samples.pdf(packed=True),
        "png": samples.picture("PNG", (50, 50)),
        "jpg": samples.picture("JPEG", (50, 50)),
        "docx": samples.docx(),
        "ofd": samples.ofd(),
    }[kind]
    for share in (0.3, 0.6, 0.9, 0.99):
        assert refused(f"a.{kind}", whole[: int(len(whole) * share)]) in ("file_damaged", "file_type")
