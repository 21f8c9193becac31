"""Whatever comes in, no request is answered with an error of ours, and each refusal says what is wrong.

Schemathesis makes the requests from the two OpenAPI documents: well-formed ones and ill-formed ones, always the same.
Each is made by somebody entitled, in half of the cases about something that is there, and is undone afterwards.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import requests
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from zhunru.admissions.tests.desks import Desk
from zhunru.core.actors import COUNTY
from zhunru.core.roles import Role
from zhunru.demo.tests.operations import APIS, Operation, document, operations, someone_for, who_may
from zhunru.demo.tests.world import World

EXAMPLES = 20
"""Per operation; the seed is fixed, so that a run says the same tomorrow."""
FEW = 8
"""Where nothing is sent but an address there is little to make up."""
SEED = 540522
FUZZ = settings(
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
type Case = schemathesis.Case[Any]
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Django logs every refusal; here there are thousands."""
    log = logging.getLogger("django.request")
    log.disabled = True
    yield
    log.disabled = False


def desk_for(world: World, operation: Operation) -> Desk:
    """Somebody who may do it."""
    return world.by_role(someone_for(operation))


def must_be_told(answer: Any, what: str) -> None:
    """Good, or refused with a code and a sentence."""
    assert answer.status_code < 500, (what, answer.content.decode(errors="replace"))
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json", (what, answer.status_code, answer.content[:200])
        problem = answer.json()
        assert problem["status"] == answer.status_code, what
        assert problem["code"], what
        assert problem["detail"], what


def send(desk: Desk, case: Case) -> Any:
    """The generated request as bytes, through Django, and undone."""
    made = requests.Request(**case.as_transport_kwargs(base_url=f"http://{desk.host}")).prepare()
    content = made.body.encode() if isinstance(made.body, str) else made.body or b""
    sent = {
        name: str(value) for name, value in made.headers.items() if name.lower() not in ("cookie", "content-length")
    }
    before = transaction.savepoint_create()
    try:
        return desk.client.generic(
            str(made.method),
            made.path_url,
            content,
            content_type=sent.pop("Content-Type", "application/json"),
            headers={**sent, "X-CSRFToken": desk.token},
        )
    finally:
        transaction.savepoint_rollback(before)


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    """The two documents as schemathesis reads them."""
    return {api: schemathesis.openapi.from_dict(json.loads(json.dumps(document(api), default=str))) for api in APIS}


USED = [operation for api in APIS for operation in operations(api) if who_may(operation)]
"""A contract's steps are made up where their own side takes them; the matrix tries them on the other host, too."""
WHO = sorted({(operation.api, someone_for(operation)) for operation in USED})


@pytest.mark.parametrize(("api", "role"), WHO)
def test_no_request_is_answered_with_an_error_of_ours(
    world: World, schemas: dict[str, Any], api: str, role: Role
) -> None:
    realm = COUNTY if api == "county" else world.stage.townships[0].schema_name
    for operation in USED:
        if (operation.api, someone_for(operation)) == (api, role):
            there = {"id": world.object(operation.kind, realm)} if "{id}" in operation.path else {}
            described = schemas[api][operation.path][operation.method.upper()]
            fuzz(world.by_role(role), described, there)


def fuzz(desk: Desk, described: Any, there: dict[str, int]) -> None:
    """Well-formed and ill-formed requests to one operation, about what is `there` and about anything else."""
    about = [there, None] if there else [{}]
    cases = [described.as_strategy(mode, path_parameters=fixed) for mode in MODES for fixed in about]
    sent = [*described.body, *described.query]

    @seed(SEED)
    @settings(FUZZ, max_examples=EXAMPLES if sent else FEW)
    @given(case=st.one_of(cases))
    def check(case: Case) -> None:
        what = f"{case.method} {case.formatted_path} {case.query} {case.body!r}"
        must_be_told(send(desk, case), what[:1000])

    check()


# --- by hand: what is known to break programs like this one ---

