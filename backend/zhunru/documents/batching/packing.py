"""Writing an archive piece by piece, with a list of what is in it. The same contents are the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from cryptography.hazmat.primitives import hashes

from zhunru.documents.storage import STEP

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every entry, so that an archive does not tell when it was made."""
_READABLE = 0o644 << 16
_UNIX = 3
SHA256_LIST = "manifest-sha256.txt"
SM3_LIST = "manifest-sm3.txt"


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry as it was packed."""

    name: str
    sha256: str
    sm3: str
    size: int


class Package:
    """A zip under way, whole when its block ends well: `with Package(out) as package`.

    Nothing is compressed: papers are by themselves, and no byte hangs on a version of zlib.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True)
        self.entries: list[Packed] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: type[BaseException] | None, *_where: object) -> None:
        if fault is None:
            self._list()
        self._zip.close()

    def add_file(self, name: str, path: Path) -> Packed:
        """A file of any size. FileNotFoundError where it is gone."""
        with path.open("rb") as source:
            return self.add(name, iter(lambda: source.read(STEP), b""))

    def add_text(self, name: str, text: str | Iterable[str]) -> Packed:
        """UTF-8, whole or line by line."""
        lines = (text,) if isinstance(text, str) else text
        return self.add(name, (line.encode() for line in lines))

    def add(self, name: str, pieces: Iterator[bytes]) -> Packed:
        entry = zipfile.ZipInfo(name, _FIRST_DAY)
        entry.external_attr, entry.create_system = _READABLE, _UNIX
        sha256, sm3, size = hashlib.sha256(), hashes.Hash(hashes.SM3()), 0
        with self._zip.open(entry, "w", force_zip64=True) as into:
            for piece in pieces:
                into.write(piece)
                sha256.update(piece)
                sm3.update(piece)
                size += len(piece)
        packed = Packed(name, sha256.hexdigest(), sm3.finalize().hex(), size)
        self.entries.append(packed)
        return packed

    def _list(self) -> None:
        """Behind all others the two lists of them, as `sha256sum -c` and whoever knows SM3 reads them."""
        listed = tuple(self.entries)
        self.add_text(SHA256_LIST, (f"{entry.sha256}  {entry.name}\n" for entry in listed))
        self.add_text(SM3_LIST, (f"{entry.sm3}  {entry.name}\n" for entry in listed))
