"""Is this file one of the papers? By its hash in the register first, by its signature where that differs."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from enum import StrEnum

from zhunru.documents import pki
from zhunru.documents.judging import Verification
from zhunru.documents.models import Document
from zhunru.documents.rendering import BACKEND
from zhunru.documents.signatures import beside
from zhunru.documents.verification import known

SECONDS = 30
"""On the clock, waiting for the processor included."""
AT_ONCE = 2
"""Files judged at the same time by one process; each may take `checker.MEMORY`."""
WAIT_SECONDS = 20
PROGRAM = ["-m", "zhunru.documents.checker"]
_free = threading.BoundedSemaphore(AT_ONCE)


class FileAnswer(StrEnum):
    """What a file is, compared with the register."""

    SAME = "same"
    """Byte by byte the issued file, and its signature holds."""
    DUPLICATE = "duplicate"
    """Byte by byte a duplicate of the paper, made and signed here."""
    CHANGED = "changed"
    """Signed once, but changed afterwards."""
    OTHER = "other"
    """Signed here and unchanged, but it is another paper, or none that is registered."""
    UNSIGNED = "unsigned"
    """No signature of ours at all."""
    UNREADABLE = "unreadable"
    """Judging it takes more than a paper ever takes."""
    UNKNOWN = "unknown"
    """No file of ours has this hash: the file itself is needed to say more."""
    NONE = "none"
    """No file was sent."""


class BusyError(Exception):
    """Too many files are being judged."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`document`: the paper that the file is, or was before somebody changed it, where hash or signature prove that.

    `claimed`: the number that stands in a changed file. It proves nothing and opens nothing.
    """

    answer: FileAnswer
    document: Document | None = None
    claimed: str = ""
    beside: bool | None = None
    """Of a genuine file: whether its SM2 signature stands; None where it has none, or the file was not sent."""


def by_hash(sha256: str) -> Checked | None:
    """The paper or duplicate whose file has this hash (64 hex digits); None where there is none."""
    if issued := known().filter(sha256=sha256).first():
        return Checked(FileAnswer.SAME, issued)
    original = known().filter(duplicates__sha256=sha256).first()
    return Checked(FileAnswer.DUPLICATE, original) if original else None


def check(content: bytes) -> Checked:
    """The whole check. BusyError while too many others are being made."""
    sha256 = hashlib.sha256(content).hexdigest()
    registered, found = by_hash(sha256), _judged(content)
    if registered and (found is None or found.holds):
        return replace(registered, beside=beside.verdict(sha256, content))
    if found is None:
        return Checked(FileAnswer.UNREADABLE)
    proven = known().filter(number=found.number).first() if found.ours else None
    if found.holds:
        return Checked(FileAnswer.OTHER, proven)
    foreign = found.intact and not found.trusted
    if not found.signed or foreign:
        return Checked(FileAnswer.UNSIGNED)
    return Checked(FileAnswer.CHANGED, proven, "" if proven else found.number)


def against(document: Document, checked: Checked) -> Checked:
    """The same answer to whoever asks whether the file is `document`: a genuine file of another paper is not."""
    same = checked.document is not None and checked.document.pk == document.pk
    if checked.answer in (FileAnswer.SAME, FileAnswer.DUPLICATE) and not same:
        return Checked(FileAnswer.OTHER, checked.document)
    return checked


def _judged(content: bytes) -> Verification | None:
    """The answer of a child; None where the file broke one of its bounds."""
    if not _free.acquire(timeout=WAIT_SECONDS):
        raise BusyError
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file comes on its input
            [sys.executable, *PROGRAM, *map(str, pki.roots())],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=BACKEND,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": str(BACKEND)},
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    finally:
        _free.release()
    found = json.loads(done.stdout)
    return Verification(**{**found, "signers": tuple(found["signers"])})
