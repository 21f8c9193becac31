"""The host decides, before anything else runs."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from zhunru.core.actors import COUNTY
from zhunru.divisions.models import Township
from zhunru.tenancy import register
from zhunru.tenancy.backend.base import DatabaseWrapper
from zhunru.tenancy.tests.conftest import run

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def tell(request: HttpRequest) -> HttpResponse:
    if "fail" in request.GET:
        raise ZeroDivisionError
    place = request.tenant  # type: ignore[attr-defined]
    role = run("SELECT current_user")[0][0]
    return HttpResponse(f"{role} {request.realm} {place and place.name}")  # type: ignore[attr-defined]


urlpatterns = [path("", tell), path("healthz", tell)]


@pytest.fixture(autouse=True)
def _only_this_middleware() -> Iterator[None]:
    with override_settings(MIDDLEWARE=["zhunru.tenancy.middleware.HostMiddleware"], PUBLIC_SCHEMA_URLCONF=__name__):
        yield


Visit = Callable[..., Any]


@pytest.fixture
def visit() -> Visit:
    def get(host: str, path: str = "/", **headers: str) -> Any:
        client = Client(raise_request_exception=False)
        return client.get(path, headers={"host": host, **headers})

    return get


def test_each_host_works_in_its_own_place(visit: Visit) -> None:
    assert visit("gongga.localhost").content.decode() == "county county None"
    assert visit("jixiong.gongga.localhost").content.decode() == "t_540522100 t_540522100 吉雄镇"
    assert visit("JIXIONG.gongga.localhost:8000").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "x.gongga.localhost",
        "jixiong.gongga.localhost.",
        "jixiong.gongga.localhost.evil.example",
        "a.b:99",
        "a.b:99:99",
        "127.0.0.1",
        "localhost:8000",
        "[::1]:8000",
        "[::1]",
        "t_540522100",
        "county",
        "",
        "吉雄",
        "jixiong.gongga.localhost@evil.example",
        "jixiong.gongga.localhost/..",
        "x' OR '1'='1",
    ],
)
def test_an_unknown_host_is_not_found_and_nothing_runs(host: str, visit: Visit) -> None:
    answer = visit(host)
    assert answer.status_code == 404
    assert "没有这个网站" in answer.content.decode()


def test_only_the_host_itself_counts(visit: Visit) -> None:
    told = visit("evil.example", **{"x-forwarded-host": "gongga.localhost", "forwarded": "host=gongga.localhost"})
    assert told.status_code == 404
    told = visit("jixiong.gongga.localhost", **{"x-forwarded-host": "gongga.localhost"})
    assert told.content.decode().startswith("t_540522100")


def test_the_health_check_answers_on_the_machine_itself_only(visit: Visit) -> None:
    assert visit("127.0.0.1:8000", "/healthz").content == b"ok"
    assert visit("evil.example", "/healthz").status_code == 404
    assert visit("gongga.localhost", "/healthz").content != b"ok"


def test_after_a_request_the_connection_stands_nowhere(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str | None] = []
    set_realm = DatabaseWrapper.set_realm

    def noting(connection: DatabaseWrapper, realm: str | None) -> None:
        left.append(realm)
        set_realm(connection, realm)

    monkeypatch.setattr(DatabaseWrapper, "set_realm", noting)
    assert visit("jixiong.gongga.localhost", "/?fail=1").status_code == 500
    assert left[:3] == [None, "t_540522100", None]
    left.clear()
    assert visit("gongga.localhost").status_code == 200
    assert left[:3] == [None, COUNTY, None]


def test_the_host_of_an_ended_township_is_gone(visit: Visit, owner: Any, townships: list[Township]) -> None:
    ended = Township.objects.filter(pk=townships[0].pk)
    with owner():
        ended.update(ended_on="2026-01-01")
    try:
        assert visit("jixiong.gongga.localhost").status_code == 404
        assert visit("jiazhulin.gongga.localhost").status_code == 200
    finally:
        with owner():
            ended.update(ended_on=None)


def test_the_register_is_read_once_in_a_while(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    now, read, reads = [1000.0], register._read, list[float]()

    def noting() -> dict[str, register.Host]:
        reads.append(now[0])
        return read()

    monkeypatch.setattr("zhunru.tenancy.register.time.monotonic", lambda: now[0])
    monkeypatch.setattr(register, "_read", noting)
    for host in ("gongga.localhost", "jixiong.gongga.localhost", "evil.example", "evil2.example"):
        visit(host)
    assert reads == [1000.0]
    now[0] += register.CACHE_SECONDS + 1
    visit("evil.example")
    assert len(reads) == 2


def test_the_register_is_read_by_the_bare_login(visit: Visit) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("zhunru_app",)
    assert visit("gongga.localhost").status_code == 200
