"""What every response says to the browser about what it may load, and how the API answers where no route does."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from zhunru.core import problems

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "object-src 'self' blob:; frame-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
)
"""Styles may stand inline because the interface library writes them at run time; scripts never.

A page that was drawn for a look only, as when a template is tried, is shown from memory: a blob.
"""


class ContentSecurityPolicyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response


class ApiProblemMiddleware:
    """No such route, a method that it lacks: under /api/ that is told as the routes tell their own failures."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/api/") and response.headers.get("Content-Type", "").startswith("text/html"):
            return problems.instead_of(response)
        return response
