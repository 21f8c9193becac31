"""No unsafe route of this app does anything for a page of somebody else's site."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from zhunru.accounts.api import router
from zhunru.accounts.tests.conftest import Make, Site, log_in
from zhunru.core.roles import Role

SAFE = {"GET", "HEAD", "OPTIONS"}


def operations() -> Iterator[tuple[str, str]]:
    for path, view in router.path_operations.items():
        for operation in view.operations:
            yield from ((method, path) for method in operation.methods)


UNSAFE = sorted((method, path) for method, path in operations() if method not in SAFE)


def test_there_are_unsafe_routes_to_test() -> None:
    assert len(UNSAFE) >= 4


@pytest.mark.parametrize(("method", "path"), UNSAFE)
@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_an_unsafe_route_refuses_a_request_without_the_token(
    county: Site, make: Make, visitor: Callable[[Site], Client], method: str, path: str, content_type: str
) -> None:
    client = visitor(county)
    log_in(client, make(county, Role.COUNTY_ADMIN))
    address = "/api" + path.replace("{int:id}", "1")
    answer = client.generic(method, address, b"{}", content_type=content_type)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


@pytest.mark.parametrize(("method", "path"), sorted(operations()))
def test_a_stranger_is_asked_to_log_in(county: Site, visitor: Callable[[Site], Client], method: str, path: str) -> None:
    client = visitor(county)
    client.get("/login")
    token = client.cookies["csrftoken"].value
    address = "/api" + path.replace("{int:id}", "1")
    answer = client.generic(method, address, b"{}", content_type="application/json", headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.json()["code"]) == (401, "login")
