"""Is this file the paper? Asked by its hash or by the file itself, with the code or without."""

import hashlib
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import checker, checking, duplicating, pki, signing, storage, throttle, views
from zhunru.documents.models import Document, Seal
from zhunru.documents.rendering import press
from zhunru.documents.schemas import Approving, DuplicateIn
from zhunru.documents.signatures import beside
from zhunru.documents.tests.desk import staff
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.samples import OFFICE
from zhunru.documents.tests.verifying import (
    HOST,
    file_of,
    flipped,
    issue,
    turned_round,
    upload,
    with_signature_of,
)
from zhunru.documents.workflow import USES

PAGE = "<p>x</p><a id='seal' style='position:absolute;left:50mm;top:50mm'></a>"


@pytest.fixture
def visitor() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def document(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper)


@pytest.fixture
def other(office: Organisation, seal: Seal, keeper: Actor) -> Document:
    return issue(office, keeper)


def test_the_issued_file_is_recognised_with_its_code_and_without(visitor: Client, document: Document) -> None:
    for path in (f"/v/{document.code}", "/v"):
        page = upload(visitor, path, file_of(document))
        assert "完全一致" in page
        assert "国密（SM2）签名同样有效" in page
        assert "今日状态：有效" in page
        assert document.number in page


def test_an_sm2_signature_of_another_file_is_told(visitor: Client, document: Document, other: Document) -> None:
    path = beside.path_of(document.sha256)
    path.chmod(0o600)
    path.write_bytes(beside.path_of(other.sha256).read_bytes())
    assert "国密（SM2）签名与文件不符" in upload(visitor, "/v", file_of(document))


def test_its_hash_is_enough(visitor: Client, document: Document, other: Document) -> None:
    for path, sha256 in (("/v", document.sha256), (f"/v/{document.code}", document.sha256.upper())):
        page = visitor.get(path, {"sha256": sha256}).content.decode()
        assert "完全一致" in page
        assert document.number in page
    page = visitor.get(f"/v/{document.code}", {"sha256": other.sha256}).content.decode()
    assert "不是这个核验码对应的文书" in page
    assert f"它是 {other.number}" in page


@pytest.mark.parametrize("sha256", [hashlib.sha256(b"x").hexdigest(), "zz", "0" * 900])
def test_an_unknown_hash_asks_for_the_file(sha256: str, visitor: Client, document: Document) -> None:
    for path in ("/v", f"/v/{document.code}"):
        answer = visitor.get(path, {"sha256": sha256})
        assert answer.status_code == 404
        assert "请选择文件上传，作完整核对" in answer.content.decode()
        assert 'type="file"' in answer.content.decode()


def test_a_changed_byte_is_found_and_opens_no_paper(visitor: Client, document: Document) -> None:
    """Whatever the file claims: numbers can be guessed, and a page is for whoever holds the paper."""
    content = file_of(document)
    changed = flipped(content, 3000)
    assert "被改动过" in upload(visitor, f"/v/{document.code}", changed)
    page = upload(visitor, "/v", changed)
    assert "被改动过" in page
    assert f"它自称是“{document.number}”" in page
    assert document.code not in page
    assert "今日状态" not in page


def test_an_update_behind_the_signature_is_found(visitor: Client, document: Document) -> None:
    """The signed bytes still stand in the file, and prove which paper it was."""
    page = upload(visitor, "/v", turned_round(file_of(document)))
    assert "被改动过" in page
    assert "下面是改动之前的原件" in page
    assert document.number in page
    assert "完全一致" not in page
    assert "被改动过" in upload(visitor, f"/v/{document.code}", turned_round(file_of(document)))


def test_a_swapped_signature_is_found(visitor: Client, document: Document, other: Document) -> None:
    swapped = with_signature_of(file_of(document), file_of(other))
    for path in ("/v", f"/v/{document.code}", f"/v/{other.code}"):
        page = upload(visitor, path, swapped)
        assert "被改动过" in page
        assert "完全一致" not in page


