"""What a list's paper may say, and what the register keeps of it."""

from datetime import date
from typing import Any

import pytest

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import checking, services, storage, verification
from zhunru.documents.checking import FileAnswer
from zhunru.documents.kinds import LIST_EDITION
from zhunru.documents.kinds.list_edition import MOST_ROWS
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.lists import difference, draft, edition, row, rows
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY
from zhunru.documents.verification import Standing

LONG_AGO = date(2025, 3, 2)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"starts_on": None}, "starts_on"),
        ({"decision_number": None}, "decision_number"),
        ({"decided_on": None}, "decided_on"),
        ({"rows": []}, "rows"),
        ({"rows": [row(1), row(1)]}, "rows"),
        ({"rows": rows(MOST_ROWS + 1)}, "rows"),
        ({"list_kind": "other"}, "list_kind"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_edition_that_is_not_whole_is_told_at_its_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as told:
        edition(**changed)
    assert (told.value.code, told.value.field) == ("paper_incomplete", field)


def test_a_draft_needs_neither_decision_nor_day() -> None:
    assert draft().title == "贡嘎县村（社区）依法履职事项清单（草案）"
    assert draft(list_label="村（社区）工作负面事项清单").title == "贡嘎县村（社区）工作负面事项清单（草案）"


def test_a_difference_names_an_entry_once() -> None:
    moved = difference().removed
    with pytest.raises(DomainError):
        difference(added=moved)


def test_the_register_keeps_a_digest_of_the_entries_and_not_the_entries() -> None:
    kept = edition().kept()
    assert "rows" not in kept
    assert (kept["row_count"], kept["edition"], kept["starts_on"]) == (9, 3, "2026-03-10")
    assert edition().kept()["rows_sha256"] == kept["rows_sha256"]
    assert edition(rows=rows(9)).kept()["rows_sha256"] != kept["rows_sha256"]


def issued(facts: Any, office: Organisation, keeper: Actor, today: date) -> Document:
    return services.issue(LIST_EDITION, facts, actor=keeper, today=today, organisation=office, host="gongga.example")


def test_an_edition_is_issued_under_its_own_sign_and_ends_when_the_next_begins(
    office: Organisation, seal: Seal, keeper: Actor
) -> None:
    second = issued(edition(edition=2, starts_on=date(2025, 3, 10), scope=ONE_TOWNSHIP), office, keeper, LONG_AGO)
    third = issued(edition(), office, keeper, TODAY)
    assert third.number.endswith("清〔2026〕1号")
    assert "rows" not in third.facts
    assert checking.check(storage.paper_path(third.sha256).read_bytes()).answer == FileAnswer.SAME
    ended = services.end(second, by=third, actor=keeper, status=Document.Status.SUPERSEDED)
    assert ended.ended_on == date(2026, 3, 10)
    assert verification.standing(third, TODAY) == Standing.NOT_YET
    assert verification.standing(ended, date(2026, 3, 9)) == Standing.VALID
    assert verification.standing(third, date(2026, 3, 10)) == Standing.VALID
