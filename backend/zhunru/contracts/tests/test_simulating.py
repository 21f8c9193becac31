"""The simulator: what score a course of events would give, before anybody signs (clause 2.4d)."""

from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of, good
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Verdict
from zhunru.contracts.tests import samples
from zhunru.tenancy.context import township_context

pytestmark = pytest.mark.clause("2.4d")
COURSE: list[dict[str, Any]] = [
    {"number": 2, "actual": "6"},
    {"number": 3, "done": True},
    {"number": 4, "days_late": 5},
]


@pytest.fixture
def clerk(stage: Stage) -> Desk:
    return desk_of(stage, "water-clerk")


def simulated(clerk: Desk, contract: Contract, events: list[dict[str, Any]]) -> Any:
    with township_context(contract.village.township):
        terms = samples.last_version(contract)
    return clerk.ask("POST", f"/contract-terms/{terms.pk}/simulate", {"events": events})


def test_a_course_of_events_gives_a_score_and_leaves_nothing(clerk: Desk, drafted: Contract) -> None:
    found = good(simulated(clerk, drafted, COURSE))
    assert (found["provider"]["score"], found["provider"]["band"]) == ("65.00", "to_be_remedied")
    assert [line["points"] for line in found["provider"]["lines"]] == ["25.00", "30.00", "10.00"]
    assert found["purchaser"] is None
    with township_context(drafted.village.township):
        assert not Verdict.objects.exists()


def test_the_purchasers_duties_are_rated_for_themselves(clerk: Desk, drafted: Contract) -> None:
    found = good(simulated(clerk, drafted, [*COURSE, {"number": 5, "done": False}]))
    assert (found["provider"]["score"], found["purchaser"]["score"]) == ("65.00", "0.00")


def test_a_clause_that_must_pass_decides(clerk: Desk, drafted: Contract) -> None:
    course: list[dict[str, Any]] = [
        {"number": 2, "actual": "12"},
        {"number": 3, "done": False},
        {"number": 4, "days_late": 0},
    ]
    found = good(simulated(clerk, drafted, course))["provider"]
    assert (found["failed"], found["band"]) == ([3], None)


@pytest.mark.parametrize(
    ("events", "field"),
    [
        ([{"number": 2, "done": True}, *COURSE[1:]], "events.0.done"),
        (COURSE[:2], "events"),
        ([*COURSE, {"number": 1, "done": True}], "events.3.number"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(
    clerk: Desk, drafted: Contract, events: list[dict[str, Any]], field: str
) -> None:
    """Rule P-10: what is no assessable clause is refused, and so is a clause without a measure."""
    refused = simulated(clerk, drafted, events)
    assert (refused.status_code, refused.json()["field"]) == (422, field)


def test_wrong_clauses_are_told_first(clerk: Desk, stage: Stage, drafted: Contract) -> None:
    clauses = samples.clauses()
    clauses[1]["weight"] = "一半"
    samples.written(stage, drafted, clauses=clauses)
    refused = simulated(clerk, drafted, COURSE)
    assert refused.json()["errors"][0]["field"] == "clauses.1.weight"
