"""What PostgreSQL itself holds fast of refusals, whatever the application thinks of it."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from zhunru.admissions.models import RefusalCase
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage
from zhunru.placements.models import Refusal
from zhunru.placements.tests.voices import refuse
from zhunru.tenancy.context import township_context


@pytest.fixture
def desk(stage: Stage) -> Desk:
    """The officer of the first village."""
    return Desk(stage.village_officer(stage.villages(0)[0]))


def raw(place: Any, **changed: Any) -> None:
    """By raw SQL, under the township's role, whatever the application thinks of it."""
    row: dict[str, Any] = {
        "village_id": None, "department_id": 1, "department": "x", "title": "", "document_code": "", "demand": "x",
        "form": "phone", "demanded_on": "2026-11-02", "reasons": ["R1"], "explanation": "", "anonymous": False,
        "filed_at": "2026-11-02T00:00Z", "case_id": 1, "version": 1, "evidence_name": "", "evidence_type": "",
        "evidence_sha256": "",
    } | changed  # fmt: skip
    with township_context(place), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO placements_refusal ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})",
            list(row.values()),
        )


@pytest.mark.parametrize(
    ("constraint", "changed"),
    [
        ("refused_for_known_reasons", {"reasons": []}),
        ("refused_for_known_reasons", {"reasons": ["R1", "R0"]}),
        ("refusal_says_what_was_demanded", {"demand": ""}),
        ("evidence_is_whole", {"evidence_name": "x.png"}),
        ("evidence_is_whole", {"evidence_name": "x.png", "evidence_size": 1, "evidence_sha256": "abc"}),
        ("refusal_of_an_own_village|village of another township", {}),
    ],
)
def test_the_database_refuses_half_a_refusal(stage: Stage, constraint: str, changed: dict[str, Any]) -> None:
    place = {"village_id": stage.villages(1)[0].pk, "department_id": stage.departments["water"].pk}
    with pytest.raises(IntegrityError, match=constraint):
        raw(stage.townships[0], **place, **changed)


def test_the_database_keeps_one_refusal_per_key_and_case(stage: Stage) -> None:
    place = {"village_id": stage.villages(0)[0].pk, "department_id": stage.departments["water"].pk}
    key = uuid4()
    raw(stage.townships[0], **place, client_key=key)
    with pytest.raises(IntegrityError, match="one_refusal_per_client_key"):
        raw(stage.townships[0], **place, client_key=key, case_id=2)
    with pytest.raises(IntegrityError, match="one_case_per_refusal"):
        raw(stage.townships[0], **place)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE admissions_refusalcase SET status = 'upheld', answer = 'x', ruling = 'x'",
        "INSERT INTO admissions_refusalcase SELECT * FROM admissions_refusalcase",
        "DELETE FROM admissions_refusalcase",
        "SELECT public.push_refusals()",
        "SELECT public.push_statements()",
    ],
)
def test_a_township_writes_no_case_but_by_refusing(stage: Stage, desk: Desk, statement: str) -> None:
    refuse(stage, desk)
    refused = pytest.raises(DatabaseError, match="permission denied")
    with township_context(stage.townships[0]), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_another_township_sees_neither_case_nor_question(stage: Stage, desk: Desk) -> None:
    """Row-level security, whatever the application asks for."""
    refuse(stage, desk)
    with township_context(stage.townships[1]):
        assert not RefusalCase.objects.exists()
        assert not Refusal.objects.exists()
    with township_context(stage.townships[0]):
        assert RefusalCase.objects.count() == 1
