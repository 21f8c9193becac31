"""What the database itself refuses, whatever the application does."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from zhunru.core.actors import SYSTEM
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting

pytestmark = pytest.mark.usefixtures("on_county_side")


@pytest.fixture
def edition() -> Edition:
    return drafting.start(ListKind.ASSIST, actor=SYSTEM)


def entry(edition: Edition, **values: Any) -> Entry:
    given = {"kind": edition.kind, "code": "A-001", "seq": 1, "title": "事项", "legal_basis": "《法》第一条", **values}
    made = Entry(edition=edition, **given)
    with transaction.atomic():
        made.record(actor=SYSTEM, reason="测试")
    return made


@pytest.mark.clause("3.2a")
def test_an_entry_stands_in_the_list_of_its_edition_and_in_no_other(edition: Edition) -> None:
    """Rule L-01: one list, and the code tells which."""
    with pytest.raises(IntegrityError, match="entry_is_of_its_editions_list"):
        entry(edition, kind=ListKind.NEGATIVE, code="N-001")
    with pytest.raises(IntegrityError, match="entry_code_tells_its_list"):
        entry(edition, code="N-001")


def test_a_code_and_a_title_with_its_basis_stand_once_in_an_edition(edition: Edition) -> None:
    entry(edition)
    with pytest.raises(IntegrityError, match="code A-001 was given before"):
        entry(edition, title="另一事项")
    with pytest.raises(IntegrityError, match="one_entry_per_title_and_basis"):
        entry(edition, code="A-002")
    entry(edition, code="A-003", legal_basis="《法》第二条")


@pytest.mark.clause("1.3b")
def test_an_entry_has_a_title_and_a_legal_basis(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="entry_has_a_title"):
        entry(edition, title="")
    with pytest.raises(IntegrityError, match="entry_has_a_legal_basis"):
        entry(edition, legal_basis="")


def published(**changed: Any) -> Edition:
    """An edition of the assist list as it lies there once it is published."""
    day = date(2026, 1, 1)
    values = {"number": 1, "document_number": "演示1号", "published_on": day, "effective_on": day, **changed}
    made = Edition(kind=ListKind.ASSIST, status=Edition.Status.PUBLISHED, **values)
    with transaction.atomic():
        made.record(actor=SYSTEM, reason="测试")
    return made


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"number": None}, "published_with_number_document_and_day"),
        ({"number": 0}, "edition_numbers_begin_at_1"),
        ({"document_number": ""}, "published_with_number_document_and_day"),
        ({"published_on": None}, "published_with_number_document_and_day"),
        ({"effective_on": None}, "published_with_number_document_and_day"),
        ({"effective_on": date(2025, 12, 31)}, "published_with_number_document_and_day"),
        ({"ends_on": date(2026, 1, 1)}, "edition_ends_after_it_begins"),
    ],
)
def test_what_is_published_has_number_paper_and_days(changed: dict[str, Any], constraint: str) -> None:
    """Rule L-03: a document number, and no effect before the day of publication."""
    with pytest.raises(IntegrityError, match=constraint):
        published(**changed)


@pytest.mark.parametrize(
    ("again", "constraint"),
    [
        ({"number": 1, "effective_on": date(2027, 1, 1)}, "one_edition_per_number"),
        ({"number": 2}, "one_edition_of_a_list_at_a_time"),
        ({"number": 2, "effective_on": date(2026, 12, 31)}, "one_edition_of_a_list_at_a_time"),
        ({"number": 2, "effective_on": date(2026, 6, 1)}, "one_edition_of_a_list_at_a_time"),
    ],
)
def test_no_two_editions_of_a_list_share_a_number_or_a_day(again: dict[str, Any], constraint: str) -> None:
    """Rule L-02: on any day at most one edition of a list holds."""
    published(ends_on=date(2027, 1, 1))
    with pytest.raises(IntegrityError, match=constraint):
        published(**again)
    published(number=2, effective_on=date(2027, 1, 1))


def test_one_edition_of_a_list_is_under_way_at_a_time(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="one_edition_under_way"), transaction.atomic():
        Edition(kind=edition.kind).record(actor=SYSTEM, reason="测试")


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"deviation": True}, "a_deviation_has_its_reason"),
        ({"removed": True}, "removed_with_a_reason"),
        ({"outright": True, "object_types": ["ledger"]}, "only_the_negative_list_forbids"),
        ({"keywords": ["招商"]}, "only_the_negative_list_forbids"),
    ],
)
def test_an_entry_says_why_and_forbids_on_the_negative_list_only(
    edition: Edition, values: dict[str, Any], constraint: str
) -> None:
    """Rules L-05 and L-06: only a negative entry forbids; a deviation has its reason."""
    with pytest.raises(IntegrityError, match=constraint):
        entry(edition, **values)


def test_only_the_assist_list_has_entries_that_matters_brought_and_each_once(edition: Edition) -> None:
    entry(edition, matter_code="540522-DE-0001")
    with pytest.raises(IntegrityError, match="a_matter_stands_once_in_an_edition"):
        entry(edition, code="A-002", title="另一事项", matter_code="540522-DE-0001")
    other = drafting.start(ListKind.STATUTORY, actor=SYSTEM)
    with pytest.raises(IntegrityError, match="matters_join_the_assist_list"):
        entry(other, code="S-001", matter_code="540522-DE-0001")


def test_an_article_whose_version_is_unknown_stands_once_too() -> None:
    LegalBasis.objects.create(document="法", article="第一条")
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalBasis.objects.create(document="法", article="第一条")
