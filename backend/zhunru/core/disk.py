"""Files that appear whole or not at all, for the eyes of the application's own account only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

READ_ONLY = 0o400
"""Of what nobody may ever write into again."""


def write_once(path: Path, content: bytes, mode: int = 0o600) -> None:
    """The file appears whole and on the disk, or not at all; one that is there is left as it is."""
    if path.exists():
        return
    with fresh_file(path.parent, mode) as file:
        file.write(content)
        settle(file, path)


@contextmanager
def fresh_file(folder: Path, mode: int = 0o600) -> Iterator[BufferedRandom]:
    """A new file without a name of its own, to be written and then settled; gone when the block ends without that."""
    private_folder(folder)
    fresh = folder / f".{os.getpid()}.{os.urandom(8).hex()}"
    try:
        with open(fresh, "x+b", opener=lambda path, flags: os.open(path, flags, mode)) as file:
            yield file
    finally:
        fresh.unlink(missing_ok=True)


def settle(file: BufferedRandom, path: Path) -> None:
    """What was written stands at `path`, on the same disk, for good."""
    file.flush()
    os.fsync(file.fileno())
    private_folder(path.parent)
    link(Path(file.name), path)


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
