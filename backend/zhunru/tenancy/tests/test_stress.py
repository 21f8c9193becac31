"""Eight ways to fail, a thousand requests each, on threads that share nothing but the code: nobody sees another's rows.

Each request fails in its way, with its very first statement where that can be, and then reads, on a connection that
the request before may have left in any state. ZHUNRU_STRESS sets the number of requests for each way.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, connection, connections, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import RequestFactory, override_settings
from django.urls import path

from zhunru.core.actors import COUNTY
from zhunru.divisions.models import Township, Village
from zhunru.placements.models import Placement
from zhunru.tenancy.context import township_context
from zhunru.tenancy.tests.conftest import place, run

REQUESTS = int(os.environ.get("ZHUNRU_STRESS", "1000"))
THREADS = 4
HOSTS = {
    "gongga.localhost": COUNTY,
    "jixiong.gongga.localhost": "t_540522100",
    "jiazhulin.gongga.localhost": "t_540522101",
    "jiedexiu.gongga.localhost": "t_540522102",
}


class OnPurposeError(Exception):
    pass


def seen() -> tuple[str, list[str]]:
    """Who the server takes us for, and whose placements it shows us."""
    role = run("SELECT current_user")[0][0]
    return role, [] if role == COUNTY else list(Placement.objects.values_list("title", flat=True))


def check(realm: str) -> None:
    """Look from within."""
    if seen() != (realm, [] if realm == COUNTY else [realm]):
        raise AssertionError(f"{realm} saw {seen()}")


def roll_back(realm: str) -> None:
    with transaction.atomic():
        check(realm)
        raise OnPurposeError


def roll_back_to_savepoint(realm: str) -> None:
    with transaction.atomic():
        try:
            with transaction.atomic():
                run("SELECT 1/0")
        except DatabaseError:
            check(realm)
        raise OnPurposeError


def fail_in_sql(realm: str) -> None:
    run("SELECT * FROM nowhere")


def fail_unhandled(realm: str) -> None:
    with transaction.atomic():
        check(realm)
        raise SystemError


def leave_a_cursor_open(realm: str) -> None:
    """A server-side cursor, half read; the garbage collector closes it whenever it likes."""
    next(Village.objects.iterator(chunk_size=1))
    raise OnPurposeError


def fail_on_commit(realm: str) -> None:
    """A deferred constraint speaks up at COMMIT, after the view's last statement."""
    with transaction.atomic():
        if realm == COUNTY:
            run("INSERT INTO lists_entry_bases (entry_id, legalbasis_id) VALUES (0, 0)")
        else:
            columns = {str(field.column) for field in Placement._meta.concrete_fields}
            listed = ", ".join(columns - {"id", "matter_id"})
            run(f"INSERT INTO placements_placement (matter_id, {listed}) SELECT 2, {listed} FROM placements_placement")


def lose_the_connection(realm: str) -> None:
    connection.close()
    raise OnPurposeError


def fail_elsewhere(realm: str) -> None:
    """In another township's context, and in one whose role does not exist: that switch itself fails."""
    other = "t_540522101" if realm != "t_540522101" else "t_540522102"
    with township_context(other):
        check(other)
    with township_context("t_999999999"):
        check("t_999999999")


WAYS: dict[str, Callable[[str], None]] = {
    way.__name__: way
    for way in (
        roll_back,
        roll_back_to_savepoint,
        fail_in_sql,
        fail_unhandled,
        leave_a_cursor_open,
        fail_on_commit,
        lose_the_connection,
        fail_elsewhere,
    )
}


def view(request: HttpRequest, way: str) -> JsonResponse:
    realm: str = request.realm  # type: ignore[attr-defined]  # the host middleware sets it
    failure = ""
    try:
        WAYS[way](realm)
    except (OnPurposeError, DatabaseError) as error:
        failure = type(error).__name__
    return JsonResponse({"seen": seen(), "failure": failure})


urlpatterns = [path("<way>", view)]


@pytest.fixture
def _populated(transactional_db: None, townships: list[Township], owner: Any) -> Iterator[None]:
    """One placement in each township, titled with its schema; and a constraint that speaks up late."""
    for township in townships:
        with township_context(township):
            place(township)
    late = "ALTER TABLE {}.placements_placement ADD CONSTRAINT late UNIQUE (village_id) DEFERRABLE INITIALLY DEFERRED"
    with owner():
        for township in townships:
            run(late.format(township.schema_name))
    yield
    with owner():
        for township in townships:
            run(f"ALTER TABLE {township.schema_name}.placements_placement DROP CONSTRAINT late")


@pytest.fixture
def handler() -> Iterator[WSGIHandler]:
    """The application as the server runs it, but for the static files."""
    middleware = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    with override_settings(ROOT_URLCONF=__name__, PUBLIC_SCHEMA_URLCONF=__name__, MIDDLEWARE=middleware):
        yield WSGIHandler()


@pytest.mark.usefixtures("_populated")
@pytest.mark.parametrize("way", WAYS)
def test_no_request_sees_another_township(way: str, handler: WSGIHandler, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL", logger="django.request")

    def ask(number: int) -> str:
        host = list(HOSTS)[number % len(HOSTS)]
        return judged(way, HOSTS[host], *answer(handler, host, way))

    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = Counter(pool.map(ask, range(REQUESTS)))
        for closed in [pool.submit(connections.close_all) for _ in range(THREADS * 4)]:
            closed.result()
    assert outcomes == {"isolated": REQUESTS}


def answer(handler: WSGIHandler, host: str, way: str) -> tuple[int, Any]:
    """Status and JSON of one request through WSGI, closed as a server closes it."""
    environ = RequestFactory().get(f"/{way}", headers={"host": host}).environ
    response = cast("HttpResponse", handler(environ, lambda *_: lambda _bytes: None))
    try:
        return response.status_code, json.loads(response.content) if response.status_code == 200 else None
    finally:
        response.close()


FAILURES = {"fail_in_sql": "ProgrammingError", "fail_on_commit": "IntegrityError", "fail_elsewhere": "DataError"}


def judged(way: str, realm: str, status: int, told: Any) -> str:
    """ "isolated", or what is wrong."""
    if way == "fail_unhandled":
        return "isolated" if status == 500 else f"{realm}: status {status}"
    mine = {"seen": [realm, [] if realm == COUNTY else [realm]], "failure": FAILURES.get(way, "OnPurposeError")}
    return "isolated" if (status, told) == (200, mine) else f"{realm}: {status} {told}"
