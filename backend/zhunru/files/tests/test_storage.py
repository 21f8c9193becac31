import hashlib
from pathlib import Path

import pytest

from zhunru.core.actors import COUNTY
from zhunru.core.errors import DomainError
from zhunru.files import storage

TOWNSHIP = "t_540522100"


def test_what_is_stored_is_found_by_its_hash_on_its_own_side_only(var: Path) -> None:
    sha256 = storage.store(TOWNSHIP, b"content")
    assert sha256 == hashlib.sha256(b"content").hexdigest()
    assert storage.open_stored(TOWNSHIP, sha256) == b"content"
    assert (var / "files" / TOWNSHIP / sha256[:2] / sha256[2:]).read_bytes() == b"content"
    for other in (COUNTY, "t_540522101"):
        assert not storage.is_stored(other, sha256)
        with pytest.raises(DomainError) as caught:
            storage.open_stored(other, sha256)
        assert caught.value.code == "file_missing"


def test_the_same_content_is_stored_once(var: Path) -> None:
    assert storage.store(COUNTY, b"content") == storage.store(COUNTY, b"content")
    assert len([path for path in var.rglob("*") if path.is_file()]) == 1


def test_nobody_but_the_application_may_read_the_files(var: Path) -> None:
    storage.store(COUNTY, b"content")
    modes = {path.stat().st_mode & 0o777 for path in (var / "files").rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (var / "files").rglob("*") if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})


@pytest.mark.parametrize(
    "realm",
    ["", "..", "public", "template", "t_1", "t_540522100/..", "../county", "county\n", "t_540522100\n", "/county"],
)
def test_no_other_realm_has_files(realm: str, var: Path) -> None:
    with pytest.raises(ValueError, match="not the name"):
        storage.store(realm, b"content")
    assert list(var.iterdir()) == []


@pytest.mark.parametrize("sha256", ["", "..", "a" * 63, "A" * 64, "a" * 64 + "\n", "../" + "a" * 61, "g" * 64])
def test_nothing_but_a_hash_is_an_address(sha256: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        storage.open_stored(COUNTY, sha256)


def test_a_file_that_has_changed_on_the_disk_is_not_given_out(var: Path) -> None:
    sha256 = storage.store(COUNTY, b"content")
    (var / "files" / COUNTY / sha256[:2] / sha256[2:]).write_bytes(b"changed")
    with pytest.raises(DomainError) as caught:
        storage.open_stored(COUNTY, sha256)
    assert caught.value.code == "file_changed"
