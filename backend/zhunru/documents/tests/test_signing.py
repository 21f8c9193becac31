import io
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from zhunru.documents import composing, pki, signing
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.samples import OFFICE, ONE_TOWNSHIP, approval, paper


@pytest.fixture
def drawn() -> Rendered:
    return press().render(composing.html(paper(approval(scope=ONE_TOWNSHIP))))


@pytest.fixture
def signed(drawn: Rendered) -> bytes:
    return sign(drawn)


def sign(drawn: Rendered) -> bytes:
    return signing.sign(drawn, [signatory(OFFICE)], reason="演社工准〔2026〕1号")


def test_a_signed_paper_verifies(signed: bytes) -> None:
    found = signing.verify(signed)
    assert found.holds
    assert found.signer == OFFICE


def test_every_signing_stands_alone(drawn: Rendered) -> None:
    assert all(signing.verify(sign(drawn)).holds for _ in range(3))


@pytest.mark.parametrize("place", [0.02, 0.3, 0.6, 0.9])
def test_one_flipped_byte_is_found(signed: bytes, place: float) -> None:
    changed = bytearray(signed)
    changed[int(len(signed) * place)] ^= 1
    assert not signing.verify(bytes(changed)).holds


def test_a_page_turned_round_afterwards_is_found(signed: bytes) -> None:
    """Readers that look only at the signed bytes call this file valid."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(90)
    writer.update_container(page)
    turned = io.BytesIO()
    writer.write(turned)
    found = signing.verify(turned.getvalue())
    assert found.signed
    assert not found.intact


def test_a_signature_made_elsewhere_is_not_trusted(drawn: Rendered, var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pki, "folder", lambda: var / "elsewhere")
    foreign = sign(drawn)
    monkeypatch.setattr(pki, "folder", lambda: var / "pki")
    sign(drawn)
    found = signing.verify(foreign)
    assert found.intact
    assert not found.trusted
    assert not found.holds


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n%%EOF", b"\x00" * 5000])
def test_what_is_no_signed_paper_is_called_unsigned(content: bytes) -> None:
    assert not signing.verify(content).signed


def test_an_unsigned_paper_bears_no_seal(drawn: Rendered) -> None:
    assert not signing.verify(drawn.pdf).signed
    assert b"/Sig" not in drawn.pdf
    html = composing.html(paper())
    assert "样章" not in html
    assert "<svg" not in html
    assert html.count("<img") == 1


def test_keys_are_for_their_owner_only_and_made_once(var: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        pairs = set(pool.map(lambda _: tuple(f.read_bytes() for f in pki.key_files(OFFICE)), range(8)))
    assert len(pairs) == 1
    keys = list((var / "pki").glob("*.key"))
    assert len(keys) == 2
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}
    assert stat.S_IMODE((var / "pki").stat().st_mode) == 0o700


def test_a_key_about_to_end_is_replaced_and_old_papers_still_hold(
    signed: bytes, drawn: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pki.key_files(OFFICE)[0].read_bytes()
    monkeypatch.setattr(pki, "_RENEW_BEFORE", timedelta(days=366 * 20))
    assert pki.key_files(OFFICE)[0].read_bytes() != before
    monkeypatch.undo()
    assert signing.verify(signed).holds
    assert signing.verify(sign(drawn)).holds
