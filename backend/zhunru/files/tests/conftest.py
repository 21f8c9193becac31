from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Settings) -> Path:
    """What a test keeps lies in its own folder."""
    settings.VAR = tmp_path
    return tmp_path
