import hashlib
from pathlib import Path

from zhunru.documents import storage


def test_a_paper_is_found_by_its_hash(var: Path) -> None:
    sha256 = storage.store_paper(b"paper")
    assert sha256 == hashlib.sha256(b"paper").hexdigest()
    assert storage.paper_path(sha256) == var / "papers" / sha256[:2] / f"{sha256}.pdf"
    assert storage.paper_path(sha256).read_bytes() == b"paper"


def test_nothing_half_written_stays_behind(var: Path) -> None:
    sha256 = storage.store_paper(b"paper")
    assert [p.name for p in storage.paper_path(sha256).parent.iterdir()] == [f"{sha256}.pdf"]
