"""Whatever is done to a signed paper of one or of two sides: each of it is found. And pdfsig says so of a good one."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers

from zhunru.documents import composing, pki, signing
from zhunru.documents.rendering import press
from zhunru.documents.signatures import local
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE, ONE_TOWNSHIP, approval, paper
from zhunru.documents.tests.signed import NUMBER, sealed, sealed_by_two
from zhunru.documents.tests.updates import UPDATES, empty_signature, updated

SIGNED = {"one": sealed, "two": sealed_by_two}
_PDFSIG = shutil.which("pdfsig") or "pdfsig"


@pytest.fixture(params=SIGNED)
def signed(request: pytest.FixtureRequest) -> bytes:
    made = SIGNED[request.param]()
    assert signing.verify(made).holds
    return made


def ranges(pdf: bytes) -> list[tuple[int, int, int]]:
    """Of each signature: where its own room begins and ends, and how far it reaches."""
    found = (one.byte_range for one in PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)
    return [(before, after, after + length) for _start, before, after, length in found]


@pytest.mark.parametrize("change", UPDATES)
def test_what_is_added_behind_a_signed_paper_is_found(signed: bytes, change: Callable[..., object]) -> None:
    found = signing.verify(updated(signed, change))
    assert not found.holds
    assert not (found.signed and found.intact)


@pytest.mark.parametrize("change", [one for one in UPDATES if one is not empty_signature])
def test_whoever_signs_last_must_not_change_what_the_first_signed(change: Callable[..., object]) -> None:
    """Taken back to the first signature, changed, and signed again by one of ours."""
    whole = sealed_by_two()
    then = whole[: ranges(whole)[0][2]]
    meta = signers.PdfSignatureMetadata(field_name="seal-2", subfilter=fields.SigSeedSubFilter.PADES)
    changed = IncrementalPdfFileWriter(io.BytesIO(updated(then, change)))
    signer = signers.PdfSigner(meta, local.signer_for(PROVIDER))
    signed = signer.sign_pdf(changed, bytes_reserved=8192).getvalue()
    assert not signing.verify(signed).holds


def test_every_byte_that_a_signature_covers_counts(signed: bytes) -> None:
    rooms = [range(before, after) for before, after, _end in ranges(signed)]
    for at in [*range(9, len(signed), len(signed) // 20), len(signed) - 2]:
        if not any(at in room for room in rooms):
            assert not signing.verify(signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]).holds, at


def test_the_signature_itself_counts(signed: bytes) -> None:
    """Each digit of what lies in its room, up to the zeros that fill it."""
    for before, after, _end in ranges(signed):
        used = len(signed[before:after].rstrip(b">").rstrip(b"0"))
        for at in [*range(before + 50, before + 90, 8), *range(before + 1, before + used - 1, used // 7)]:
            digit = b"1" if signed[at : at + 1] != b"1" else b"2"
            assert not signing.verify(signed[:at] + digit + signed[at + 1 :]).holds, at


@pytest.mark.parametrize("digits", [b"00", b"0F", b"ff"])
def test_the_room_behind_a_signature_hides_nothing(signed: bytes, digits: bytes) -> None:
    before, after, _end = ranges(signed)[-1]
    assert signed[after - 3 : after] == b"00>"
    changed = signed[: after - 3] + digits + signed[after - 1 :]
    assert signing.verify(changed).holds == (digits == b"00")
    lower = signed[:before] + signed[before:after].replace(b"A", b"a", 1) + signed[after:]
    assert not signing.verify(lower).holds


@pytest.mark.parametrize("tail", [b"\n", b"%%EOF\n", b"PK\x03\x04" + bytes(100)])
def test_bytes_behind_the_end_are_found(signed: bytes, tail: bytes) -> None:
    assert not signing.verify(signed + tail).holds


def contents(pdf: bytes, number: int) -> bytes:
    before, after, _end = ranges(pdf)[number]
    return pdf[before:after]


def with_contents(pdf: bytes, number: int, other: bytes) -> bytes:
    """The digits of another signature in the room of this one."""
    before, after, _end = ranges(pdf)[number]
    digits = other.strip(b"<>").rstrip(b"0")
    digits += b"0" * (len(digits) % 2)
    return pdf[:before] + b"<" + digits.ljust(after - before - 2, b"0") + b">" + pdf[after:]


def test_the_signature_of_another_paper_is_found(signed: bytes) -> None:
    """By the same office, with the same key and seal."""
    other = signing.sign(
        press().render(composing.html(paper(approval(scope=ONE_TOWNSHIP, funding="每村（社区）3万元")))),
        [signatory(OFFICE)],
        reason=NUMBER,
    )
    swapped = with_contents(signed, 0, contents(other, 0))
    assert signing.verify(swapped).signers[0] == OFFICE
    assert not signing.verify(swapped).intact


def test_two_signatures_of_one_paper_changed_about_are_found() -> None:
    signed = sealed_by_two()
    swapped = with_contents(with_contents(signed, 0, contents(signed, 1)), 1, contents(signed, 0))
    assert not signing.verify(swapped).holds


def test_a_signature_by_another_root_under_the_same_name_is_found(
    signed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same paper, the same number, the same names, signed with keys made elsewhere."""
    here = pki.folder()
    monkeypatch.setattr(pki, "folder", lambda: tmp_path / "elsewhere")
    forged = SIGNED["two" if len(ranges(signed)) == 2 else "one"]()
    monkeypatch.setattr(pki, "folder", lambda: here)
    found = signing.verify(forged)
    assert found.signers == signing.verify(signed).signers
    assert found.intact
    assert not found.trusted
    assert not found.holds


