"""A public authority as it would be elsewhere, and what it issues: for tests of real certificates and time stamps."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAY = timedelta(days=1)
KEY = rsa.generate_private_key(65537, 2048)
ROOT_KEY = rsa.generate_private_key(65537, 2048)
ROOT_NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "某电子认证中心")])
USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


def issued(
    name: str, *, key: Any = KEY, age: int = 0, days: int = 365, uses: str = "digital_signature", tsa: bool = False
) -> x509.Certificate:
    """A certificate made out to `name`, `age` days ago and for so many days."""
    begins = datetime.now(UTC) - age * DAY - timedelta(minutes=5)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(ROOT_NAME)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + days * DAY)
        .add_extension(x509.KeyUsage(**{use: use == uses for use in USES}), critical=True)
    )
    if tsa:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(ROOT_KEY, hashes.SHA256())


def root() -> x509.Certificate:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(ROOT_NAME)
        .issuer_name(ROOT_NAME)
        .public_key(ROOT_KEY.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 900 * DAY)
        .not_valid_after(now + 3650 * DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(ROOT_KEY, hashes.SHA256())
    )


def pkcs12_of(certificate: x509.Certificate, passphrase: str, key: Any = KEY) -> bytes:
    return pkcs12.serialize_key_and_certificates(
        b"x", key, certificate, [root()], BestAvailableEncryption(passphrase.encode())
    )


def pem_of(*certificates: x509.Certificate) -> bytes:
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


def key_pem(key: Any = KEY, secret: str = "") -> bytes:
    kept = BestAvailableEncryption(secret.encode()) if secret else NoEncryption()
    made: bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, kept)
    return made


def put(folder: Path, name: str, content: bytes, mode: int = 0o600) -> None:
    (folder / name).write_bytes(content)
    (folder / name).chmod(mode)
