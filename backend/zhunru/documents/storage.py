"""Files of papers, found by what is in them, written once and never again.

A file whose transaction was rolled back stays behind under its own hash and harms nobody. Papers are read only on the
disk, too; `erase_paper` is the one way in which a paper's file ever goes, and `retention` alone calls it.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from django.conf import settings

from zhunru.core.disk import READ_ONLY, fresh_file, settle, sync_folder, write_once

__all__ = [
    "Kept", "batch_path", "drawn_path", "erase_paper", "keep_drawn", "keep_page", "keeping", "paper_path",
    "store_paper", "write_once",
]  # fmt: skip
DRAWN_DAYS = 30
STEP = 1 << 20
"""Bytes that are read at once of what may be large."""


def paper_path(sha256: str) -> Path:
    """Where the paper of this hash lies, or would lie."""
    return Path(settings.VAR) / "papers" / sha256[:2] / f"{sha256}.pdf"


def store_paper(content: bytes) -> str:
    """Write `content` for good and return its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(paper_path(sha256), content, READ_ONLY)
    return sha256


def erase_paper(sha256: str) -> bool:
    """The file of this hash goes for good; whether there was one."""
    path = paper_path(sha256)
    if not path.exists():
        return False
    path.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True


def batch_path(sha256: str) -> Path:
    """Where the file that a batch has made lies, or would lie."""
    return Path(settings.VAR) / "batches" / sha256[:2] / sha256


class Kept:
    """What became of a file that was being written: empty until it is settled."""

    sha256 = ""
    size = 0


@contextmanager
def keeping() -> Iterator[tuple[BufferedRandom, Kept]]:
    """A file to be written bit by bit, kept under its hash when the block ends well; there is none otherwise."""
    kept = Kept()
    with fresh_file(Path(settings.VAR) / "batches", READ_ONLY) as file:
        yield file, kept
        file.flush()
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        kept.size = file.tell()
        settle(file, batch_path(digest))
        kept.sha256 = digest


def drawn_path(sha256: str) -> Path:
    """Where the page drawn from what has this hash lies, or would lie."""
    return Path(settings.VAR) / "drawn" / sha256[:2] / f"{sha256}.pdf"


def keep_page(content: bytes) -> str:
    """Keep a page that could be drawn anew under its own hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    keep_drawn(drawn_path(sha256), content)
    return sha256


def keep_drawn(path: Path, content: bytes) -> None:
    """Write a page that could be drawn anew; its neighbours go when they are a month old."""
    write_once(path, content)
    oldest = time.time() - DRAWN_DAYS * 86400
    for other in path.parent.glob("*.pdf"):
        if other.stat().st_mtime < oldest:
            other.unlink(missing_ok=True)
