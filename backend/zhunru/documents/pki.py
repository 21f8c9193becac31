"""The installation's own certificate authority, made at first use; its keys never leave `var/pki`.

It proves that this installation signed a paper, no more: an office's real certificate comes by configuration.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

ROOT_YEARS, LEAF_YEARS = 20, 10
_RENEW_BEFORE = timedelta(days=366)
Pair = tuple[ec.EllipticCurvePrivateKey, x509.Certificate]


def folder() -> Path:
    return Path(settings.VAR) / "pki"


def key_files(organisation: str) -> tuple[Path, Path, Path]:
    """Key, certificate and root certificate (PEM) of `organisation`; made if they are not there yet."""
    home = folder()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = hashlib.sha256(organisation.encode()).hexdigest()[:16]
    with _locked(home):
        root = _load(home / "root") or _store(home / "root", _make("本系统根证书", None))
        current = _load(home / stem)
        if current is None or current[1].not_valid_after_utc - datetime.now(UTC) < _RENEW_BEFORE:
            _store(home / stem, _make(organisation, root))
    return home / f"{stem}.key", home / f"{stem}.crt", home / "root.crt"


@contextmanager
def _locked(home: Path) -> Iterator[None]:
    """One process and one thread at a time."""
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _load(stem: Path) -> Pair | None:
    key_file, crt_file = stem.with_suffix(".key"), stem.with_suffix(".crt")
    if not (key_file.exists() and crt_file.exists()):
        return None
    key = serialization.load_pem_private_key(key_file.read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{key_file} holds no elliptic curve key")
    return key, x509.load_pem_x509_certificate(crt_file.read_bytes())


def _store(stem: Path, pair: Pair) -> Pair:
    key, certificate = pair
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write(stem.with_suffix(".key"), pem, 0o600)
    _write(stem.with_suffix(".crt"), certificate.public_bytes(serialization.Encoding.PEM), 0o644)
    return pair


def _write(path: Path, content: bytes, mode: int) -> None:
    """Whole or not at all, and never readable by others for a moment."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _make(name: str, issuer: Pair | None) -> Pair:
    """A key and its certificate: the root's own without `issuer`, else one for signing papers."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer_key, issuer_subject = (issuer[0], issuer[1].subject) if issuer else (key, _subject(name))
    now = datetime.now(UTC)
    authority = issuer is None
    return key, (
        x509.CertificateBuilder()
        .subject_name(_subject(name))
        .issuer_name(issuer_subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * (ROOT_YEARS if authority else LEAF_YEARS)))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(_usage(authority=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _subject(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
        ]
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def root_certificate() -> Path | None:
    """The root's certificate (PEM), None while nothing was ever signed here."""
    path = folder() / "root.crt"
    return path if path.exists() else None
