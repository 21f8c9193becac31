"""Files found by what is in them, apart by realm: a township's lie where no other side's address leads.

A file whose transaction was rolled back stays behind under its own hash and harms nobody.
"""

import hashlib
import logging
import re
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from zhunru.core.actors import COUNTY
from zhunru.core.disk import write_once
from zhunru.core.errors import DomainError
from zhunru.tenancy.names import checked_township

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def store(realm: str, content: bytes) -> str:
    """Write `content` for good on `realm`'s side ("county" or t_<code>) and return its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(_path(realm, sha256), content)
    return sha256


def open_stored(realm: str, sha256: str) -> bytes:
    """What was stored on `realm`'s side under this hash, as it was.

    DomainError("file_missing") when it is not there, DomainError("file_changed") when it is no longer the same.
    """
    try:
        content = _path(realm, sha256).read_bytes()
    except FileNotFoundError as error:
        raise DomainError("file_missing", _("文件不在存储中，请重新上传，或联系系统管理员")) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        logging.getLogger(__name__).error("stored file %s of %s has changed on the disk", sha256, realm)
        raise DomainError("file_changed", _("存储中的文件已损坏，请联系系统管理员"))
    return content


def is_stored(realm: str, sha256: str) -> bool:
    """Whether `realm`'s side has a file of this hash."""
    return _path(realm, sha256).exists()


def _path(realm: str, sha256: str) -> Path:
    """ValueError for what is neither a realm nor a hash: a caller's mistake, never a path."""
    if not _SHA256.match(sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    folder = realm if realm == COUNTY else checked_township(realm)
    return Path(settings.VAR) / "files" / folder / sha256[:2] / sha256[2:]
