"""Pages that need no JavaScript: log-in, log-out, one's own password."""

from typing import Any, cast

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from zhunru.accounts import queries, services, sessions, throttle
from zhunru.accounts.auth import members_only
from zhunru.accounts.forms import LoginForm, PasswordForm
from zhunru.accounts.members import Member, MemberRequest
from zhunru.accounts.models import User
from zhunru.accounts.offices import office_of
from zhunru.core.errors import DomainError


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """The log-in page of this host; afterwards to `next`, if that lies on this host."""
    if cast(MemberRequest, request).actor and request.method != "POST":
        return redirect(_next(request))
    form = LoginForm(request.POST or None)
    if form.is_valid() and (user := _admitted(request, form)):
        sessions.begin(request, user)
        return redirect(_next(request))
    shown = {"form": form, "next": _next(request), **_demo(cast(MemberRequest, request).realm)}
    return _page(request, "accounts/login.html", shown, _status(request, form))


def _admitted(request: HttpRequest, form: LoginForm) -> User | None:
    """The user if name, password and membership are good; else the form says what is wrong."""
    name = form.cleaned_data["username"]
    user = authenticate(request, username=name, password=form.cleaned_data["password"])
    if getattr(request, "axes_locked_out", False):
        form.add_error("password", throttle.sentence(request, name))
        return None
    if user is None:
        form.add_error("password", _("登录名或密码不正确，或者账号已停用"))
        return None
    if not queries.held_by(user.pk, user.realm, timezone.localdate()):
        form.add_error("username", _("您的账号目前没有有效的角色，请联系本级系统管理员"))
        return None
    return user


def _status(request: HttpRequest, form: LoginForm | PasswordForm) -> int:
    if getattr(request, "axes_locked_out", False):
        return 429
    return 422 if form.errors else 200


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and "\x00" not in wanted else "/"


def _page(request: HttpRequest, template: str, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    office = office_of(cast(MemberRequest, request).realm)
    return render(request, template, {"place": office.title, "office": office, **shown}, status=status)


def _demo(realm: str) -> dict[str, Any]:
    """Everybody may enter a demonstration: its log-ins stand on the page."""
    if not settings.DEMO:
        return {}
    users = User.objects.filter(realm=realm, is_active=True).order_by("pk")
    return {"demo_users": users, "demo_password": settings.DEMO_PASSWORD}


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGIN_URL)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def change_password(request: HttpRequest) -> HttpResponse:
    """One's own password; every other log-in of the account ends."""
    member = cast(Member, cast(MemberRequest, request).member)
    form = PasswordForm(request.POST or None)
    if form.is_valid() and (user := _changed(request, form, member)):
        sessions.renew(request, user)
        return _page(request, "accounts/password.html", {"done": True})
    shown = {"form": form, "user": member.user}
    return _page(request, "accounts/password.html", shown, _status(request, form))


def _changed(request: HttpRequest, form: PasswordForm, member: Member) -> User | None:
    """The old password is checked as at log-in, so that it cannot be guessed here without end."""
    name = member.user.username
    if authenticate(request, username=name, password=form.cleaned_data["current"]) is None:
        locked = getattr(request, "axes_locked_out", False)
        form.add_error("current", throttle.sentence(request, name) if locked else _("现在的密码不正确"))
        return None
    try:
        return services.change_own_password(member.user, form.cleaned_data["new"], actor=member.actor)
    except DomainError as error:
        form.add_error("new", error.message)
        return None
