"""docs/papers.md says what the kinds of paper declare, and its pictures show papers as they are drawn today."""

import json
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from infra import clauses, papers

KINDS = papers.every_kind()
DESCRIBED: dict[str, Any] = json.loads(papers.DESCRIPTIONS.read_text(encoding="utf-8"))
MOST_BYTES = 1_500_000
ANEW = "made anew by: python -m infra.papers --pictures"


def test_the_page_says_what_the_kinds_declare() -> None:
    expected = papers.document(KINDS)
    assert papers.DOCUMENT.read_text(encoding="utf-8") == expected, "docs/papers.md has drifted: run `make docs`"


def test_every_kind_serves_a_clause_of_the_opinion() -> None:
    known = {clause.number for clause in clauses.clauses()}
    assert {kind.name: papers.clauses_of(kind) for kind in KINDS if not {*papers.clauses_of(kind)} & known} == {}


def test_every_kind_has_one_picture_and_all_together_stay_small() -> None:
    pictures = list(papers.PICTURES.glob("*.webp"))
    assert {picture.stem for picture in pictures} == {kind.name for kind in KINDS} == set(DESCRIBED)
    assert sum(picture.stat().st_size for picture in pictures) < MOST_BYTES


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_picture_shows_the_paper_as_it_is_drawn_today(
    kind: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, lines and seals where they were, but for a millimetre; never without the mark of a demonstration."""
    monkeypatch.setattr(settings, "VAR", tmp_path)
    ((_, pdf),) = papers.papers([kind])
    was, now = DESCRIBED[kind.name], papers.described(pdf)
    assert (now["pages"], now["size"]) == (was["pages"], was["size"]), ANEW
    moved = [pair for pair in zip_longest(was["lines"], now["lines"]) if not alike(*pair)]
    assert moved == [], ANEW
    assert [seal[0] for seal in now["seals"]] == [seal[0] for seal in was["seals"]], ANEW
    assert all(alike(*pair) for pair in zip(was["seals"], now["seals"], strict=True)), ANEW
    seen = kind.sides if kind.impressed and kind.sealed_by != "nobody" else 0
    assert len(now["seals"]) == seen
    assert "演示" in "".join(line[0] for line in now["lines"]).replace(" ", "")


def alike(was: list[Any] | None, now: list[Any] | None) -> bool:
    """The same text, if any, in the same place."""
    if was is None or now is None:
        return False
    return was[:-4] == now[:-4] and all(abs(a - b) <= 1 for a, b in zip(was[-4:], now[-4:], strict=True))
