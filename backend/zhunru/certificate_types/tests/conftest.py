from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings

DATA = Path(settings.BACKEND) / "zhunru/demo/data/certificates"


@pytest.fixture
def on_county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The whole test stands on the county's side."""
    with in_county():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the two lists, to be edited."""
    return Path(copytree(DATA, tmp_path / "certificates"))
