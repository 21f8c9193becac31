"""What the lists hold is put up for review when its law falls, until the next edition rests on what holds (A-29)."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from zhunru.admissions import todo
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.nights import night, office_is_told
from zhunru.admissions.tests.stage import LONG_AGO, Stage, admitted
from zhunru.core.actors import SYSTEM
from zhunru.lists import reviewing
from zhunru.lists.bases_import import load_legal_bases
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks

pytestmark = pytest.mark.usefixtures("calendar")

OLD = "《中华人民共和国突发事件应对法》第五十五条"
NEW = "《中华人民共和国突发事件应对法》第七十七条"
PART = "bases of entries reviewed"


def registered() -> None:
    """The emergency law as it was before 2024, as the register would have known it."""
    LegalBasis.objects.create(document="中华人民共和国突发事件应对法", article="第五十五条", version=date(2007, 8, 30))


def published(*titles: str, legal_basis: str = OLD, on: date = LONG_AGO) -> Edition:
    """The first edition of the list of duties."""
    edition = drafting.start(ListKind.STATUTORY, actor=SYSTEM)
    for title in titles:
        drafting.add_entry(edition, {"title": title, "legal_basis": legal_basis}, reason="列入", actor=SYSTEM)
    return issue(edition, on)


def issue(edition: Edition, on: date) -> Edition:
    publishing.take_over(edition, document_number="演示", published_on=min(on, LONG_AGO), effective_on=on, actor=SYSTEM)
    return edition


def law_falls() -> None:
    load_legal_bases(Path(settings.BACKEND) / "zhunru/demo/data/lists/legal_basis_versions.csv", actor=SYSTEM)


def running() -> list[tuple[str, int | None, str]]:
    """Code, edition and due day of each entry under review."""
    rows = clocks.with_due(Entry.objects.filter(pk__in=reviewing.running().values("subject_id"))).order_by("code")
    return [(row.code, row.edition.number, str(row.due_on)) for row in rows]


@pytest.mark.clause("1.3b")
def test_an_entry_whose_law_was_renumbered_is_put_up_for_review_once(stage: Stage, at: At) -> None:
    """Rule A-29 for the lists: ten working days, told once, with what holds now; other entries stay in peace."""
    with county_context():
        registered()
        entry = published("组织群众自救互救").entries.get()
        assert PART not in night(at, "2026-03-09")
        law_falls()
        assert night(at, "2026-03-10")[PART] == 1
        assert running() == [(entry.code, 1, "2026-03-24")]
        told = [title for title in office_is_told(stage) if "清单事项依据" in title]
        assert told == [f"清单事项依据已废止或变更，须复核：组织群众自救互救（{entry.code}）"]
        assert PART not in night(at, "2026-03-11")
        assert running() == [(entry.code, 1, "2026-03-24")]


def test_the_review_ends_when_the_next_edition_rests_on_what_holds(stage: Stage, at: At) -> None:
    """A-29: mended, taken out, or left as it was; what was left keeps its first due day and is not told again."""
    with county_context():
        registered()
        published("甲事", "乙事", "丙事")
        law_falls()
        assert night(at, "2026-03-10")[PART] == 3
        edition = drafting.start(ListKind.STATUTORY, actor=SYSTEM)
        mended, gone, left = edition.entries.order_by("seq")
        drafting.change_entry(mended, {"legal_basis": NEW}, reason="条款改号", actor=SYSTEM)
        drafting.remove_entry(gone, reason="依据已变更", actor=SYSTEM)
        assert PART not in night(at, "2026-03-11")  # a draft settles nothing
        issue(edition, date(2026, 3, 20))
        before = office_is_told(stage)
        assert night(at, "2026-03-12")[PART] == 2
        assert running() == [(left.code, 2, "2026-03-24")]
        assert [title for title in office_is_told(stage) if title not in before] == []
        assert PART not in night(at, "2026-03-13")


def test_the_office_finds_them_in_its_to_do_with_their_due_days_and_hears_when_they_pass(stage: Stage, at: At) -> None:
    """A-29, A-07"""
    with county_context():
        registered()
        entry = published("组织群众自救互救").entries.get()
        law_falls()
        night(at, "2026-03-10")
        for name in ("clerk", "head"):
            (group,) = [one for one in todo.for_actor(stage.actor(name)) if one.code == "basis_review"]
            assert group.page == "lists"
            assert [(item.id, str(item.due_on), item.left) for item in group.items] == [(entry.pk, "2026-03-24", 10)]
        assert not [one for one in todo.for_actor(stage.actor("water-head")) if one.code == "basis_review"]
        before = len(office_is_told(stage))
        night(at, "2026-03-25")
        assert [title for title in office_is_told(stage)[before:] if "组织群众自救互救" in title]


def test_a_matter_that_names_a_version_which_holds_no_longer_is_found_though_the_article_kept_its_number(
    stage: Stage, at: At
) -> None:
    """A-29: 同号 articles are told apart by their version; who names the new one is left in peace."""
    law = "中华人民共和国未成年人保护法"
    with county_context():
        old, new = (
            admitted(
                stage,
                stage.villages(place),
                title=title,
                legal_bases=[{"document": law, "article": "第四十三条", "version": version}],
            )
            for place, (title, version) in enumerate((("关爱走访", "2020-10-17"), ("校园安全提示", "2024-04-26")))
        )
        law_falls()
        night(at, "2026-03-10")
        assert clocks.running(old).filter(name="basis_review").exists()
        assert not clocks.running(new).filter(name="basis_review").exists()
