from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from zhunru.accounts.members import MemberRequest, recognise


class MemberMiddleware:
    """Sets `request.member` and `request.actor`; both None for a stranger.

    Without a session cookie nothing is asked of the database. This recognises only: routes of the API
    must carry `MemberAuth`, which also checks the CSRF token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = cast(MemberRequest, request)
        known.member = recognise(request) if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        known.actor = known.member.actor if known.member else None
        return self.get_response(request)
