"""SM2 signatures (GB/T 32918.2, GM/T 0003.2) over the SM3 of a file, beside the file.

The message is the file's SM3, 32 bytes; the signer's identity is the usual 1234567812345678; the signature is
SEQUENCE {r, s} as in GB/T 35276. `openssl pkeyutl -verify -rawin -digest sm3` judges it.

The arithmetic is gmssl's. What that leaves open is done here: its own random numbers can be guessed, it cuts public
keys that begin with 04, and it asks neither whether a key lies on the curve nor whether r and s are in range.
"""

import secrets
from functools import lru_cache
from pathlib import Path

from asn1crypto import algos, core, keys, pem
from gmssl.sm2 import CryptSM2, default_ecc_table

from zhunru.documents import pki
from zhunru.documents.signatures import keyfiles
from zhunru.documents.signatures.providers import sm3

CURVE = "1.2.156.10197.1.301"
IDENTITY = b"1234567812345678"
_P, _N, _A, _B = (int(default_ecc_table[name], 16) for name in "pnab")
_SIZE = 32
keys.NamedCurve.register("sm2p256v1", CURVE, _SIZE)


class Sm2:
    """A key of its own for each organisation, made when it first signs, in `var/pki`."""

    def sign_digest(self, digest: bytes, organisation: str) -> tuple[bytes, str]:
        secret, point = _key_of(organisation)
        return sign(digest, secret, point), public_pem(point)


def sign(message: bytes, secret: int, point: bytes, nonce: int | None = None) -> bytes:
    """DER of the signature. `point`: x and y, 64 bytes. `nonce` is for the standard's own examples only."""
    hashed = sm3(_identity_digest(point) + message)
    engine = CryptSM2(private_key=f"{secret:064x}", public_key="")
    while True:
        made = engine.sign(hashed, f"{nonce or secrets.randbelow(_N - 1) + 1:064x}")
        if made is not None:
            pair = {"r": int(made[:64], 16), "s": int(made[64:], 16)}
            signature: bytes = algos.DSASignature(pair).dump()
            return signature


def verify(message: bytes, signature: bytes, key: str) -> bool:
    """Whether `signature` (DER) by the public `key` (PEM) is one of `message`. Never raises for a stranger's bytes."""
    try:
        point = _point(key)
        told = algos.DSASignature.load(signature, strict=True)
        r, s = told["r"].native, told["s"].native
        if told.dump(force=True) != signature or not (0 < r < _N and 0 < s < _N):
            return False
        engine = CryptSM2(private_key="", public_key="")
        engine.public_key = point.hex()
        return bool(engine.verify(f"{r:064x}{s:064x}", sm3(_identity_digest(point) + message)))
    except (ValueError, TypeError):
        return False


def verify_file(content: bytes, signature: bytes, key: str) -> bool:
    """Whether `signature` stands for this very file."""
    return verify(sm3(content), signature, key)


def is_ours(key: str) -> bool:
    """Whether the public key belongs to an organisation here: a signature of a stranger's key proves nothing."""
    return any(path.read_text() == key for path in pki.folder().glob("*.sm2.pub"))


def public_pem(point: bytes) -> str:
    """SubjectPublicKeyInfo."""
    public = {"algorithm": _algorithm(), "public_key": keys.ECPointBitString(b"\x04" + point)}
    armored: bytes = pem.armor("PUBLIC KEY", keys.PublicKeyInfo(public).dump())
    return armored.decode()


def _algorithm() -> dict[str, object]:
    return {"algorithm": "ec", "parameters": keys.ECDomainParameters("named", keys.NamedCurve("sm2p256v1"))}


def _point(key: str) -> bytes:
    """x and y of a public key. ValueError unless it is one of the curve."""
    kind, _headers, content = pem.unarmor(key.encode())
    info = keys.PublicKeyInfo.load(content, strict=True)
    if kind != "PUBLIC KEY" or info["algorithm"]["parameters"].chosen.dotted != CURVE:
        raise ValueError("no SM2 key")
    point: bytes = info["public_key"].native
    x, y = int.from_bytes(point[1:33]), int.from_bytes(point[33:])
    if len(point) != 1 + 2 * _SIZE or point[0] != 4 or max(x, y) >= _P or (y * y - x * x * x - _A * x - _B) % _P:
        raise ValueError("no point of the curve")
    return point[1:]


def _identity_digest(point: bytes) -> bytes:
    """Z of the standard, 5.5."""
    table = "".join(default_ecc_table[name] for name in "abg")
    return sm3((len(IDENTITY) * 8).to_bytes(2) + IDENTITY + bytes.fromhex(table) + point)


def _key_of(organisation: str) -> tuple[int, bytes]:
    """The secret number and the public point."""
    with pki.locked() as home:
        path = home / f"{pki.stem(organisation)}.sm2.key"
        if not path.exists():
            secret = secrets.randbelow(_N - 2) + 1
            keyfiles.store(path, _private(secret))
            keyfiles.write(path.with_suffix(".pub"), public_pem(_public(secret)).encode(), 0o644)
    return _loaded(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _loaded(path: Path, _changed: int) -> tuple[int, bytes]:
    secret = int(keyfiles.load(path)["private_key"].parsed["private_key"].native)
    return secret, _public(secret)


def _private(secret: int) -> keys.PrivateKeyInfo:
    inner = keys.ECPrivateKey(
        {"version": 1, "private_key": secret, "public_key": keys.ECPointBitString(b"\x04" + _public(secret))}
    )
    return keys.PrivateKeyInfo(
        {"version": 0, "private_key_algorithm": _algorithm(), "private_key": core.ParsableOctetString(inner.dump())}
    )


def _public(secret: int) -> bytes:
    engine = CryptSM2(private_key="", public_key="")
    return bytes.fromhex(engine._kg(secret, default_ecc_table["g"]))
