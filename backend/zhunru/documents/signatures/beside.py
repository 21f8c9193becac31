"""Signatures beside the file: made when a paper is stored, kept next to it, written once like the paper itself."""

import base64
import json
from pathlib import Path

from zhunru.core.disk import READ_ONLY, write_once
from zhunru.documents import storage
from zhunru.documents.signatures import providers, sm2
from zhunru.documents.signatures.providers import Detached


def keep(sha256: str, content: bytes, organisation: str) -> list[Detached]:
    """Sign the stored paper `content`, whose digest is `sha256`, for `organisation`; nothing if no provider does.

    A paper that was signed before keeps what it has.
    """
    made = providers.detach(content, organisation)
    if made:
        told = json.dumps([{**_plain(one), "organisation": organisation} for one in made], ensure_ascii=False)
        write_once(path_of(sha256), told.encode(), READ_ONLY)
    return of(sha256)


def of(sha256: str) -> list[Detached]:
    """What was kept, in the order of the providers."""
    path = path_of(sha256)
    if not path.exists():
        return []
    return [
        Detached(one["provider"], one["sm3"], base64.b64decode(one["signature"]), one["key"])
        for one in json.loads(path.read_bytes())
    ]


def verdict(sha256: str, content: bytes) -> bool | None:
    """Whether what was kept beside the file stands for it; None where nothing was."""
    kept = of(sha256)
    return all(holds(one, content) for one in kept) if kept else None


def holds(detached: Detached, content: bytes) -> bool:
    """Whether an SM2 signature stands for this very file and was made here."""
    return (
        detached.sm3 == providers.sm3(content).hex()
        and sm2.is_ours(detached.key)
        and sm2.verify_file(content, detached.signature, detached.key)
    )


def path_of(sha256: str) -> Path:
    """Where the signatures of the paper of this digest lie, or would lie."""
    return storage.paper_path(sha256).with_suffix(".beside.json")


def _plain(one: Detached) -> dict[str, str]:
    signature = base64.b64encode(one.signature).decode()
    return {"provider": one.provider, "sm3": one.sm3, "signature": signature, "key": one.key}
