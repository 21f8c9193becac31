"""Rule P-15: no route and no export tells, lists or orders by a score; it stands on one period's own page.

Read from both OpenAPI documents as the routes make them, so that a new route is looked at by itself.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.demo.tests.routes import APIS, Operation, document, operations

pytestmark = pytest.mark.clause("2.4d")
WORDS = ("score", "rank", "league", "band", "points")
ON_ONE_PAGE = {"PeriodOut", "AssessmentOut", "LineOut", "Recomputed"}
"""The shapes in which a score, or what it is made of, may stand."""
LISTS = ("contracts", "purchase/contracts", "purchase/payments")
LIKENESS = {"SimilarOut"}
"""How alike the wording of two applications is; about no village."""
SEALS = {"SealIn", "SealOut", "SealRow"}
"""The rank of an office, by which its seal has its size; it compares nobody."""
SIMULATION = "terms_simulate"
"""What nobody has signed and nothing keeps: an assumed course of events under one text."""


def described(operation: Operation) -> Any:
    return document(operation.api)["paths"][operation.path][operation.method]


def named_shapes(api: str, part: Any) -> set[str]:
    """Every named shape that `part` of the document leads to."""
    shapes, found, left = document(api)["components"]["schemas"], set[str](), [part]
    while left:
        for name in _references(left.pop()):
            if name not in found:
                found.add(name)
                left.append(shapes[name])
    return found


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"].rpartition("/")[2]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from _references(each)


def speaks_of_a_score(name: str) -> bool:
    return any(word in name for word in WORDS) and name != "bands"


@pytest.mark.parametrize("api", APIS)
def test_a_score_stands_in_the_shapes_of_one_period_only(api: str) -> None:
    shapes = document(api)["components"]["schemas"]
    found = {
        name for name, shape in shapes.items() if any(speaks_of_a_score(each) for each in shape.get("properties", {}))
    }
    assert found - LIKENESS - SEALS == ON_ONE_PAGE - {"Recomputed"}


@pytest.mark.parametrize("api", APIS)
def test_only_what_is_about_one_period_answers_with_a_score(api: str) -> None:
    for operation in operations(api):
        said = described(operation)
        if named_shapes(api, said["responses"]) & ON_ONE_PAGE:
            assert operation.id == SIMULATION or operation.path.startswith("/api/periods/{id}"), operation
        assert not named_shapes(api, said.get("requestBody")) & ON_ONE_PAGE, operation


@pytest.mark.parametrize("api", APIS)
def test_nothing_is_searched_filtered_or_ordered_by_a_score(api: str) -> None:
    for operation in operations(api):
        for parameter in described(operation).get("parameters", []):
            assert not speaks_of_a_score(parameter["name"]), operation


@pytest.mark.parametrize("api", APIS)
def test_no_list_answers_with_many_periods_of_many_contracts(api: str) -> None:
    """Where several periods stand beside one another they are one contract's."""
    for operation in operations(api):
        if "PeriodRow" in named_shapes(api, described(operation)["responses"]):
            assert operation.path == "/api/contracts/{id}/periods"


@pytest.mark.parametrize("order", ["score", "-score", "-purchaser_score", "band"])
def test_whoever_asks_for_contracts_in_the_order_of_a_score_is_refused(stage: Stage, order: str) -> None:
    desks = {"county": desk_of(stage, "water-head"), "township": Desk(stage.township_officer(stage.townships[0]))}
    asked: list[str] = []
    for api, desk in desks.items():
        for operation in operations(api):
            names = {parameter["name"] for parameter in described(operation).get("parameters", [])}
            if operation.kind in LISTS and "ordering" in names and "{" not in operation.path:
                answer = desk.ask("GET", f"{operation.path.removeprefix('/api')}?ordering={order}")
                assert answer.status_code == 422, (operation, answer.content.decode())
                asked.append(operation.id)
    assert {"purchase_contracts", "contract_list"} <= set(asked)
