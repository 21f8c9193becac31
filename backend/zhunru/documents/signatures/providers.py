"""Who signs papers. An office's own signing service takes part through a small class named in the settings.

There are two sorts. One puts a signature into a PDF (PAdES): the first in the settings that signs for the organisation.
The other signs a digest and leaves the file as it is: each of those that are configured signs every paper.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

from cryptography.hazmat.primitives import hashes
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from zhunru.core.errors import DomainError

LOCAL = "local"
_OURS = {
    LOCAL: "zhunru.documents.signatures.local.LocalCertificates",
    "sm2": "zhunru.documents.signatures.sm2.Sm2",
}


@dataclass(frozen=True, slots=True)
class Order:
    """One signature that is wanted: into which empty field, whose, why, and with what to be seen of it."""

    field: str
    organisation: str
    reason: str
    appearance: Path | None
    """The seal as a one-page PDF that fills the field; None where the field has no place on a page."""


@runtime_checkable
class SignsFiles(Protocol):
    """Fills a field of a PDF."""

    def signs_for(self, organisation: str) -> bool: ...

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        """The signed file. `prepared.write_to_stream(...)` gives its bytes so far, for a service that wants them.

        What was prepared stays as it is: the signature is added behind. DomainError says in a sentence why not.
        """
        ...


@runtime_checkable
class SignsDigests(Protocol):
    """Signs without touching the file."""

    def sign_digest(self, digest: bytes, organisation: str) -> tuple[bytes, str]:
        """`digest`: the file's SM3, 32 bytes. Gives the signature in DER and the public key in PEM."""
        ...


@dataclass(frozen=True, slots=True)
class Detached:
    """A signature beside the file, as it is kept."""

    provider: str
    sm3: str
    """Of the whole signed file, in hex."""
    signature: bytes
    key: str
    """The public key in PEM."""


class MisconfiguredProviderError(Exception):
    """SIGNING_PROVIDERS names something that signs nothing."""


@cache
def _made(path: str) -> object:
    try:
        return import_string(path)()
    except (ImportError, TypeError) as error:
        raise MisconfiguredProviderError(f"SIGNING_PROVIDERS: {path} cannot be loaded: {error}") from error


def configured() -> dict[str, object]:
    """Every provider by its name. MisconfiguredProviderError."""
    found: dict[str, object] = {}
    for entry in settings.SIGNING_PROVIDERS:
        name, _sign, path = entry.strip().partition("=")
        path = path or _OURS.get(name, "")
        if not path:
            raise MisconfiguredProviderError(
                f"SIGNING_PROVIDERS: {name!r} is neither local nor sm2 nor name=dotted.path"
            )
        found[name] = _made(path)
        if not isinstance(found[name], SignsFiles | SignsDigests):
            raise MisconfiguredProviderError(f"SIGNING_PROVIDERS: {path} neither signs files nor digests")
    return found


def for_files(organisation: str) -> tuple[str, SignsFiles]:
    """The first that signs for the organisation, with its name. DomainError when there is none."""
    for name, provider in configured().items():
        if isinstance(provider, SignsFiles) and provider.signs_for(organisation):
            return name, provider
    raise DomainError("no_provider", _("没有为“%(name)s”配置签名方式，请联系系统管理员") % {"name": organisation})


def detach(content: bytes, organisation: str) -> list[Detached]:
    """The signatures of `organisation` beside the file `content`, one of each provider that makes such."""
    digest = sm3(content)
    made = []
    for name, provider in configured().items():
        if isinstance(provider, SignsDigests):
            made.append(Detached(name, digest.hex(), *provider.sign_digest(digest, organisation)))
    return made


def sm3(content: bytes) -> bytes:
    """GB/T 32905-2016."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(content)
    return digest.finalize()
