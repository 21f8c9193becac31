"""No unsafe route acts without the page's own token, whoever asks and however it is dressed up."""

import json
from typing import Any

import pytest

from zhunru.accounts.models import User
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.core.actors import COUNTY
from zhunru.core.roles import Role
from zhunru.demo.tests.operations import APIS, Operation, body, operations, someone_for
from zhunru.demo.tests.world import World
from zhunru.placements.models import Placement
from zhunru.tenancy.context import county_context, township_context

FORGERIES: dict[str, dict[str, Any]] = {
    "no token": {"headers": {}},
    "a wrong token": {"headers": {"X-CSRFToken": "a" * 64}},
    "a plain form": {"headers": {}, "content_type": "text/plain"},
    "a form of another site": {"headers": {"Origin": "http://evil.example"}, "content_type": "application/json"},
}


def entitled(world: World, operation: Operation) -> tuple[Role, Desk]:
    """Somebody who may do it."""
    role = someone_for(operation)
    return role, world.by_role(role)


def traces(world: World) -> list[int]:
    """How many history rows there are, in the county and in the township."""
    with county_context():
        found = [model.history.count() for model in (Application, Matter, User)]
    with township_context(world.stage.townships[0]):
        return [*found, Placement.history.count(), User.history.count()]


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("api", APIS)
def test_an_unsafe_route_refuses_what_its_own_page_did_not_send(world: World, api: str, forgery: str) -> None:
    realm = COUNTY if api == "county" else world.stage.townships[0].schema_name
    asked = [operation for operation in operations(api) if operation.unsafe]
    sent = [(operation, *entitled(world, operation)) for operation in asked]
    objects = {o.kind: world.object(o.kind, realm) for o in asked if "{id}" in o.path}
    before = traces(world)
    for operation, role, desk in sent:
        id = objects.get(operation.kind, 0)
        more = {"content_type": "application/json", **FORGERIES[forgery]}
        content = json.dumps(body(operation, role))
        answer = desk.client.generic(operation.method.upper(), f"/api{operation.at(id)}", content, **more)
        assert (answer.status_code, answer.json()["code"]) == (403, "csrf"), operation.id
    assert traces(world) == before


@pytest.mark.parametrize("path", ["/login", "/logout", "/password", "/language", "/v/7K3MQ9XW2F47"])
def test_a_page_without_javascript_asks_for_the_token_too(world: World, path: str) -> None:
    assert world.by_role(Role.LEADER).client.post(path, {"language": "en"}).status_code == 403


def test_there_are_unsafe_routes_to_be_tried() -> None:
    assert sum(operation.unsafe for api in APIS for operation in operations(api)) > 20
