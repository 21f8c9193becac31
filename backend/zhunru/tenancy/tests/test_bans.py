"""Code that was seen to mix townships up does not get in."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

import zhunru
from zhunru.core.models import Tracked
from zhunru.tenancy.tests.bans import application_files, offences

PACKAGE = Path(zhunru.__file__).parent


REMEMBERS = "what is kept in memory is kept for every township"
HARMLESS = (
    "files/sheets/",
    "lists/initials.py:",
    "lists/matching.py:",
    "workdays/calendar.py:",
    "demo/scale/scenery.py:",
)
"""A function of its text alone, and values of an object that one call makes and drops: none of them keeps a row."""


def test_no_application_code_does_what_is_banned() -> None:
    tracked = {model.__name__ for model in apps.get_models() if issubclass(model, Tracked)}
    found = [one for path, source in application_files(PACKAGE) for one in offences(path, source, tracked)]
    assert [one for one in found if not (one.endswith(REMEMBERS) and one.startswith(HARMLESS))] == []


BANNED = {
    "with tenant: work()": "swap",
    "with request.tenant: work()": "swap",
    "with self.township as t: work()": "swap",
    "connection.set_schema('t_1')": "leaves the connection",
    "connection.set_realm('county')": "leaves the connection",
    "connections['x'].set_schema_to_public()": "leaves the connection",
    "connection.connection.cursor()": "raw connection",
    "django.db.connection.connection.execute('x')": "raw connection",
    "@schema_context('x')\ndef f(): ...": "decorator",
    "@township_context('x')\ndef f(): ...": "decorator",
    "cursor.execute('SET search_path = t_1')": "backend's business",
    "cursor.execute(f'set role {x}')": "backend's business",
    "cursor.execute('select set_config(%s, %s, true)')": "backend's business",
    "@lru_cache\ndef names(): ...": "every township",
    "@functools.cache\ndef names(): ...": "every township",
    "@cache_page(60)\ndef page(request): ...": "every township",
    "def rows():\n with township_context(t):\n  yield from Placement.objects.all()": "half-way",
    "async def view(request): ...": "async",
    "from asgiref.sync import sync_to_async": "async",
    "from django_tenants.utils import tenant_context": "django-tenants",
    "import procrastinate": "background work",
    "Placement.objects.bulk_create(rows)": "passes its history by",
    "models.Placement.objects.bulk_update(rows, [])": "passes its history by",
}


@pytest.mark.parametrize("source", BANNED)
def test_each_ban_is_noticed(source: str) -> None:
    assert any(BANNED[source] in one for one in offences("placements/x.py", source, {"Placement"}))


@pytest.mark.parametrize(
    "source",
    [
        "with township_context(township): work()",
        "with transaction.atomic(): transaction.on_commit(f)",
        "@contextmanager\ndef standing():\n with county_context():\n  yield",
        "Village.objects.bulk_create(rows)",
        "settings.update(x=1)",
    ],
)
def test_what_is_allowed_passes(source: str) -> None:
    assert offences("placements/x.py", source, {"Placement"}) == []


def test_every_cache_keeps_the_townships_apart() -> None:
    for cache in settings.CACHES.values():
        assert cache["KEY_FUNCTION"] == "django_tenants.cache.make_key"


def test_settings_hold_what_isolation_rests_on() -> None:
    assert settings.MIDDLEWARE[0] == "zhunru.tenancy.middleware.HostMiddleware"
    assert not getattr(settings, "TENANT_LIMIT_SET_CALLS", False)
    assert not getattr(settings, "SHOW_PUBLIC_IF_NO_TENANT_FOUND", False)
    assert not getattr(settings, "USE_X_FORWARDED_HOST", False)
    assert settings.SESSION_COOKIE_DOMAIN is None
    assert settings.CSRF_COOKIE_DOMAIN is None
    default = settings.DATABASES["default"]
    assert default["ENGINE"] == "zhunru.tenancy.backend"
    assert default["CONN_MAX_AGE"] == 300
    assert default["CONN_HEALTH_CHECKS"]
    assert "pool" not in default.get("OPTIONS", {})
    assert not default["ATOMIC_REQUESTS"]
