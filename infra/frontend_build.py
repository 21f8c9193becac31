"""Build the browser's part, but only when its sources changed since the last build."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from infra.children import Child

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "frontend/dist/index.html"
STAMP = ROOT / "frontend/dist/.sources"


def build_if_changed(log: Path) -> bool:
    """Run the build when it is needed; say whether it was. Raises NotStartedError when the build fails."""
    now = sources()
    if PAGE.exists() and STAMP.exists() and STAMP.read_text() == now:
        return False
    Child("front end's build", ["npm", "run", "build"], os.environ, log).must_succeed()
    STAMP.write_text(now)
    return True


def sources() -> str:
    """Digest over everything that the build reads."""
    folder = ROOT / "frontend"
    files = [ROOT / "package-lock.json", *(p for p in folder.iterdir() if p.is_file())]
    files += [p for part in ("src", "public") for p in (folder / part).rglob("*") if p.is_file()]
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
