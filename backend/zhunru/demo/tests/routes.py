"""Every operation of the two APIs, as their routes make them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ninja import NinjaAPI

from config.county_api import api as county_api
from config.township_api import api as township_api

APIS: dict[str, NinjaAPI] = {"county": county_api, "township": township_api}
UNSAFE = ("post", "put", "patch", "delete")
ABSENT = "0" * 64
"""The digest of no file."""
OTHERS = {
    "year": "2026",
    "sha256": ABSENT,
    "kind": "assist",
    "day": "2026-03-02",
    "village": "540522100001",
    "name": "approval",
}
"""What stands in a path beside an id."""


@dataclass(frozen=True)
class Operation:
    """One method of one path of one API."""

    api: str
    id: str
    method: str
    path: str

    @property
    def unsafe(self) -> bool:
        return self.method in UNSAFE

    @property
    def kind(self) -> str:
        """`applications` for everything under /api/applications; of purchases `purchase/clauses` and the like."""
        first, *rest = self.path.split("/")[2:]
        return f"{first}/{rest[0]}" if first == "purchase" else first

    def at(self, id: int, no: int = 1) -> str:
        """The path, below /api, for one object and its part `no`; other parameters have a value that always fits."""
        path = self.path.removeprefix("/api").replace("{id}", str(id)).replace("{no}", str(no))
        for name, value in OTHERS.items():
            path = path.replace(f"{{{name}}}", value)
        return path


@cache
def document(api: str) -> dict[str, Any]:
    """The OpenAPI document, as the routes make it."""
    found: dict[str, Any] = dict(APIS[api].get_openapi_schema(path_prefix="/api/"))
    return found


def operations(api: str) -> Iterator[Operation]:
    """All of one API's operations, in the order of the routes."""
    for path, methods in document(api)["paths"].items():
        for method, described in methods.items():
            yield Operation(api, described["operationId"], method, path)


def takes_a_file(operation: Operation) -> bool:
    """Whether its body is a form with a file."""
    described = document(operation.api)["paths"][operation.path][operation.method]
    return "multipart/form-data" in described.get("requestBody", {}).get("content", {})
