"""Files of papers, found by what is in them, written once and never again.

A file whose transaction was rolled back stays behind under its own hash and harms nobody.
"""

import hashlib
import time
from pathlib import Path

from django.conf import settings

from zhunru.core.disk import write_once

__all__ = ["drawn_path", "keep_drawn", "paper_path", "store_paper", "write_once"]
DRAWN_DAYS = 30


def paper_path(sha256: str) -> Path:
    """Where the paper of this hash lies, or would lie."""
    return Path(settings.VAR) / "papers" / sha256[:2] / f"{sha256}.pdf"


def store_paper(content: bytes) -> str:
    """Write `content` for good and return its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(paper_path(sha256), content)
    return sha256


def drawn_path(sha256: str) -> Path:
    """Where the page drawn from what has this hash lies, or would lie."""
    return Path(settings.VAR) / "drawn" / sha256[:2] / f"{sha256}.pdf"


def keep_drawn(path: Path, content: bytes) -> None:
    """Write a page that could be drawn anew; its neighbours go when they are a month old."""
    write_once(path, content)
    oldest = time.time() - DRAWN_DAYS * 86400
    for other in path.parent.glob("*.pdf"):
        if other.stat().st_mtime < oldest:
            other.unlink(missing_ok=True)
