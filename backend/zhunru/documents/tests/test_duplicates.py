"""Duplicates: each asked for, approved of, marked 副本, signed anew, counted, and never without a use of the seal."""

import pypdfium2
import pytest
from django.db import DatabaseError, transaction

from zhunru.core.errors import DomainError
from zhunru.documents import signing, storage
from zhunru.documents.models import Document, Duplicate, SealUse
from zhunru.documents.tests.desk import Staff, approved, ask, good, keep, said_no
from zhunru.documents.workflow import USES

WANTED = {"receiver": "吉雄镇人民政府", "reason": "原件遗失", "copies": 2}


@pytest.fixture
def paper(team: Staff) -> Document:
    use = USES.take("use", approved(team), actor=team.keeper)
    assert use.document is not None
    return use.document


def wanted(team: Staff, paper: Document) -> SealUse:
    asked = good(ask("county", team.clerk, "post", f"/{paper.pk}/duplicates", WANTED))
    use: SealUse = SealUse.objects.get(pk=asked["id"])
    return use


def made(team: Staff, paper: Document) -> SealUse:
    return USES.take("use", USES.take("approve", wanted(team, paper), actor=team.head), actor=team.keeper)


def test_a_duplicate_says_so_on_every_page_and_is_signed(team: Staff, paper: Document) -> None:
    made(team, paper)
    (row,) = good(ask("county", team.clerk, "get", f"/{paper.pk}/duplicates"))
    assert (row["no"], row["receiver"], row["reason"], row["copies"], row["approved_name"], row["used_name"]) == (
        1, "吉雄镇人民政府", "原件遗失", 2, team.head.name, team.keeper.name,
    )  # fmt: skip
    content = ask("county", team.clerk, "get", f"/{paper.pk}/duplicates/1/file").content
    pages = pypdfium2.PdfDocument(content)
    for number in range(len(pages)):
        text = pages[number].get_textpage().get_text_range()
        assert "副本" in text
        assert "第1份，发给吉雄镇人民政府" in text
    assert signing.verify(content).holds
    assert content != storage.paper_path(paper.sha256).read_bytes()


def test_the_paper_itself_stays_as_it_was(team: Staff, paper: Document) -> None:
    before = (paper.version, paper.sha256, storage.paper_path(paper.sha256).read_bytes())
    made(team, paper)
    paper.refresh_from_db()
    assert (paper.version, paper.sha256, storage.paper_path(paper.sha256).read_bytes()) == before


def test_duplicates_are_counted_and_their_uses_stand_with_the_paper(team: Staff, paper: Document) -> None:
    made(team, paper)
    made(team, paper)
    assert [one["no"] for one in good(ask("county", team.clerk, "get", f"/{paper.pk}/duplicates"))] == [1, 2]
    uses = good(ask("county", team.clerk, "get", f"/{paper.pk}/uses"))
    assert [(one["purpose"], one["duplicate"]) for one in uses] == [("issue", None), ("duplicate", 1), ("duplicate", 2)]


def test_there_is_none_before_it_was_approved_of_and_made(team: Staff, paper: Document) -> None:
    use = wanted(team, paper)
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "status"
    assert ask("county", team.clerk, "get", f"/{paper.pk}/duplicates/1/file").status_code == 404

    def forge() -> None:
        row = Duplicate(
            document=paper,
            use=use,
            no=1,
            receiver="某",
            reason="某",
            issued_on=paper.issued_on,
            sha256="c" * 64,
            size=9,
        )
        row.record(actor=team.keeper, reason="伪造")
        keep("SELECT %s", [1])

    with pytest.raises(DatabaseError, match="without an approved use"), transaction.atomic():
        forge()


def test_who_reads_the_seal_only_asks_for_none(team: Staff, paper: Document) -> None:
    for who in (team.keeper, team.leader):
        assert ask("county", who, "post", f"/{paper.pk}/duplicates", WANTED).status_code == 403
    assert ask("county", team.clerk, "post", f"/{paper.pk}/duplicates", WANTED | {"receiver": ""}).status_code == 422


def test_of_a_paper_that_was_tampered_with_there_is_no_duplicate(team: Staff, paper: Document) -> None:
    use = USES.take("approve", wanted(team, paper), actor=team.head)
    path = storage.paper_path(paper.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"/Title", b"/Titel", 1)[:-40])
    with pytest.raises(DomainError) as failure:
        USES.take("use", use, actor=team.keeper)
    assert failure.value.code == "not_genuine"
    use.refresh_from_db()
    assert use.status == SealUse.Status.APPROVED


def test_a_duplicate_stays_as_it_was_made(team: Staff, paper: Document) -> None:
    """The county's role may not even try."""
    made(team, paper)
    row = Duplicate.objects.get()
    row.receiver = "他人"
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        row.record(actor=team.keeper, reason="伪造")
