import os
from pathlib import Path

import pytest

from zhunru.core import disk


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "papers" / "x.pdf"
    disk.write_once(path, b"first")
    disk.write_once(path, b"second")
    assert path.read_bytes() == b"first"


def test_a_race_leaves_the_first_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"first")
    fresh = tmp_path / "fresh"
    fresh.write_bytes(b"second")
    disk.link(fresh, path)
    assert path.read_bytes() == b"first"


def test_nobody_else_may_read_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "files" / "county" / "ab" / "cd"
    disk.write_once(path, b"content")
    assert path.stat().st_mode & 0o777 == 0o600
    folders = [path.parent, path.parent.parent, path.parent.parent.parent]
    assert [folder.stat().st_mode & 0o777 for folder in folders] == [0o700] * 3


def test_what_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        disk.write_once(tmp_path / "x", b"content")
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_bit_by_bit_has_its_name_in_the_end(tmp_path: Path) -> None:
    with disk.fresh_file(tmp_path) as file:
        file.write(b"a great ")
        file.write(b"deal")
        disk.settle(file, tmp_path / "ab" / "whole")
    with pytest.raises(ZeroDivisionError), disk.fresh_file(tmp_path):
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["ab"]
    assert (tmp_path / "ab" / "whole").read_bytes() == b"a great deal"


def test_what_stays_for_good_can_only_be_read(tmp_path: Path) -> None:
    disk.write_once(tmp_path / "paper", b"content", disk.READ_ONLY)
    assert (tmp_path / "paper").stat().st_mode & 0o777 == 0o400
