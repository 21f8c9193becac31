"""Somebody at a browser on the host of their realm, logged in through the log-in page, over Django's test client."""

import json
from typing import Any

from django.test import Client

from zhunru.accounts.models import User
from zhunru.admissions.tests.stage import PASSWORD, Stage
from zhunru.core.actors import COUNTY, Actor
from zhunru.divisions.models import County, Domain
from zhunru.tenancy.context import county_context, township_context


class Desk:
    """One person's session. Answers are Django's; `json` reads what the API says."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.host = host_of(actor.realm)
        self.client = Client(enforce_csrf_checks=True, headers={"host": self.host})
        self.client.get("/login")
        entered = self.submit("/login", {"username": username_of(actor), "password": PASSWORD})
        if entered.status_code != 302:
            raise AssertionError(entered.content.decode())

    def twin(self) -> "Desk":
        """The same session in another window, for another thread."""
        other = object.__new__(Desk)
        other.actor, other.host = self.actor, self.host
        other.client = Client(enforce_csrf_checks=True, headers={"host": self.host})
        other.client.cookies.update(self.client.cookies)
        return other

    @property
    def token(self) -> str:
        return str(self.client.cookies["csrftoken"].value)

    def page(self, path: str) -> Any:
        """A page for people."""
        return self.client.get(path)

    def submit(self, path: str, form: dict[str, Any]) -> Any:
        """A form of such a page."""
        return self.client.post(path, {**form, "csrfmiddlewaretoken": self.token})

    def get(self, path: str) -> Any:
        """JSON of the API; the answer must be good."""
        return good(self.ask("GET", path))

    def post(self, path: str, data: Any = None) -> Any:
        """JSON of the API in answer to an act; it must be good."""
        return good(self.ask("POST", path, data))

    def ask(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        """One request to the API, with the token that the app in the browser sends."""
        body = b"" if data is None and method == "GET" else json.dumps({} if data is None else data).encode()
        return self.raw(method, path, body, **headers)

    def send(self, path: str, form: dict[str, Any]) -> Any:
        """A form with files, as the app in the browser sends it."""
        return self.client.post(f"/api{path}", form, headers={"X-CSRFToken": self.token})

    def raw(self, method: str, path: str, body: bytes, **headers: str) -> Any:
        """One request with these very bytes as its body."""
        headers = {"X-CSRFToken": self.token, **headers}
        return self.client.generic(method, f"/api{path}", body, content_type="application/json", headers=headers)


def desk_of(stage: Stage, name: str) -> Desk:
    """Someone of the county at a browser: `clerk`, `water-head`, ..."""
    with county_context():
        actor = stage.actor(name)
    return Desk(actor)


def good(answer: Any) -> Any:
    assert answer.status_code < 300, (answer.status_code, answer.content.decode())
    return answer.json()


def host_of(realm: str) -> str:
    """The host on which a realm works."""
    with county_context():
        if realm == COUNTY:
            return str(County.objects.get().host)
        return str(Domain.objects.get(tenant__schema_name=realm).domain)


def username_of(actor: Actor) -> str:
    with county_context() if actor.realm == COUNTY else township_context(actor.realm):
        return str(User.objects.get(pk=actor.person).username)