def test_a_signature_made_elsewhere_is_none_of_ours(
    visitor: Client, document: Document, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = press().render(PAGE)
    monkeypatch.setattr(pki, "folder", lambda: var / "elsewhere")
    foreign = signing.sign(drawn, [signatory(OFFICE)], reason=document.number)
    monkeypatch.undo()
    for path in ("/v", f"/v/{document.code}"):
        page = upload(visitor, path, foreign)
        assert "没有本系统的签名" in page


def test_what_was_signed_here_and_never_registered_is_no_issued_paper(visitor: Client, document: Document) -> None:
    stray = signing.sign(press().render(PAGE), [signatory(OFFICE)], reason="演社工准〔2026〕99号")
    assert "登记簿里没有这份文件，不是印发的文书" in upload(visitor, "/v", stray)
    assert "不是这个核验码对应的文书" in upload(visitor, f"/v/{document.code}", stray)


def test_a_duplicate_is_known_by_hash_and_by_file(
    visitor: Client, document: Document, other: Document, office: Organisation
) -> None:
    people = staff(office)
    wanted = DuplicateIn(copies=1, receiver="县档案馆", reason="归档")
    use = duplicating.ask(document, actor=people.clerk, data=wanted)
    USES.take("approve", use, actor=people.head, data=Approving())
    USES.take("use", use, actor=people.keeper)
    duplicate = document.duplicates.get()
    content = storage.paper_path(duplicate.sha256).read_bytes()
    pages = [upload(visitor, path, content) for path in ("/v", f"/v/{document.code}")]
    pages.append(visitor.get("/v", {"sha256": duplicate.sha256}).content.decode())
    for page in pages:
        assert "文件是这份文书的副本，签名完好" in page
        assert f"<dd>{document.number}</dd>" in page
    assert "不是这个核验码对应的文书" in upload(visitor, f"/v/{other.code}", content)
    assert "被改动过" in upload(visitor, "/v", turned_round(content))


def test_another_paper_of_ours_is_not_taken_for_this_one(visitor: Client, document: Document, other: Document) -> None:
    page = upload(visitor, f"/v/{document.code}", file_of(other))
    assert "不是这个核验码对应的文书" in page
    assert f"它是 {other.number}" in page


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.4\n", b"\x00" * 100_000])
def test_any_other_file_is_told_apart(content: bytes, visitor: Client, document: Document) -> None:
    for path in (f"/v/{document.code}", "/v"):
        assert "没有本系统的签名" in upload(visitor, path, content)


def bomb() -> bytes:
    """A table of objects that unpacks, in two steps, to 4 GB."""
    packer, zeros = zlib.compressobj(9), bytes(1 << 24)
    once = b"".join(packer.compress(zeros) for _ in range(256)) + packer.flush()
    packed = zlib.compress(once, 9)
    head = b"%PDF-1.7\n"
    table = (
        b"1 0 obj\n<</Type/XRef/Size 900000000/W[1 2 2]/Root 2 0 R/Filter[/FlateDecode/FlateDecode]/Length %d>>\n"
        b"stream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    )
    return head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)


NESTED = b"%PDF-1.7\n1 0 obj\n" + b"[" * 3_000_000 + b"\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize("content", [bomb(), NESTED], ids=["unpacks to gigabytes", "nested without end"])
def test_a_file_made_to_exhaust_its_reader_does_not(content: bytes, visitor: Client, document: Document) -> None:
    page = upload(visitor, "/v", content)
    assert "不是印发的文书" in page
    assert "今日状态：有效" in visitor.get(f"/v/{document.code}").content.decode()


@pytest.mark.parametrize(("bound", "value"), [("CPU_SECONDS", 0), ("MEMORY", 1 << 20)])
def test_what_breaks_a_bound_of_the_child_is_no_paper(
    bound: str, value: int, visitor: Client, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limits are the kernel's: a child that breaks one is gone, and the page is there."""
    source = Path(checker.__file__).read_text(encoding="utf-8")
    lines = [f"{bound} = {value}" if line.startswith(f"{bound} =") else line for line in source.splitlines()]
    assert f"{bound} = {value}" in lines
    strict = tmp_path / "strict.py"
    strict.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(checking, "PROGRAM", [str(strict)])
    assert "无法核对，不是印发的文书" in upload(visitor, "/v", turned_round(file_of(document)))
    assert "完全一致" in upload(visitor, "/v", file_of(document)), "the register's own bytes need no judge"


def test_too_many_files_at_once_wait_and_are_told(
    visitor: Client, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "WAIT_SECONDS", 0.01)
    for _ in range(checking.AT_ONCE):
        checking._free.acquire()
    try:
        answer = visitor.post("/v", {"file": SimpleUploadedFile("x", b"x")})
    finally:
        for _ in range(checking.AT_ONCE):
            checking._free.release()
    assert answer.status_code == 503
    assert answer["Retry-After"] == str(throttle.WINDOW_SECONDS)
    assert "没有本系统的签名" in upload(visitor, "/v", b"x")


def test_sending_no_file_is_answered_kindly(visitor: Client, document: Document) -> None:
    for path in (f"/v/{document.code}", "/v"):
        assert "请先选择文件" in visitor.post(path).content.decode()


def test_a_huge_file_is_refused_before_it_is_read(visitor: Client, document: Document) -> None:
    answer = visitor.post(f"/v/{document.code}", CONTENT_LENGTH=views.MAX_UPLOAD + 1)
    assert answer.status_code == 413
    assert "20 MB" in answer.content.decode()


def test_a_file_larger_than_a_form_is_read(visitor: Client, settings: Settings, document: Document) -> None:
    """The edition of a long list is: strangers' other forms stay small."""
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE < 2_000_000
    assert "没有本系统的签名" in upload(visitor, "/v", b"x" * 2_000_000)


def test_files_are_checked_a_dozen_times_a_minute(visitor: Client, document: Document) -> None:
    answers = [visitor.post("/v").status_code for _ in range(views.UPLOADS + 1)]
    assert answers == [200] * views.UPLOADS + [429]
    assert visitor.get(f"/v/{document.code}").status_code == 200


def test_a_file_is_taken_only_from_our_own_page(document: Document) -> None:
    strict = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    for path in (f"/v/{document.code}", "/v"):
        assert strict.post(path, {"file": SimpleUploadedFile("x", b"x")}).status_code == 403
