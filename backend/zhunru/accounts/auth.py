"""How a user proves who it is, and how a route demands it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.security import APIKeyCookie

from zhunru.accounts.members import MemberRequest
from zhunru.accounts.models import User
from zhunru.accounts.passwords import composed
from zhunru.core.actors import Actor
from zhunru.core.errors import NotAllowedError


class RealmBackend(BaseBackend):
    """Log-in by user name and password within the realm of the host."""

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest, username: str | None = None, password: str | None = None, **_: Any
    ) -> User | None:
        """The active user, or None. An unknown name costs the same time as a wrong password."""
        if username is None or password is None:
            return None
        realm = cast(MemberRequest, request).realm
        user: User | None = User.objects.filter(realm=realm, username=username).first()
        if user is None:
            make_password(composed(password))
            return None
        return user if check_password(composed(password), user.password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        user: User | None = User.objects.filter(pk=user_id, is_active=True).first()
        return user


class MemberAuth(APIKeyCookie):
    """For every route of an API: session cookie, CSRF token on unsafe methods, a membership valid today.

    The route finds the `Actor` in `request.auth`.
    """

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        try:
            return cast(Actor | None, super().__call__(request))
        except HttpError as error:
            raise NotAllowedError("csrf", _("页面已过期，请刷新后再试")) from error

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        return cast(MemberRequest, request).actor


def members_only[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """For server-rendered pages: a stranger is sent to log in first and comes back."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if cast(MemberRequest, request).actor is None:
            return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return guarded
