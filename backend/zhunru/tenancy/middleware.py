"""The first middleware: the host decides the realm, and nothing else does."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from zhunru.core.actors import COUNTY
from zhunru.tenancy import register
from zhunru.tenancy.context import current

LOOPBACK = ("127.0.0.1", "localhost")


class HostMiddleware:
    """Sets `request.realm` ("county" or a schema), `request.tenant` (Place or None), the URLs and the connection.

    Unknown hosts and those of ended townships get 404 before any other code runs. Afterwards the connection stands
    nowhere, whatever happened: code that forgets to say where it works is refused.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = _host(request)
        if name in LOOPBACK and request.path == "/healthz":
            return HttpResponse("ok", content_type="text/plain")
        connection = current()
        connection.set_realm(None)
        found = register.host(name)
        if found is None:
            return HttpResponseNotFound("没有这个网站。\n", content_type="text/plain; charset=utf-8")
        request.realm = found.realm  # type: ignore[attr-defined]
        request.tenant = found.township  # type: ignore[attr-defined]
        if found.realm == COUNTY:
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
        connection.set_realm(found.realm)
        try:
            return self.get_response(request)
        finally:
            connection.set_realm(None)


def _host(request: HttpRequest) -> str:
    """The host in lower case without its port; empty for what is no host name.

    `a.example.` is not `a.example`: a browser would keep two sets of cookies for one site.
    """
    try:
        return request.get_host().rpartition(":")[0].lower() or request.get_host().lower()
    except DisallowedHost:
        return ""
