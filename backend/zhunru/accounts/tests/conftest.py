"""A county with two townships, and accounts made as administrators make them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from zhunru.accounts import services
from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.core.roles import Role
from zhunru.divisions.models import County, Domain, Township, Village
from zhunru.tenancy.context import county_context, township_context

LONG_AGO = date(2020, 1, 1)
PASSWORD = "a long enough password"
NEW = {"username": "officer-2", "name": "演示工作人员", "password": "a long enough one"}


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Settings) -> None:
    """Argon2 is slow on purpose; one test asks for it by itself."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@dataclass(frozen=True)
class Site:
    """A host with its realm and, for a township, its villages."""

    realm: str
    host: str
    name: str
    villages: tuple[Village, ...] = ()


@pytest.fixture
def county(db: None) -> Site:
    with county_context():
        county = County.objects.get()
        return Site(COUNTY, county.host, county.name)


@pytest.fixture
def townships(db: None) -> list[Site]:
    with county_context():
        return [
            Site(t.schema_name, Domain.objects.get(tenant=t).domain, t.name, tuple(Village.objects.filter(township=t)))
            for t in Township.objects.order_by("code")[:2]
        ]


@pytest.fixture
def township(townships: list[Site]) -> Site:
    return townships[0]


@pytest.fixture
def department(db: None) -> Organisation:
    with county_context():
        made = Organisation(name="县演示局", short_name="演示局", kind=Organisation.Kind.DEPARTMENT)
        made.record(actor=SYSTEM, reason="导入")
    return made


Make = Callable[..., User]


@pytest.fixture
def make() -> Make:
    """`make(site, role, ...)`: an active user with this role since long ago."""

    def make_user(
        site: Site,
        role: Role,
        username: str = "",
        *,
        villages: tuple[Village, ...] = (),
        organisation: Organisation | None = None,
        to_on: date | None = None,
    ) -> User:
        with county_context() if site.realm == COUNTY else township_context(site.realm):
            user = services.create_user(
                realm=site.realm,
                username=username or role.value,
                name=f"演示{role.label}",
                password=PASSWORD,
                actor=SYSTEM,
            )
            for village in villages or (None,):
                services.add_membership(
                    user,
                    role=role,
                    from_on=LONG_AGO,
                    to_on=to_on,
                    organisation=organisation,
                    village=village,
                    actor=SYSTEM,
                )
        return user

    return make_user


@pytest.fixture
def visitor() -> Callable[[Site], Client]:
    """A browser that stands on a site's host and enforces what a real one would meet."""

    def open_visit(site: Site) -> Client:
        return Client(enforce_csrf_checks=True, headers={"host": site.host})

    return open_visit


def log_in(client: Client, user: User, password: str = PASSWORD) -> None:
    """Through the log-in page, as people do."""
    client.get("/login")
    answer = client.post(
        "/login",
        {"username": user.username, "password": password, "csrfmiddlewaretoken": client.cookies["csrftoken"].value},
    )
    assert answer.status_code == 302, answer.content.decode()


def token(client: Client) -> dict[str, str]:
    """The header that the visitor app sends with every unsafe request."""
    return {"X-CSRFToken": client.cookies["csrftoken"].value}


class Api:
    """JSON in, JSON out, with the CSRF token."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, method: str, path: str, data: Any = None) -> Any:
        send = getattr(self.client, method)
        if method == "get":
            return send(f"/api{path}", data)
        return send(f"/api{path}", data, content_type="application/json", headers=token(self.client))


@pytest.fixture
def api(township: Site, make: Make, visitor: Callable[[Site], Client]) -> Api:
    """A township's administrator."""
    client = visitor(township)
    log_in(client, make(township, Role.TOWNSHIP_ADMIN))
    return Api(client)


@pytest.fixture
def county_api(county: Site, make: Make, visitor: Callable[[Site], Client]) -> Api:
    """The county's administrator."""
    client = visitor(county)
    log_in(client, make(county, Role.COUNTY_ADMIN))
    return Api(client)
