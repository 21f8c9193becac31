"""Whatever comes in, `checked` takes it or refuses it in a sentence; nothing else ever comes out."""

import io
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.files.checks import checked
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples
from zhunru.files.types import FileType

MB = 1 << 20
SEEDS = {
    "a.pdf": samples.pdf(packed=True),
    "b.pdf": samples.pdf(),
    "a.png": samples.picture("PNG"),
    "a.jpg": samples.picture("JPEG"),
    "a.docx": samples.docx({"word/_rels/document.xml.rels": samples.relations("hyperlink", "x")}),
    "a.ofd": samples.ofd(),
    "a.csv": "代码,名称\n1,甲镇\n".encode(),
}
MARKS = [seed[:8] for seed in SEEDS.values()]


def judge(name: str, content: bytes) -> None:
    refusal = None
    try:
        checked(name, content, max_bytes=4 * MB, types=frozenset(FileType))
    except RefusedError as error:
        refusal = error
    assert refusal is None or (refusal.field == "file" and refusal.message)


@given(st.sampled_from(MARKS), st.binary(max_size=400), st.text(max_size=20))
def test_any_bytes_behind_any_mark(mark: bytes, rest: bytes, name: str) -> None:
    judge(name, mark + rest)


@settings(max_examples=400)
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_a_good_file_with_some_bytes_changed_taken_out_or_put_in(name: str, data: st.DataObject) -> None:
    content = bytearray(SEEDS[name])
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        taken = data.draw(st.integers(0, 8))
        content[at : at + taken] = data.draw(st.binary(max_size=8))
    judge(name, bytes(content))


@given(
    st.dictionaries(st.text(min_size=1, max_size=12), st.binary(max_size=60), max_size=5),
    st.sampled_from([0, 8, 12, 14]),
)
def test_any_archive(entries: dict[str, bytes], method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in entries.items():
            with_safe_name = name.encode("utf-8", "ignore").decode() or "x"
            made.writestr(with_safe_name, content)
    judge("a.docx", out.getvalue())


@given(
    st.lists(st.sampled_from([b"stream\n", b"x\x9c", b"1 0 ", b"/Type/ObjStm", b"/Page", b"endstream", b"(", b"\xff"]))
)
def test_any_order_of_what_pdfs_are_made_of(pieces: list[bytes]) -> None:
    judge("a.pdf", samples.plain_pdf(*pieces))


@pytest.mark.parametrize(
    "bomb",
    [
        samples.archive({"a": bytes(100 * MB)}),
        samples.archive({f"{n}.zip": samples.archive({"b": bytes(20 * MB)}) for n in range(16)}),
        samples.png_of(60_000, 60_000),
        samples.plain_pdf(*[samples.stream(b"/Type/ObjStm", zlib.compress(b"1 0 " + bytes(60 * MB)))] * 10),
    ],
    ids=["ratio", "nested", "pixels", "objects"],
)
def test_no_bomb_goes_off_in_memory(bomb: bytes) -> None:
    tracemalloc.start()
    try:
        judge("a.bin", bomb)
        assert tracemalloc.get_traced_memory()[1] < 16 * MB + 4 * len(bomb)
    finally:
        tracemalloc.stop()
