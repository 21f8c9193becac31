"""SM3 and SM2 by the standards' own examples, by OpenSSL, and against what a forger might try."""

import base64
from pathlib import Path

import pytest
from asn1crypto import algos

from zhunru.documents import pki
from zhunru.documents.signatures import providers, sm2
from zhunru.documents.tests.openssl import openssl
from zhunru.documents.tests.samples import OFFICE

# GM/T 0003.5-2012, annex A.2: the recommended curve.
SECRET = 0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8
POINT = bytes.fromhex(
    "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
    "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
)
IDENTITY_DIGEST = "b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3"
MESSAGE = b"message digest"
NONCE = 0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21
R = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
S = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
ORDER = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123

KEY = sm2.public_pem(POINT)


def der(r: int, s: int) -> bytes:
    made: bytes = algos.DSASignature({"r": r, "s": s}).dump()
    return made


@pytest.mark.parametrize(
    ("content", "digest"),
    [
        (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_gives_what_the_standard_gives(content: bytes, digest: str) -> None:
    """GB/T 32905-2016, annex A."""
    assert providers.sm3(content).hex() == digest


def test_sm2_gives_what_the_standard_gives() -> None:
    assert sm2._public(SECRET) == POINT
    assert sm2._identity_digest(POINT).hex() == IDENTITY_DIGEST
    assert sm2.sign(MESSAGE, SECRET, POINT, NONCE) == der(R, S)
    assert sm2.verify(MESSAGE, der(R, S), KEY)


def test_each_signature_has_a_number_of_its_own() -> None:
    """Two signatures with one number give the secret away."""
    made = {sm2.sign(MESSAGE, SECRET, POINT) for _ in range(3)}
    assert len(made) == 3
    assert all(sm2.verify(MESSAGE, one, KEY) for one in made)


@pytest.mark.parametrize(
    ("r", "s"),
    [(0, S), (R, 0), (R + ORDER, S), (R, S + ORDER), (ORDER - S, S), (R, ORDER - S), (-R, S), (R, S ^ 1), (1, 1)],
)
def test_numbers_out_of_range_or_of_another_signature_are_refused(r: int, s: int) -> None:
    assert not sm2.verify(MESSAGE, der(r, s), KEY)


@pytest.mark.parametrize(
    "signature", [b"", b"\x30", der(R, S) + b"\x00", der(R, S)[:-1], b"0\x82\x00\x46" + der(R, S)[2:]]
)
def test_a_signature_in_another_spelling_is_refused(signature: bytes) -> None:
    assert not sm2.verify(MESSAGE, signature, KEY)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "hello",
        KEY.replace("PUBLIC KEY", "PRIVATE KEY"),
        KEY[:60] + KEY[61:],
        sm2.public_pem(POINT[:-1] + bytes([POINT[-1] ^ 1])),
        sm2.public_pem(bytes(64)),
        sm2.public_pem(POINT[:32]),
    ],
)
def test_what_is_no_point_of_the_curve_is_no_key(key: str) -> None:
    """Off the curve a forger finds signatures for any message."""
    assert not sm2.verify(MESSAGE, der(R, S), key)


def test_a_key_that_begins_like_an_uncompressed_point_is_not_cut() -> None:
    """gmssl takes leading 0 and 4 away from keys that begin with 04."""
    secret = next(n for n in range(1, 2000) if sm2._public(n)[0] == 4)
    point = sm2._public(secret)
    assert sm2.verify(MESSAGE, sm2.sign(MESSAGE, secret, point), sm2.public_pem(point))


def test_a_paper_is_signed_beside_the_file_and_one_byte_more_is_found() -> None:
    (made,) = providers.detach(b"%PDF-1.7 a paper", OFFICE)
    assert made.provider == "sm2"
    assert made.sm3 == providers.sm3(b"%PDF-1.7 a paper").hex()
    assert sm2.verify_file(b"%PDF-1.7 a paper", made.signature, made.key)
    assert not sm2.verify_file(b"%PDF-1.7 a paper ", made.signature, made.key)


def test_an_organisation_keeps_its_key_and_strangers_are_told_from_it() -> None:
    keys = {providers.detach(content, OFFICE)[0].key for content in (b"1", b"2")}
    other = providers.detach(b"1", "县水利局")[0].key
    assert len(keys) == 1
    assert other not in keys
    assert sm2.is_ours(other)
    assert not sm2.is_ours(KEY)
    assert [path for path in pki.folder().iterdir() if path.suffix == ".key" and path.stat().st_mode & 0o77] == []


def test_openssl_says_the_same(tmp_path: Path) -> None:
    """Another implementation, from the same files."""
    (made,) = providers.detach(b"a paper", OFFICE)
    for name, content in (("key", made.key.encode()), ("digest", bytes.fromhex(made.sm3)), ("sig", made.signature)):
        (tmp_path / name).write_bytes(content)
    asked = (
        "pkeyutl -verify -pubin -inkey key -in digest -sigfile sig -rawin -digest sm3 -pkeyopt distid:1234567812345678"
    )
    told = openssl(*asked.split(), folder=tmp_path)
    assert "Verified Successfully" in told.stdout, told.stderr
    (tmp_path / "digest").write_bytes(bytes(32))
    told = openssl(*asked.split(), folder=tmp_path)
    assert told.returncode != 0


def test_the_private_key_is_a_key_to_openssl() -> None:
    providers.detach(b"a paper", OFFICE)
    (path,) = pki.folder().glob("*.sm2.key")
    text = openssl("pkey", "-in", str(path), "-pubout")
    assert base64.b64decode("".join(text.stdout.splitlines()[1:-1]))[-64:] == sm2._loaded(path, 0)[1]
