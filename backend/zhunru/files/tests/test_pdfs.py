import io
import zlib

import pikepdf
import pytest

from zhunru.files import pdfs
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples


def refused(content: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        pdfs.check_pdf(content)
    return caught.value.code


def object_stream(objects: bytes) -> bytes:
    return samples.stream(b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", zlib.compress(b"9 0 " + objects))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "in object streams"])
@pytest.mark.parametrize("kind", ["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE"])
def test_a_pdf_that_acts_by_itself_is_refused_wherever_the_action_stands(kind: str, packed: bool) -> None:
    assert refused(samples.pdf(root={"/OpenAction": samples.action(kind)}, packed=packed)) == "file_active"


def test_scripts_by_name_forms_of_the_other_kind_and_rich_media_are_refused() -> None:
    tree = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array()))
    assert refused(samples.pdf(root={"/Names": tree}, packed=True)) == "file_active"
    assert refused(samples.pdf(root={"/AcroForm": pikepdf.Dictionary(XFA=pikepdf.Array())})) == "file_active"
    assert refused(samples.plain_pdf(b"2 0 obj <</Subtype/RichMedia>> endobj")) == "file_active"


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_with_files_in_it_is_refused(packed: bool) -> None:
    made = pikepdf.new()
    made.add_blank_page()
    made.attachments["setup.exe"] = b"MZ" + bytes(100)
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable)
    assert refused(out.getvalue()) == "file_embedded"


@pytest.mark.parametrize(
    "written",
    [
        b"2 0 obj <</S/JavaScript/JS(x)>> endobj",
        b"2 0 obj <</S /J#61vaScript /JS (x)>> endobj",
        b"2 0 obj <</S /#4a#41vaScript>> 3 0 obj <</S /#4Aav#61Script>> endobj",
        b"2 0 obj /JavaScript endobj",
        b"2 0 obj (stream\n) endobj 3 0 obj <</S/JavaScript>> endobj 4 0 obj (endstream) endobj",
        b"% stream\n2 0 obj <</S%c\n/JavaScript%c\n/JS(x)>> endobj",
    ],
    ids=["plain", "escaped", "wholly escaped", "by reference", "between false marks", "with comments"],
)
def test_no_way_of_writing_hides_a_script(written: bytes) -> None:
    assert refused(samples.plain_pdf(written)) == "file_active"


def test_no_way_of_packing_hides_a_script() -> None:
    script = b"<</S/JavaScript/JS(x)>>"
    packed = zlib.compress(b"9 0 " + script)
    unannounced = samples.stream(b"/N 1 /First 4 /Filter /FlateDecode", packed)
    behind_comment = samples.stream(b"/Filter /FlateDecode", zlib.compress(b"%c\n9 0 " + script))
    behind_space = samples.stream(b"/Filter /FlateDecode", zlib.compress(b" " * 500 + b"9 0 " + script))
    for one in (object_stream(script), unannounced, behind_comment, behind_space):
        assert refused(samples.plain_pdf(one)) == "file_active"
    across = samples.stream(b"/Filter/FlateDecode", zlib.compress(b"9 0 " + b" " * (pdfs.WINDOW - 10) + script))
    assert refused(samples.plain_pdf(across)) == "file_active"
    assert refused(samples.plain_pdf(samples.stream(b"/N 1/First 4", packed[:-6] + bytes(6)))) == "file_active"


def test_an_object_stream_that_cannot_be_read_is_refused() -> None:
    odd = samples.stream(b"/Type /ObjStm /Filter /LZWDecode", b"\x80\x0b\x60\x50")
    hidden = b"7 0 obj << /Type /#4fbjStm % stream\n /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n789c\nendstream"
    assert refused(samples.plain_pdf(odd)) == "file_pdf"
    assert refused(samples.plain_pdf(hidden)) == "file_pdf"


def test_an_encrypted_pdf_is_refused() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    out = io.BytesIO()
    made.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert refused(out.getvalue()) == "file_encrypted"


def test_a_pdf_of_too_many_pages_is_refused_and_one_without_any_is_broken() -> None:
    pdfs.check_pdf(samples.pdf(pages=pdfs.MAX_PAGES, packed=True))
    assert refused(samples.pdf(pages=pdfs.MAX_PAGES + 1, packed=True)) == "file_pages"
    assert refused(samples.pdf(pages=0)) == "file_damaged"


def test_streams_that_unpack_without_end_are_refused() -> None:
    bomb = object_stream(b" " * (pdfs.MAX_UNPACKED // 4))
    assert refused(samples.plain_pdf(bomb * 5)) == "file_bomb"


def test_more_streams_than_any_document_has_are_refused() -> None:
    assert refused(samples.plain_pdf(b"stream\n" * (pdfs.MAX_STREAMS + 1))) == "file_bomb"


def test_words_of_the_trade_in_a_text_and_pictures_full_of_numbers_are_no_fault() -> None:
    text = samples.stream(b"", b"BT (about JavaScript and Launch; EmbeddedFiles) Tj ET")
    numbers = samples.stream(b"/Filter /FlateDecode", zlib.compress(b"1 0 0 1 0 0 cm " * 10_000))
    pdfs.check_pdf(samples.plain_pdf(text, numbers))
