"""Files that appear whole or not at all, for the eyes of the application's own account only."""

import os
from pathlib import Path


def write_once(path: Path, content: bytes) -> None:
    """The file appears whole and on the disk, or not at all; one that is there is left as it is."""
    if path.exists():
        return
    private_folder(path.parent)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def private_folder(path: Path) -> None:
    """The folder and those above it: each one that is made here is 0700 and on the disk."""
    if path.is_dir():
        return
    private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def link(fresh: Path, path: Path) -> None:
    """Unlike a rename, a link never replaces what is there."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
