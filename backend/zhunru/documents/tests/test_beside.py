"""The signature beside a stored paper: kept once, found again, and judged against the file."""

from pathlib import Path

from pytest_django import Settings

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import kinds, services, storage
from zhunru.documents.models import Seal
from zhunru.documents.signatures import beside, sm2
from zhunru.documents.tests.samples import OFFICE, ONE_TOWNSHIP, TODAY, approval
from zhunru.documents.tests.signed import sealed


def test_a_stored_paper_has_its_sm2_signature_next_to_it(var: Path) -> None:
    content = sealed()
    sha256 = storage.store_paper(content)
    (made,) = beside.keep(sha256, content, OFFICE)
    assert beside.of(sha256) == [made]
    assert beside.holds(made, content)
    assert sorted(path.suffix for path in storage.paper_path(sha256).parent.iterdir()) == [".json", ".pdf"]


def test_it_is_written_once() -> None:
    sha256 = storage.store_paper(b"a paper")
    first = beside.keep(sha256, b"a paper", OFFICE)
    assert beside.keep(sha256, b"a paper", OFFICE) == first, "though each SM2 signature is another"


def test_one_byte_or_a_strangers_key_is_found() -> None:
    (made,) = beside.keep("ab" * 32, b"a paper", OFFICE)
    assert not beside.holds(made, b"a paper ")
    point = sm2._public(7)
    forged = type(made)("sm2", made.sm3, sm2.sign(bytes.fromhex(made.sm3), 7, point), sm2.public_pem(point))
    assert sm2.verify_file(b"a paper", forged.signature, forged.key)
    assert not beside.holds(forged, b"a paper")


def test_where_nobody_signs_beside_nothing_is_kept(settings: Settings) -> None:
    settings.SIGNING_PROVIDERS = ["local"]
    assert beside.keep("cd" * 32, b"a paper", OFFICE) == []
    assert not storage.paper_path("cd" * 32).parent.exists()


def test_every_issued_paper_is_signed_beside_by_the_office_that_issues_it(
    office: Organisation, seal: Seal, keeper: Actor
) -> None:
    facts = approval(scope=ONE_TOWNSHIP)
    paper = services.issue(kinds.APPROVAL, facts, actor=keeper, today=TODAY, organisation=office, host="gongga.example")
    (made,) = beside.of(paper.sha256)
    assert beside.holds(made, storage.paper_path(paper.sha256).read_bytes())
    assert made.key == sm2.Sm2().sign_digest(bytes(32), office.name)[1]
