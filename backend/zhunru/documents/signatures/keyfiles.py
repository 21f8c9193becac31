"""Private keys on disk: PKCS#8 in PEM, for their owner's eyes only, encrypted where a passphrase is set.

The encryption is PBES2 (PBKDF2 with SHA-256, AES-256 in CBC mode), written here for every kind of key alike, so that
an SM2 key, which `cryptography` does not know, is kept no worse than the others. `openssl pkcs8` reads it.
"""

import os
import stat
from pathlib import Path

from asn1crypto import algos, core, keys, pem
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from django.conf import settings
from django.utils.translation import gettext as _

from zhunru.core.errors import DomainError

ROUNDS = 600_000
_ENCRYPTED, _PLAIN = "ENCRYPTED PRIVATE KEY", "PRIVATE KEY"
_BLOCK = 128
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class UnreadableKeyError(DomainError):
    """`cause` tells the administrator, in English, which file it is and what is wrong with it."""

    def __init__(self, cause: str) -> None:
        super().__init__("signing_failed", _("签名密钥无法读取，请联系系统管理员"), cause=cause)
        self.cause = cause


def passphrase() -> bytes:
    """Of the installation's own keys; empty where none is set."""
    return str(settings.SIGNING_KEY_PASSPHRASE).encode()


def store(path: Path, key: keys.PrivateKeyInfo) -> None:
    """Write the key, encrypted if there is a passphrase."""
    secret, content = passphrase(), key.dump()
    kind, content = (_ENCRYPTED, _encrypted(content, secret).dump()) if secret else (_PLAIN, content)
    write(path, pem.armor(kind, content), 0o600)


def load(path: Path) -> keys.PrivateKeyInfo:
    """UnreadableKeyError when it is not there, is damaged, or the passphrase is another."""
    try:
        kind, _headers, content = pem.unarmor(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableKeyError(f"{path} cannot be read: {error}") from error
    if kind == _ENCRYPTED:
        content = _decrypted(path, content)
    return parsed(path, content)


def parsed(path: Path, content: bytes) -> keys.PrivateKeyInfo:
    """The key in DER."""
    try:
        found = keys.PrivateKeyInfo.load(content, strict=True)
        found.native  # noqa: B018 -- asn1crypto parses when it is asked
    except (ValueError, TypeError) as error:
        raise UnreadableKeyError(f"{path} holds no private key, or SIGNING_KEY_PASSPHRASE is another one") from error
    return found


def is_encrypted(path: Path) -> bool:
    return _ENCRYPTED.encode() in path.read_bytes()


def exposed(path: Path) -> bool:
    """Whether anyone but the owner may enter the folder, read or write the file."""
    return bool(path.stat().st_mode & _OTHERS)


def write(path: Path, content: bytes, mode: int) -> None:
    """Whole or not at all, and never readable by others for a moment."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _derived(secret: bytes, salt: bytes, rounds: int) -> bytes:
    return PBKDF2HMAC(hashes.SHA256(), 32, salt, rounds).derive(secret)


def _encrypted(content: bytes, secret: bytes) -> keys.EncryptedPrivateKeyInfo:
    salt, start = os.urandom(16), os.urandom(16)
    padder = padding.PKCS7(_BLOCK).padder()
    cipher = Cipher(algorithms.AES256(_derived(secret, salt, ROUNDS)), modes.CBC(start)).encryptor()
    sealed = cipher.update(padder.update(content) + padder.finalize()) + cipher.finalize()
    derivation = {"salt": algos.Pbkdf2Salt("specified", core.OctetString(salt)), "iteration_count": ROUNDS}
    told = algos.Pbes2Params(
        {
            "key_derivation_func": {
                "algorithm": "pbkdf2",
                "parameters": algos.Pbkdf2Params({**derivation, "prf": {"algorithm": "sha256"}}),
            },
            "encryption_scheme": {"algorithm": "aes256_cbc", "parameters": core.OctetString(start)},
        }
    )
    return keys.EncryptedPrivateKeyInfo(
        {"encryption_algorithm": {"algorithm": "pbes2", "parameters": told}, "encrypted_data": sealed}
    )


def _decrypted(path: Path, content: bytes) -> bytes:
    secret = passphrase()
    if not secret:
        raise UnreadableKeyError(f"{path} is encrypted: set SIGNING_KEY_PASSPHRASE")
    try:
        box = keys.EncryptedPrivateKeyInfo.load(content, strict=True)
        scheme = box["encryption_algorithm"]
        told = scheme["parameters"]["key_derivation_func"]["parameters"]
        key = _derived(secret, told["salt"].native, told["iteration_count"].native)
        cipher = Cipher(algorithms.AES256(key), modes.CBC(scheme.encryption_iv)).decryptor()
        padder = padding.PKCS7(_BLOCK).unpadder()
        return padder.update(cipher.update(box["encrypted_data"].native) + cipher.finalize()) + padder.finalize()
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableKeyError(f"{path}: SIGNING_KEY_PASSPHRASE is not the one it was encrypted with") from error
