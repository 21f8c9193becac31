"""Files of papers, found by what is in them, written once and never again.

A file whose transaction was rolled back stays behind under its own hash and harms nobody.
"""

import hashlib
from pathlib import Path

from django.conf import settings

from zhunru.core.disk import write_once

__all__ = ["paper_path", "store_paper", "write_once"]


def paper_path(sha256: str) -> Path:
    """Where the paper of this hash lies, or would lie."""
    return Path(settings.VAR) / "papers" / sha256[:2] / f"{sha256}.pdf"


def store_paper(content: bytes) -> str:
    """Write `content` for good and return its SHA-256 in hex."""
    sha256 = hashlib.sha256(content).hexdigest()
    write_once(paper_path(sha256), content)
    return sha256
