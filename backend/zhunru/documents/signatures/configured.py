"""Real certificates: a folder with PKCS#12 or PEM files, and `certificates.toml` that says which is whose.

    [[certificate]]
    organisation = "中共贡嘎县委社会工作部"      # as it stands on the seal
    file = "shgzb.p12"                          # or: key = "shgzb.key", certificate = "shgzb.crt", chain = "ca.crt"
    passphrase_env = "SHGZB_PASSPHRASE"         # the variable that holds the passphrase, if there is one
    subject = "贡嘎县委社会工作部"               # only where the certificate gives another name

A certificate that signed here is remembered in `var/pki`: papers stay genuine when it is renewed. Nothing but these
and our own authority is trusted, whoever issued them: a public authority has many customers.
"""

import os
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zhunru.documents.signatures import keyfiles

LIST = "certificates.toml"
_ALLOWED = {"organisation", "file", "key", "certificate", "chain", "passphrase_env", "subject"}
_NAMES = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)


class CertificateError(Exception):
    """A sentence for the administrator."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What one organisation signs with."""

    organisation: str
    key: Any
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]

    @property
    def ends(self) -> datetime:
        return self.certificate.not_valid_after_utc


def entries() -> dict[str, dict[str, str]]:
    """By organisation; empty where no folder is configured. CertificateError."""
    if not settings.SIGNING_CERTIFICATES:
        return {}
    path = Path(settings.SIGNING_CERTIFICATES) / LIST
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get("certificate", [])
    except (OSError, ValueError) as error:
        raise CertificateError(f"{path} cannot be read: {error}") from error
    found: dict[str, dict[str, str]] = {}
    for number, entry in enumerate(listed, start=1):
        name, unknown = entry.get("organisation", ""), sorted(set(entry) - _ALLOWED)
        if not name or unknown:
            what = f"unknown {', '.join(unknown)}" if unknown else "no organisation"
            raise CertificateError(f"{path}, entry {number}: {what}")
        if name in found:
            raise CertificateError(f"{path} names {name} twice")
        found[name] = entry
    return found


def identity_of(organisation: str) -> Identity | None:
    """None where nothing is configured for it. CertificateError, also when the certificate is not valid now."""
    entry = entries().get(organisation)
    if entry is None:
        return None
    identity = _loaded(organisation, entry)
    _check(identity, entry)
    return identity


def signer_of(identity: Identity) -> signers.SimpleSigner:
    key = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()
    store.register_multiple([_asn1(one) for one in identity.chain])
    return signers.SimpleSigner(_asn1(identity.certificate), keys.PrivateKeyInfo.load(key), store, embed_roots=False)


def faults() -> list[str]:
    """Everything that is wrong with the folder, each in a sentence."""
    try:
        names = list(entries())
    except CertificateError as error:
        return [str(error)]
    found = []
    for name in names:
        try:
            identity_of(name)
        except CertificateError as error:
            found.append(f"{name}: {error}")
    return found


def _asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _loaded(organisation: str, entry: dict[str, str]) -> Identity:
    folder, given = Path(settings.SIGNING_CERTIFICATES), {**entry}
    names = [given[part] for part in ("file", "key", "certificate", "chain") if part in given]
    if "file" not in given and not {"key", "certificate"} <= set(given):
        raise CertificateError("name a file, or a key and a certificate")
    paths = [folder / name for name in names]
    if missing := [path.name for path in paths if not path.is_file()]:
        raise CertificateError(f"{missing[0]} is not in {folder}")
    secret_file = folder / given.get("file", given.get("key", ""))
    if keyfiles.exposed(secret_file):
        raise CertificateError(f"{secret_file} can be reached by others: chmod 600")
    variable = given.get("passphrase_env", "")
    if variable and variable not in os.environ:
        raise CertificateError(f"the environment lacks {variable}, the passphrase of {secret_file.name}")
    secret = os.environ.get(variable, "").encode() or None
    changed = tuple(path.stat().st_mtime_ns for path in paths)
    return _read(organisation, folder, tuple(sorted(given.items())), secret, changed)


@lru_cache(maxsize=64)
def _read(
    organisation: str, folder: Path, entry: tuple[tuple[str, str], ...], secret: bytes | None, _changed: tuple[int, ...]
) -> Identity:
    given = dict(entry)
    try:
        if "file" in given:
            key, certificate, chain = pkcs12.load_key_and_certificates((folder / given["file"]).read_bytes(), secret)
        else:
            key = serialization.load_pem_private_key((folder / given["key"]).read_bytes(), secret)
            certificate, *chain = _pem(folder / given["certificate"])
            chain += _pem(folder / given["chain"]) if "chain" in given else []
        if key is None or certificate is None:
            raise CertificateError(f"{given['file']} lacks the key or the certificate")
        alike = certificate.public_key() == key.public_key()
    except UnsupportedAlgorithm as error:
        sentence = f"this kind of key signs no PDF here; SM2 signs beside the file: {error}"
        raise CertificateError(sentence) from error
    except (ValueError, TypeError) as error:
        raise CertificateError(f"the passphrase is wrong, or the file is damaged: {error}") from error
    if not alike:
        raise CertificateError("the key is not the certificate's")
    return Identity(organisation, key, certificate, tuple(chain))


def _pem(path: Path) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(path.read_bytes())


def _check(identity: Identity, entry: dict[str, str]) -> None:
    certificate, name = identity.certificate, identity.organisation
    now = datetime.now(UTC)
    if now > identity.ends:
        raise CertificateError(f"the certificate ended on {identity.ends:%Y-%m-%d}")
    if now < certificate.not_valid_before_utc:
        raise CertificateError(f"the certificate holds from {certificate.not_valid_before_utc:%Y-%m-%d} only")
    told = {str(part.value) for oid in _NAMES for part in certificate.subject.get_attributes_for_oid(oid)}
    if entry.get("subject", name) not in told:
        whose = ", ".join(sorted(told))
        raise CertificateError(f"the certificate is made out to {whose}; if that is right, say so with subject")
    if not _may_sign(certificate):
        raise CertificateError("the certificate's key usage does not let it sign")


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment
