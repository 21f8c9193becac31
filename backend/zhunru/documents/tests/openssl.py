"""Another implementation to ask: the command `openssl`."""

import shutil
import subprocess
from pathlib import Path

_OPENSSL = shutil.which("openssl") or "openssl"


def openssl(*asked: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([_OPENSSL, *asked], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 -- on files of our own
