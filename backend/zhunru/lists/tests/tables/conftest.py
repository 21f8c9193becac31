from pathlib import Path

import pytest
from pytest_django import Settings

from zhunru.lists.models import Edition
from zhunru.lists.tests.tables.sheets import drafted


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def draft() -> Edition:
    return drafted()
