"""What was drawn once is not drawn again."""

import os
from pathlib import Path
from typing import Any

import pytest

from zhunru.documents import composing, services, storage
from zhunru.documents.kinds import LIST_DIFFERENCE
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.rendering import Press
from zhunru.documents.tests.lists import difference
from zhunru.documents.tests.samples import OFFICE, TODAY


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every page that the press is given."""
    given: list[str] = []
    render = Press.render

    def noted(press: Press, html: str, css: str | None = None) -> Any:
        given.append(html)
        return render(press, html, css)

    monkeypatch.setattr(Press, "render", noted)
    return given


def drawn(facts: PaperFacts | None = None) -> bytes:
    return services.drawn(LIST_DIFFERENCE, facts or difference(), organisation=OFFICE, today=TODAY)


def test_the_same_facts_are_drawn_once_and_give_the_same_bytes(jobs: list[str]) -> None:
    first = drawn()
    assert first.startswith(b"%PDF")
    assert drawn() == first
    assert len(jobs) == 1


def test_other_facts_are_drawn_anew(jobs: list[str]) -> None:
    assert drawn() != drawn(difference(removed=[]))
    assert len(jobs) == 2


def test_other_fonts_or_styles_are_drawn_anew(jobs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    drawn()
    monkeypatch.setattr(composing, "recipe", lambda: "other")
    drawn()
    assert len(jobs) == 2


def test_what_is_a_month_old_goes_when_another_is_kept_beside_it(var: Path) -> None:
    old, fresh = (storage.drawn_path("ab" + mark * 62) for mark in "12")
    storage.keep_drawn(old, b"old")
    os.utime(old, (0, 0))
    storage.keep_drawn(fresh, b"fresh")
    assert [path.name for path in sorted((var / "drawn" / "ab").iterdir())] == [fresh.name]
