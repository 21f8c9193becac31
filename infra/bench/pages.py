"""What a list page and the board cost a request: CPU of this process and of its PostgreSQL backend."""

import json
from http import HTTPStatus

from django.db import connection
from django.http import HttpRequest
from django.test import Client, override_settings

from infra.bench import world
from infra.bench.rows import Row, against, cpu_with, in_turn
from infra.bench.urls import floor
from zhunru.demo.people import PASSWORD
from zhunru.divisions.models import County, Township
from zhunru.tenancy.context import nobody_context, township_context

LIST = f"/api/placements?limit={world.PLACEMENTS}"


def list_page(township: Township) -> Row:
    """A page of 200 placements, log-in and all, against the bare view that hands out the text of json_agg."""
    with nobody_context():
        host = township.domains.get(is_primary=True).domain
    client = logged_in(host, "officer")
    with override_settings(ROOT_URLCONF="infra.bench.urls"):
        held = [len(json.loads(fetched(client, url))["items"]) for url in (LIST, "/bench/floor")]
        if held != [world.PLACEMENTS] * 2:
            raise RuntimeError(f"the two pages hold {held} rows")
    ours, least = in_turn(
        lambda: fetched(client, LIST),
        lambda: _bare(township),
        rounds=15,
        batch=10,
        clock=cpu_with(backend()),
    )
    return against("list page of 200 placements", ours, least, unit="ms CPU", at_most=5)


def board_cost() -> float:
    """The board's request, as the leader asks for it."""
    with nobody_context():
        host = County.objects.get().host
    client = logged_in(host, "leader")
    (cost,) = in_turn(lambda: fetched(client, "/api/board"), rounds=15, batch=4, clock=cpu_with(backend()))
    return cost


def _bare(township: Township) -> bytes:
    with township_context(township):
        return bytes(floor(HttpRequest()).content)


def logged_in(host: str, username: str) -> Client:
    client = Client(SERVER_NAME=host)
    answer = client.post("/login", {"username": username, "password": PASSWORD})
    if answer.status_code != HTTPStatus.FOUND:
        raise RuntimeError(f"{username} cannot log in at {host}: {answer.status_code}")
    return client


def fetched(client: Client, url: str) -> bytes:
    answer = client.get(url)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{url} answered {answer.status_code}")
    return bytes(answer.content)


def backend() -> int:
    """The process that serves this connection; it stays as long as the connection does."""
    return int(connection.connection.info.backend_pid)
