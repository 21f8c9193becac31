"""Files of papers, found by what is in them, written once and never again.

A file whose transaction was rolled back stays behind under its own hash and harms nobody.
"""

import hashlib
import os
from pathlib import Path

from django.conf import settings


def paper_path(sha256: str) -> Path:
    """Where the paper of this hash lies, or would lie."""
    return Path(settings.VAR) / "papers" / sha256[:2] / f"{sha256}.pdf"


def store_paper(content: bytes) -> str:
    """Write `content` for good and return its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(paper_path(sha256), content)
    return sha256


def write_once(path: Path, content: bytes) -> None:
    """The file appears whole and on the disk, or not at all; one that is there is left as it is."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _link(fresh: Path, path: Path) -> None:
    """Unlike a rename, a link never replaces what is there."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