def test_a_signature_by_another_root_put_over_the_real_one_is_found(
    signed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = pki.folder()
    monkeypatch.setattr(pki, "folder", lambda: tmp_path / "elsewhere")
    forged = SIGNED["two" if len(ranges(signed)) == 2 else "one"]()
    monkeypatch.setattr(pki, "folder", lambda: here)
    assert not signing.verify(with_contents(signed, 0, contents(forged, 0))).holds


def test_a_paper_written_anew_without_its_signatures_is_unsigned(signed: bytes) -> None:
    """What `qpdf` or a print into a file leaves of it: the seal is still to be seen."""
    with pikepdf.open(io.BytesIO(signed)) as file:
        for field in file.Root.AcroForm.Fields:
            del field.V
        out = io.BytesIO()
        file.save(out)
    assert not signing.verify(out.getvalue()).signed


def test_a_paper_written_anew_with_its_signatures_is_found(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as file:
        out = io.BytesIO()
        file.save(out)
    assert not signing.verify(out.getvalue()).holds


def pdfsig(pdf: bytes, folder: Path) -> str:
    (folder / "paper.pdf").write_bytes(pdf)
    return subprocess.run(  # noqa: S603 -- poppler on a file of our own
        [_PDFSIG, "-nocert", str(folder / "paper.pdf")], capture_output=True, text=True, check=False
    ).stdout


def test_pdfsig_agrees_on_a_good_paper_and_on_a_changed_byte(signed: bytes, tmp_path: Path) -> None:
    told = pdfsig(signed, tmp_path)
    assert told.count("Signature is Valid.") == len(ranges(signed))
    assert told.count("ETSI.CAdES.detached") == len(ranges(signed))
    assert re.findall(r"Signature Field Name: (\S+)", told) == ["seal", "seal-2"][: len(ranges(signed))]
    assert re.findall(r"Common Name: (.+)", told) == [OFFICE, PROVIDER][: len(ranges(signed))]
    assert "Total document signed" in told.rpartition("Signature #")[2]
    middle = ranges(signed)[0][0] // 2
    changed = signed[:middle] + bytes([signed[middle] ^ 1]) + signed[middle + 1 :]
    assert "Digest Mismatch" in pdfsig(changed, tmp_path)
