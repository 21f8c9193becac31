"""The installation's own certificate authority, made at first start; its keys never leave `var/pki`.

It proves that this installation signed a paper, no more: an office's real certificate comes by configuration.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

from zhunru.documents.signatures import keyfiles

ROOT_YEARS, LEAF_YEARS = 20, 10
_RENEW_BEFORE = timedelta(days=366)
_RENEW_ROOT_BEFORE = timedelta(days=365 * LEAF_YEARS + 1)
"""No certificate outlives its root."""
Pair = tuple[ec.EllipticCurvePrivateKey, x509.Certificate]


def folder() -> Path:
    return Path(settings.VAR) / "pki"


def prepare() -> None:
    """At start: the authority is there, and every key is encrypted if there is a passphrase."""
    with locked() as home:
        _authority(home)
        for path in home.glob("*.key"):
            if keyfiles.passphrase() and not keyfiles.is_encrypted(path):
                keyfiles.store(path, keyfiles.load(path))


def key_files(organisation: str) -> tuple[Path, Path, Path]:
    """Key, certificate and root certificate (PEM) of `organisation`; made if they are not there yet."""
    with locked() as home:
        path = home / stem(organisation)
        root = _authority(home)
        current = _certificate(path)
        if current is None or current.not_valid_after_utc - datetime.now(UTC) < _RENEW_BEFORE:
            issuer = _elliptic(keyfiles.load(root.with_suffix(".key")))
            _store(path, _make(organisation, (issuer, x509.load_pem_x509_certificate(root.read_bytes()))))
    return path.with_suffix(".key"), path.with_suffix(".crt"), root


def stem(organisation: str) -> str:
    """What the files of `organisation` are called, without their endings."""
    return hashlib.sha256(organisation.encode()).hexdigest()[:16]


def roots() -> list[Path]:
    """What is trusted (PEM): the root, those before it, and each configured certificate that ever signed here."""
    return sorted([*folder().glob("root*.crt"), *folder().glob("known-*.crt")])


def remember(certificate: x509.Certificate) -> None:
    """Papers that it signs hold for good, also when it is no longer configured."""
    path = folder() / f"known-{certificate.fingerprint(hashes.SHA256()).hex()[:32]}.crt"
    if not path.exists():
        with locked():
            keyfiles.write(path, certificate.public_bytes(serialization.Encoding.PEM), 0o644)


@contextmanager
def locked() -> Iterator[Path]:
    """The folder of all keys, for one process and one thread at a time."""
    home = folder()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield home


def _authority(home: Path) -> Path:
    """The root's certificate. One that ends too soon or lost its key is replaced and kept: old papers rest on it."""
    root, file = home / "root", home / "root.crt"
    current = _certificate(root)
    if current is None or current.not_valid_after_utc - datetime.now(UTC) < _RENEW_ROOT_BEFORE:
        if file.exists():
            former = x509.load_pem_x509_certificate(file.read_bytes())
            file.rename(home / f"root-{former.serial_number:x}.crt")
        _store(root, _make("本系统根证书", None))
    return file


def _certificate(path: Path) -> x509.Certificate | None:
    """None unless the key is there, too."""
    file = path.with_suffix(".crt")
    if not (file.exists() and path.with_suffix(".key").exists()):
        return None
    return x509.load_pem_x509_certificate(file.read_bytes())


def _elliptic(info: keys.PrivateKeyInfo) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_der_private_key(info.dump(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise keyfiles.UnreadableKeyError("the root's key is no elliptic curve key")
    return key


def _store(path: Path, pair: Pair) -> None:
    key, certificate = pair
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    keyfiles.store(path.with_suffix(".key"), keys.PrivateKeyInfo.load(der))
    keyfiles.write(path.with_suffix(".crt"), certificate.public_bytes(serialization.Encoding.PEM), 0o644)


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
    """X.520 lets a common name have 64 characters; cryptography's own check counts bytes, three to a Chinese one."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64], _validate=False),
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
