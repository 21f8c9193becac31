import io
import struct
import zipfile
import zlib

import pytest

from zhunru.files import archives
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples


def refused(content: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        list(archives.parts(content))
    return caught.value.code


def made(entries: list[tuple[str, bytes]], **changes: int) -> bytes:
    """An archive written by hand, so that it can lie: `changes` are the claims of each directory entry."""
    body, directory = b"", b""
    for name, content in entries:
        packer = zlib.compressobj(wbits=-15)
        data = packer.compress(content) + packer.flush()
        claims = {"crc": zlib.crc32(content), "packed": len(data), "size": len(content), "flags": 0, "at": len(body)}
        claims |= {"version": 20} | changes
        both = struct.pack("<HHHHH", claims["version"], claims["flags"], 8, 0, 0)
        both += struct.pack("<IIIHH", claims["crc"], claims["packed"], claims["size"], len(name), 0)
        directory += b"PK\x01\x02\x14\x00" + both + bytes(10) + struct.pack("<I", claims["at"]) + name.encode()
        body += b"PK\x03\x04" + both + name.encode() + data
    count = len(entries)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def test_parts_come_in_order_with_their_beginnings() -> None:
    content = samples.archive({"a.xml": b"x" * 10_000, "b.rels": b"y" * 10_000})
    found = list(archives.parts(content, whole=(".rels",)))
    assert [(part.name, len(part.head), len(part.whole)) for part in found] == [
        ("a.xml", archives.HEAD, 0),
        ("b.rels", archives.HEAD, 10_000),
    ]
    assert [part.name for part in archives.parts(made([("a", b"1"), ("b", b"2")]))] == ["a", "b"]


def test_an_archive_written_for_large_files_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w", force_zip64=True) as entry:
        entry.write(b"content")
    assert [part.head for part in archives.parts(out.getvalue())] == [b"content"]


def test_a_bomb_is_refused_by_its_ratio_and_by_its_sum() -> None:
    assert refused(samples.archive({"a": bytes(archives.RATIO_FREE + 1)})) == "file_bomb"
    assert refused(samples.archive({str(n): bytes(1 << 20) for n in range(12)})) == "file_bomb"
    assert refused(made([("a", b"x")], size=archives.MAX_UNPACKED + 1)) == "file_bomb"


def test_archives_in_archives_are_refused_as_in_42_zip() -> None:
    inner = samples.archive({"0.dll": bytes(1 << 20)})
    assert refused(samples.archive({f"lib {n}.zip": inner for n in range(16)})) == "file_embedded"


def test_sizes_and_sums_that_lie_are_found_out() -> None:
    assert refused(made([("a", bytes(200_000))], size=1000)) == "file_bomb"
    assert refused(made([("a", b"content")], size=8)) == "file_damaged"
    assert refused(made([("a", b"content")], crc=1)) == "file_damaged"
    assert refused(made([("a", b"content")], packed=4)) == "file_damaged"
    assert refused(made([("a", b"content")], packed=5_000)) == "file_damaged"


def test_entries_that_share_their_data_are_refused() -> None:
    shared = made([("a", bytes(100_000)), ("b", bytes(100_000))], at=0)
    assert refused(shared) == "file_damaged"
    one = made([("a", bytes(100_000))])
    at = one.index(b"PK\x01\x02")
    entry = one[at : one.index(b"PK\x05\x06")]
    twin = entry[:-1] + b"b"
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(entry) * 2, at, 0)
    assert refused(one[:at] + entry + twin + end) == "file_damaged"


def test_more_entries_than_a_document_has_are_refused_before_they_are_listed() -> None:
    assert refused(samples.archive({str(n): b"" for n in range(archives.MAX_ENTRIES + 1)})) == "file_bomb"


@pytest.mark.parametrize("flags", [0x1, 0x41, 0x2001])
def test_encrypted_entries_are_refused(flags: int) -> None:
    assert refused(made([("a", b"content")], flags=flags)) == "file_encrypted"


def test_encryption_that_only_the_entry_itself_admits_is_seen() -> None:
    content = bytearray(made([("a", b"content")]))
    content[6] = 1
    assert refused(bytes(content)) == "file_encrypted"


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "C:a", "..\\a"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    assert refused(made([(name, b"content")])) == "file_damaged"


def test_two_entries_of_one_name_are_refused() -> None:
    assert refused(made([("a.xml", b"1"), ("A.XML", b"2")])) == "file_damaged"


def test_an_entry_that_calls_itself_something_else_than_the_directory_does_is_refused() -> None:
    content = made([("a.xml", b"1")])
    assert refused(content.replace(b"a.xml", b"b.xml", 1)) == "file_damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_documents_do_not_use_are_refused(method: int) -> None:
    assert refused(samples.archive({"a": b"content"}, method=method)) == "file_damaged"


def test_a_version_of_zip_that_nobody_knows_is_refused() -> None:
    assert refused(made([("a", b"1")], version=99)) == "file_damaged"


def test_what_stands_before_or_behind_an_archive_is_refused() -> None:
    content = samples.archive({"a": b"content"})
    assert refused(b"MZ" + content) == "file_damaged"
    assert refused(content + b"x") == "file_damaged"
    assert refused(content[:-22]) == "file_damaged"


@pytest.mark.parametrize(
    "foreign", [b"MZ\x90", b"\x7fELF", b"Rar!\x1a\x07\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1"]
)
def test_programs_and_files_within_a_document_are_refused(foreign: bytes) -> None:
    assert refused(samples.archive({"word/embeddings/oleObject1.bin": foreign + bytes(100)})) == "file_embedded"
