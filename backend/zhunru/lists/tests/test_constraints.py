"""What the database itself refuses, whatever the application does."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from zhunru.core.actors import SYSTEM
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind

pytestmark = pytest.mark.usefixtures("on_county_side")


@pytest.fixture
def edition() -> Edition:
    edition = Edition(kind=ListKind.ASSIST, number=1, effective_on=date(2026, 1, 1))
    edition.record(actor=SYSTEM, reason="测试")
    return edition


def entry(edition: Edition, **values: Any) -> Entry:
    given = {"kind": edition.kind, "code": "A-001", "seq": 1, "title": "事项", "legal_basis": "《法》第一条", **values}
    made = Entry(edition=edition, **given)
    with transaction.atomic():
        made.record(actor=SYSTEM, reason="测试")
    return made


@pytest.mark.clause("3.2a")
def test_an_entry_stands_in_the_list_of_its_edition_and_in_no_other(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="entry_is_of_its_editions_list"):
        entry(edition, kind=ListKind.NEGATIVE, code="N-001")
    with pytest.raises(IntegrityError, match="entry_code_tells_its_list"):
        entry(edition, code="N-001")


def test_a_code_and_a_title_with_its_basis_stand_once_in_an_edition(edition: Edition) -> None:
    entry(edition)
    with pytest.raises(IntegrityError, match="one_entry_per_code"):
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


@pytest.mark.parametrize("again", [{"effective_on": date(2027, 1, 1)}, {"number": 2}])
def test_a_list_has_one_edition_per_number_and_per_day(edition: Edition, again: dict[str, Any]) -> None:
    values = {"kind": edition.kind, "number": edition.number, "effective_on": edition.effective_on, **again}
    with pytest.raises(IntegrityError, match="one_edition_per"), transaction.atomic():
        Edition(**values).record(actor=SYSTEM, reason="测试")


def test_an_article_whose_version_is_unknown_stands_once_too() -> None:
    LegalBasis.objects.create(document="法", article="第一条")
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalBasis.objects.create(document="法", article="第一条")
