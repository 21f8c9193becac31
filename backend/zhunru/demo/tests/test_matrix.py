"""Role by operation by foreign object, over both APIs: who may, who may not, and who is told that there is nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from zhunru.admissions.models import Application
from zhunru.admissions.tests.desks import Desk, host_of
from zhunru.core.actors import COUNTY
from zhunru.core.roles import COUNTY_ROLES, TOWNSHIP_ROLES, Role
from zhunru.demo.tests.operations import APIS, MAY, Operation, body, form, operations, someone_for, takes_a_file
from zhunru.demo.tests.world import World
from zhunru.tenancy.context import county_context

BUSINESS_LISTS = {
    "application_list", "matter_list", "legacy_list", "legacy_departments", "expiry_list", "meeting_list",
    "opinion_mine", "refusal_list", "document_list", "fact_list", "placement_list", "consultation_list",
    "urgent_report_list", "acknowledgement_list", "budget_line_list", "purchase_waivers",
    "contract_list", "batch_list", "batch_jobs", "certificate_list", "seal_list", "sealuse_list", "draft_list",
}  # fmt: skip
"""Open to everybody who is logged in; whoever has no business there finds no rows."""


def ask(world: World, desk: Desk, operation: Operation, id: int, role: Role) -> Any:
    if takes_a_file(operation):
        return desk.send(operation.at(id), form(operation, world.stage.departments["water"].pk))
    said = body(operation, role, department=world.stage.departments["water"].pk)
    return desk.ask(
        operation.method.upper(), _asked_in_full(operation, id, world.part(operation.id, desk.actor.realm)), said
    )


def _asked_in_full(operation: Operation, id: int, no: int) -> str:
    """With what its query must name."""
    first = timezone.localdate()
    span = f"?from_on={first}&to_on={first + timedelta(days=200)}"
    queries = {
        "meeting_waiting": "?body=committee",
        "expiry_list": span,
        "department_duties": "?department=水务部门",
        "edition_import_template": "?kind=negative",
    }
    return operation.at(id, no) + queries.get(operation.id, "")


def outcome(operation: Operation, answer: Any) -> str:
    """`may`, `may not`, or the status of an answer that is neither."""
    if answer.status_code in (403, 404):
        return "may not"
    if answer.status_code not in (200, 201, 204, 409):
        return str(answer.status_code)
    if operation.id in BUSINESS_LISTS:
        found = answer.json()
        return "may" if (found if isinstance(found, list) else found["total"]) else "may not"
    if operation.id == "board_read":
        return "may" if answer.json()["totals"]["placements"] else "may not"
    return "may"


@pytest.mark.parametrize("api", APIS)
def test_every_operation_says_who_may_use_it(api: str) -> None:
    assert [o.id for o in operations(api) if o.id not in MAY] == []


def test_no_entry_outlives_its_operation() -> None:
    assert set(MAY) == {operation.id for api in APIS for operation in operations(api)}


@pytest.mark.parametrize("role", sorted(COUNTY_ROLES))
def test_in_the_county_each_role_may_what_is_said_and_nothing_else(world: World, role: Role) -> None:
    desk = world.by_role(role)
    ids = {o.id: world.object(o.kind, COUNTY) if "{id}" in o.path else 0 for o in operations("county")}
    found = {o.id: outcome(o, ask(world, desk, o, ids[o.id], role)) for o in operations("county")}
    assert found == {o.id: "may" if role in MAY[o.id] else "may not" for o in operations("county")}


@pytest.mark.parametrize("role", sorted(TOWNSHIP_ROLES))
def test_in_a_township_each_role_may_what_is_said_and_nothing_else(world: World, role: Role) -> None:
    desk, realm = world.by_role(role), world.stage.townships[0].schema_name
    ids = {o.id: world.object(o.kind, realm) if "{id}" in o.path else 0 for o in operations("township")}
    found = {o.id: outcome(o, ask(world, desk, o, ids[o.id], role)) for o in operations("township")}
    assert found == {o.id: "may" if role in MAY[o.id] else "may not" for o in operations("township")}


CONTRACTS = ("contracts", "contract-terms", "contract-files", "deliverables", "periods", "instalments")
WATERS = ("applications", "attachments", "matters", "refusals", "purchase/budget-lines", "purchase/waivers", *CONTRACTS)
"""Of these the world's are the water department's."""


@pytest.mark.parametrize("post", ["clerk", "head"])
def test_another_departments_business_does_not_exist_for_a_department(world: World, post: str) -> None:
    with county_context():
        desk = world.desk(world.stage.actor(f"farming-{post}"))
    role = Role.DEPARTMENT_CLERK if post == "clerk" else Role.DEPARTMENT_HEAD
    for operation in operations("county"):
        if operation.kind in WATERS and "{id}" in operation.path:
            answer = ask(world, desk, operation, world.object(operation.kind, COUNTY), role)
            assert answer.status_code == 404, operation.id
    for path in ("/applications", "/matters", "/placements", "/refusals", "/legacy"):
        assert {row["department"] for row in desk.get(path)["items"]} <= {desk.actor.organisation_name}, path
    assert desk.get("/board")["totals"]["placements"] == 0


def test_a_draft_does_not_exist_outside_its_department(world: World) -> None:
    with county_context():
        draft = Application.objects.get(status=Application.Status.DRAFT).pk
    for role in sorted(COUNTY_ROLES):
        answer = world.by_role(role).ask("GET", f"/applications/{draft}")
        assert (answer.status_code == 200) == (role in (Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD)), role


OPEN_TO_ALL = ("editions", "entries", "legal-bases")
"""The lists are no township's own."""


