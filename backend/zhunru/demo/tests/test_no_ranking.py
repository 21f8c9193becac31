"""Rule P-15: nothing that leaves a contract orders villages by score, over the OpenAPI documents of both hosts."""

from typing import Any

import pytest

from zhunru.demo.tests.routes import APIS, document
from zhunru.purchases.tests.test_purchase_facts import SCORES

AT = "/api/purchase/"


@pytest.mark.clause("2.4d")
@pytest.mark.parametrize("api", APIS)
def test_no_route_of_purchases_asks_for_or_answers_with_a_score(api: str) -> None:
    described = document(api)
    paths = {path: methods for path, methods in described["paths"].items() if path.startswith(AT)}
    assert len(paths) >= 5
    for path, methods in paths.items():
        for name in _names(methods, described["components"]["schemas"], set()):
            assert not any(word in name for word in SCORES), (path, name)


def _names(node: Any, components: dict[str, Any], seen: set[str]) -> set[str]:
    """Every name of a field or a parameter below this part of the document."""
    if isinstance(node, list):
        return set().union(*(_names(one, components, seen) for one in node))
    if not isinstance(node, dict):
        return set()
    found = set(node.get("properties", {}))
    if isinstance(node.get("name"), str):
        found.add(node["name"])
    if isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
        seen.add(node["$ref"])
        found |= _names(components[node["$ref"].rpartition("/")[2]], components, seen)
    return found.union(*(_names(one, components, seen) for one in node.values()))
