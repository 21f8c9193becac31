import shlex
import sys

import pytest
from pytest_django import Settings

from zhunru.files.checks import checked
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples
from zhunru.files.types import ATTACHMENTS


def scanned_by(settings: Settings, program: str) -> str:
    """What a file is told with this program, written in Python, as scanner; empty if it is taken."""
    settings.FILE_SCANNER = shlex.join([sys.executable, "-c", program])
    try:
        checked("a.png", samples.picture("PNG"), max_bytes=1 << 20, types=ATTACHMENTS)
    except RefusedError as error:
        return f"{error.code} {error.status}"
    return ""


def test_the_scanner_gets_the_file_on_its_input_and_its_end_decides(settings: Settings) -> None:
    assert scanned_by(settings, "import sys; sys.exit(sys.stdin.buffer.read(4) != b'\\x89PNG')") == ""
    assert scanned_by(settings, "import sys; sys.exit(1)") == "file_infected 422"


def test_a_scanner_that_fails_or_is_not_there_lets_nothing_by(settings: Settings) -> None:
    assert scanned_by(settings, "import sys; sys.exit(2)") == "scanner_down 503"
    assert scanned_by(settings, "import os; os.kill(os.getpid(), 9)") == "scanner_down 503"
    settings.FILE_SCANNER = "/nowhere/clamdscan -"
    with pytest.raises(RefusedError) as caught:
        checked("a.png", samples.picture("PNG"), max_bytes=1 << 20, types=ATTACHMENTS)
    assert caught.value.code == "scanner_down"


def test_a_scanner_that_takes_too_long_lets_nothing_by(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.files.scanner.SECONDS", 0.01)
    assert scanned_by(settings, "import sys; sys.stdin.buffer.read(); input()") in ("scanner_down 503",)