@pytest.mark.parametrize("role", sorted(TOWNSHIP_ROLES))
def test_a_neighbour_townships_objects_do_not_exist(world: World, role: Role) -> None:
    desk = world.by_role(role, place=1)
    realm = world.stage.townships[0].schema_name
    for operation in operations("township"):
        if "{id}" in operation.path and operation.kind not in OPEN_TO_ALL:
            answer = ask(world, desk, operation, world.object(operation.kind, realm), role)
            refused = (403, 404) if operation.kind == "users" and role != Role.TOWNSHIP_ADMIN else (404,)
            assert answer.status_code in refused, operation.id
    for path in ("/placements", "/documents", "/consultations", "/refusals"):
        assert desk.get(path)["total"] == 0


VILLAGES = ("placements", "consultations", "refusals", "certificates", *CONTRACTS)
"""Of these the world's are the first village's."""


def test_a_neighbour_villages_placement_does_not_exist(world: World) -> None:
    desk = world.desk(world.stage.village_officer(world.stage.villages(0)[1]))
    for operation in operations("township"):
        if operation.kind in VILLAGES and "{id}" in operation.path:
            id = world.object(operation.kind, desk.actor.realm)
            assert ask(world, desk, operation, id, Role.VILLAGE_OFFICER).status_code == 404, operation.id


@pytest.mark.parametrize("here", ["county", "township", "neighbour"])
@pytest.mark.parametrize("there", ["county", "township", "neighbour"])
def test_an_administrator_manages_the_accounts_of_its_own_realm_only(world: World, here: str, there: str) -> None:
    realms = {
        "county": COUNTY,
        "township": world.stage.townships[0].schema_name,
        "neighbour": world.stage.townships[1].schema_name,
    }
    admins = {
        "county": world.by_role(Role.COUNTY_ADMIN),
        "township": world.by_role(Role.TOWNSHIP_ADMIN),
        "neighbour": world.by_role(Role.TOWNSHIP_ADMIN, place=1),
    }
    user = world.someone(realms[there])
    for operation in operations("county" if here == "county" else "township"):
        if operation.kind == "users" and "{id}" in operation.path:
            status = ask(world, admins[here], operation, user, Role.COUNTY_ADMIN).status_code
            assert (status == 404) == (here != there), (operation.id, status)


@pytest.mark.parametrize("api", APIS)
def test_what_is_nowhere_is_not_found(world: World, api: str) -> None:
    for operation in operations(api):
        if "{id}" in operation.path:
            role = someone_for(operation)
            for id in (0, 2**53, 2**63, 10**30):
                answer = ask(world, world.by_role(role), operation, id, role)
                assert answer.status_code == 404, (operation.id, id)


@pytest.mark.parametrize("api", APIS)
def test_without_a_session_everything_asks_to_log_in(world: World, api: str) -> None:
    realm = COUNTY if api == "county" else world.stage.townships[0].schema_name
    client = Client(enforce_csrf_checks=True, headers={"host": host_of(realm)})
    client.get("/login")
    token = {"X-CSRFToken": client.cookies["csrftoken"].value}
    for operation in operations(api):
        path = f"/api{operation.at(1)}"
        answer = client.generic(operation.method.upper(), path, "{}", content_type="application/json", headers=token)
        assert (answer.status_code, answer.json()["code"]) == (401, "login"), operation.id


@pytest.mark.parametrize(("api", "role"), [("county", Role.TOWNSHIP_ADMIN), ("township", Role.COUNTY_ADMIN)])
def test_a_session_of_one_host_is_none_on_another(world: World, api: str, role: Role) -> None:
    desk = world.by_role(role)
    realm = COUNTY if api == "county" else world.stage.townships[0].schema_name
    for operation in operations(api):
        answer = desk.ask(operation.method.upper(), operation.at(1), {}, Host=host_of(realm))
        assert answer.status_code == 401, operation.id
