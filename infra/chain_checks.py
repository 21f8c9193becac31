"""What a story compares and waits for."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Any

from infra.endings import ToldError
from infra.visitor import Visitor

Json = dict[str, Any]
WAIT_SECONDS = 60
"""For the deliveries, which a background worker carries out."""


def every(visitor: Visitor, path: str) -> list[Json]:
    """All rows of a list, page by page."""
    rows: list[Json] = []
    while True:
        page = visitor.get(f"{path}?limit=200&offset={len(rows)}")
        rows += page["items"]
        if len(rows) >= page["total"]:
            return rows


def until(true: Callable[[], bool], what: str) -> None:
    """Wait; ToldError when it does not come about."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not true():
        if time.monotonic() > deadline:
            raise ToldError(f"It did not come about within {WAIT_SECONDS} s that {what}.")
        time.sleep(0.2)


def must(found: object, wanted: object, what: str) -> None:
    """ToldError unless both are the same."""
    if found != wanted:
        raise ToldError(f"Not as it must be: {what}: {found!r} instead of {wanted!r}.")


def digest(content: bytes) -> str:
    """SHA-256 in hex, as the register holds it."""
    return hashlib.sha256(content).hexdigest()
