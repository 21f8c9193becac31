"""`make story` tells the whole chain, its figures agree with the county's files, and it leaves nothing behind."""

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from infra.frontend_build import ROOT
from infra.story import FOLDER, PAPER

DATA = ROOT / "backend/zhunru/demo/data"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.clause("1.3c", "2.1a", "2.1b", "2.1c", "2.1d", "3.1a", "3.1b", "3.3a")
def test_the_story_ends_with_what_the_system_says_of_itself() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "infra.story"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    assert told.returncode == 0, told.stderr
    outcome = json.loads(told.stdout.splitlines()[-1])
    kinds = ("statutory", "assist", "negative")
    assert outcome["list_entries"] == {kind: len(rows(DATA / f"lists/{kind}.csv")) for kind in kinds}
    assert (outcome["townships"], outcome["villages"]) == (9, 43)
    assert outcome["deliveries"] == {"townships": 9, "villages": 43, "confirmed": 43}
    assert outcome["opinions"] > 9, "each township, finance, justice and a village or more"
    assert outcome["withdrawn_villages"] == 43
    assert outcome["board_matches"] is True
    assert outcome["history_rows"] > 3 * 43
    paper = outcome["paper"]
    assert paper["verified"] is True
    assert ROOT / paper["path"] == PAPER
    assert hashlib.sha256(PAPER.read_bytes()).hexdigest() == paper["sha256"]
    assert outcome["number"].startswith("演社工准〔")
    assert sorted(outcome) == sorted(
        [
            "townships", "villages", "list_entries", "opinions", "number", "deliveries", "paper", "withdrawn_villages",
            "history_rows", "board_matches", "seconds",
        ]
    )  # fmt: skip
    assert not (FOLDER / "files").exists()