NUL, SURROGATE = "春\x00灌", "春\ud800灌"
TEXTS = {
    "NUL": NUL,
    "a lone surrogate": SURROGATE,
    "over-long": "灌" * 100_000,
    "a number": 7,
    "a list": ["春灌"],
    "an object": {"title": "春灌"},
    "nothing": None,
    "truth": True,
}
FIELDS: dict[str, list[Any]] = {
    "title": list(TEXTS.values()),
    "village_duty": [NUL, SURROGATE, "灌" * 100_000, 7],
    "funding_amount": ["1e400", "NaN", "Infinity", "-1", "0.001", "9" * 400, 3600.5, True, 10**400, "x", []],
    "person_days": ["NaN", 10**400, -1, "9" * 40, [], "x"],
    "starts_on": ["0000-00-00", "99999-01-01", "2026-02-30", 10**20, "", True, []],
    "scope": [[NUL], ["540522100001"] * 1001, [7], "540522100001", [None], ["９" * 12], [["540522100001"]]],
    "legal_bases": [[{}], [7], "x", [{"document": NUL, "article": "a", "version": "v"}], [{}] * 21, {"document": "x"}],
    "unknown": ["x"],
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_cannot_be_kept_is_refused_by_its_name(world: World, field: str) -> None:
    create = next(o for o in operations("county") if o.id == "application_create")
    desk = desk_for(world, create)
    for value in FIELDS[field]:
        answer = desk.raw("POST", "/applications", json.dumps({field: value}).encode("utf-8", "surrogatepass"))
        must_be_told(answer, f"{field}={value!r}"[:100])
        assert answer.status_code in (400, 422), (field, repr(value)[:100], answer.content.decode()[:300])
        if answer.status_code == 422:
            assert {error["field"].partition(".")[0] for error in answer.json()["errors"]} == {field}, repr(value)[:100]


BODIES: dict[str, bytes] = {
    "empty": b"",
    "not JSON": b"{title}",
    "half": b'{"title": "',
    "a list": b"[]",
    "a text": b'"x"',
    "a number": b"7",
    "null": b"null",
    "one key twice": b'{"title": "a", "title": "b"}',
    "one key twice, deep": b'{"legal_bases": [{"document": "a", "document": "b"}]}',
    "not a number": b'{"person_days": NaN}',
    "endless": b'{"person_days": Infinity}',
    "not UTF-8": b'{"title": "\xff\xfe"}',
    "a surrogate escaped": b'{"title": "\\ud800"}',
    "NUL escaped": b'{"title": "\\u0000"}',
    "100,000 deep": b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "two megabytes": b'{"title": "' + b"x" * 2_000_000 + b'"}',
    "a very long number": b'{"person_days": ' + b"9" * 100_000 + b"}",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_cannot_be_read_is_refused(world: World, name: str) -> None:
    for operation in operations("county"):
        if operation.id in ("application_create", "application_edit", "create_user", "matter_order_withdrawal"):
            id = world.object(operation.kind, COUNTY) if "{id}" in operation.path else 0
            answer = desk_for(world, operation).raw(operation.method.upper(), operation.at(id), BODIES[name])
            must_be_told(answer, f"{operation.id}: {name}")
            assert answer.status_code in (400, 413, 422), (operation.id, answer.status_code)


QUERIES = [
    "q=%00", "q=%ff%fe", "q=%ed%a0%80", "q=" + quote("灌" * 1000), "limit=0", "limit=-1", "limit=201", "limit=x",
    f"limit={10**30}", f"offset={10**30}", "offset=-1", "ordering=password", "ordering=id;drop", "ordering=-",
    "ordering=" + "a" * 1000, "status=x", "status=%00", f"department={10**30}", "department=-1", "department=x",
    "township=%00", "matter=x", "list=x", "role=x", "is_active=perhaps", "village=x", f"village={2**63}",
    "township_id=x", f"township_id={2**63}", "kind=%00",
]  # fmt: skip


@pytest.mark.parametrize("api", APIS)
def test_a_list_is_never_broken_by_what_it_is_asked(world: World, api: str) -> None:
    for operation in operations(api):
        if operation.method == "get" and "{id}" not in operation.path:
            for query in QUERIES:
                answer = desk_for(world, operation).raw("GET", f"{operation.at(0)}?{query}", b"")
                must_be_told(answer, f"{operation.id}?{query}"[:200])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/applications/-1", 404),
        ("GET", "/applications/x", 404),
        ("GET", f"/applications/{10**40}", 404),
        ("GET", "/applications/1/", 404),
        ("DELETE", "/applications/1", 405),
        ("PUT", "/applications", 405),
        ("GET", "/%00", 404),
        ("GET", "/applications/%ff", 404),
    ],
)
def test_what_is_no_route_is_told_like_everything_else(world: World, method: str, path: str, status: int) -> None:
    desk = desk_for(world, next(operations("county")))
    answer = desk.raw(method, path, b"")
    must_be_told(answer, path)
    assert answer.status_code == status


@pytest.mark.parametrize("key", ["x", "", "0", "0" * 1000, "0f8fad5b-d9cb-469f-a165-7086772895zz"])
def test_a_key_that_is_none_is_refused(world: World, key: str) -> None:
    create = next(o for o in operations("county") if o.id == "application_create")
    answer = desk_for(world, create).ask("POST", "/applications", {}, **{"Idempotency-Key": key})
    must_be_told(answer, key)
    assert answer.status_code == 422
