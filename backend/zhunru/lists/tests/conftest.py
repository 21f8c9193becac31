from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings

from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var
from zhunru.core.actors import SYSTEM
from zhunru.core.tables import Report
from zhunru.lists.imports import import_lists

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]

DATA = settings.BACKEND / "zhunru/demo/data/lists"
Take = Callable[..., Report]


@pytest.fixture
def on_county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The whole test stands on the county's side."""
    with in_county():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the three lists, to be edited."""
    return Path(copytree(DATA, tmp_path / "lists"))


@pytest.fixture
def take() -> Take:
    """Import a folder or files."""

    def run(*paths: Path, number: int = 1, effective_on: date = date(2026, 1, 1), note: str = "说明") -> Report:
        return import_lists(paths or (Path(DATA),), number=number, effective_on=effective_on, note=note, actor=SYSTEM)

    return run


def edit(path: Path, replace: dict[str, str]) -> None:
    """Replace texts that stand in the file exactly once."""
    text = path.read_text(encoding="utf-8")
    for old, new in replace.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
