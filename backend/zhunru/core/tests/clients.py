"""A client for the routes of one router, as one actor; log-in itself is tested with the accounts."""

from itertools import count

from django.http import HttpRequest
from ninja import NinjaAPI, Router
from ninja.testing import TestClient

from zhunru.core import problems
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role

_numbers = count()

CLERK = Actor(user_id=1, name="演示经办员", role=Role.SOCIAL_WORK_CLERK, realm=COUNTY)
VILLAGE_OFFICER = Actor(user_id=2, name="演示村干部", role=Role.VILLAGE_OFFICER, realm="t_540522104")


def client(router: Router, actor: Actor) -> TestClient:
    """`router` on an API of its own, on which everybody is `actor`."""

    def auth(_request: HttpRequest) -> Actor:
        return actor

    api = NinjaAPI(urls_namespace=f"test-{next(_numbers)}", auth=auth, renderer=problems.Renderer())
    problems.install(api)
    api.add_router("", router)
    return TestClient(api)
