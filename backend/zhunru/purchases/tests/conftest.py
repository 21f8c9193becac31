from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings

from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]

DATA = Path(settings.BACKEND) / "zhunru/demo/data/purchase"


@pytest.fixture
def on_county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The whole test stands on the county's side."""
    with in_county():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue and the library, to be edited."""
    return Path(copytree(DATA, tmp_path / "purchase"))
