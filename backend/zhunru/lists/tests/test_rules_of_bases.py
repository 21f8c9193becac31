"""What an entry rests on, and that a duty of law stays as long as its law does (rule L-06)."""

from datetime import date

import pytest

from zhunru.core.actors import SYSTEM
from zhunru.lists import schemas
from zhunru.lists.models import LegalBasis
from zhunru.lists.services import drafting, registering
from zhunru.lists.tests.ways import (
    FIRST,
    LAW,
    SECOND,
    S,
    added,
    drafted,
    entry_of,
    in_force,
    refused,
)

pytestmark = pytest.mark.usefixtures("on_county_side")


def repealed(text: str, on: date) -> None:
    """The article no longer holds from that day on."""
    basis = next(b for b in LegalBasis.objects.all() if str(b) == text)
    registering.replace(basis, schemas.Replacement(ended_on=on), actor=SYSTEM)


@pytest.mark.clause("1.3b")
@pytest.mark.parametrize("basis", ["", "依照有关规定《甲法", "《甲法》和有关规定", f"《{'长' * 201}》第一条"])
def test_an_entry_names_a_law_and_its_article(basis: str) -> None:
    draft = drafted(S)
    assert refused(drafting.add_entry, draft, {"title": "甲事", "legal_basis": basis}) == "legal_basis"


@pytest.mark.clause("1.3b")
def test_an_entry_rests_on_the_version_of_its_article_that_holds() -> None:
    LegalBasis.objects.create(document="甲法", article="第九条", version=FIRST, ended_on=SECOND)
    newer = LegalBasis.objects.create(document="甲法", article="第九条", version=SECOND)
    entry = added(drafted(S), "甲事", legal_basis="《甲法》第九条；《乙法》第一条")
    assert set(entry.bases.all()) == {newer, LegalBasis.objects.get(document="乙法")}
    drafting.change_entry(entry, {"legal_basis": "《乙法》第一条"}, reason="更正", actor=SYSTEM)
    assert [basis.document for basis in entry.bases.all()] == ["乙法"]


@pytest.mark.clause("1.3b")
def test_an_entry_rests_on_the_version_that_it_prints_and_on_another_only_when_it_prints_another() -> None:
    """Several documents have their versions in the same order; what is no day names none."""
    old = LegalBasis.objects.create(document="甲法", article="第九条", version=FIRST)
    two = added(
        drafted(S), "甲事", legal_basis="《甲法》第九条；《乙法》第一条", basis_version="2025-01-01；2020-05-06"
    )
    assert {(b.document, b.version) for b in two.bases.all()} == {("甲法", FIRST), ("乙法", date(2020, 5, 6))}
    entry = added(two.edition, "乙事", legal_basis="《甲法》第九条", basis_version="2025年修正")
    newer = LegalBasis.objects.create(document="甲法", article="第九条", version=SECOND)
    drafting.change_entry(entry, {"title": "丙事"}, reason="更名", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [old.pk]
    drafting.change_entry(entry, {"basis_version": str(SECOND)}, reason="法律修正", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [newer.pk]
    drafting.change_entry(entry, {"basis_version": str(FIRST)}, reason="更正", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [old.pk]


@pytest.mark.clause("1.3b")
def test_a_duty_of_law_leaves_only_when_its_law_has_changed() -> None:
    """Rule L-06: and what it rested on is what the edition before says, whatever the draft has made of it."""
    in_force(S, "调解民间纠纷", on=FIRST)
    other = "《旧条例》第一条"
    entry = entry_of(drafted(S), "调解民间纠纷")
    assert refused(drafting.remove_entry, entry) == "law_stands"
    LegalBasis.objects.create(document="旧条例", article="第一条", ended_on=FIRST)
    drafting.change_entry(entry, {"legal_basis": other}, reason="改依据", actor=SYSTEM)
    assert refused(drafting.remove_entry, entry) == "law_stands"
    repealed(LAW, on=date(2999, 1, 1))
    assert refused(drafting.remove_entry, entry) == "law_stands"


def test_a_duty_whose_law_has_ended_may_leave() -> None:
    """Rule L-06."""
    in_force(S, "调解民间纠纷", on=FIRST)
    repealed(LAW, on=SECOND)
    entry = drafting.remove_entry(entry_of(drafted(S), "调解民间纠纷"), reason="法律已修订", actor=SYSTEM)
    assert (entry.removed, entry.change_reason) == (True, "法律已修订")


def test_what_was_entered_by_mistake_may_be_taken_back() -> None:
    """Rule L-06 protects what villages owe; a new line of the draft nobody owes yet."""
    in_force(S, "调解民间纠纷", on=FIRST)
    assert drafting.remove_entry(added(drafted(S), "误列"), reason="误列", actor=SYSTEM).removed
