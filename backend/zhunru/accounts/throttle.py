"""Ten wrong passwords close a name, at one address, for a quarter of an hour (django-axes keeps the count)."""

from datetime import timedelta
from typing import Any, cast

from axes.helpers import get_client_ip_address, get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.accounts.members import MemberRequest


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name with its realm: the same name on another host is another user's."""
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    return f"{cast(MemberRequest, request).realm}:{username}"


def keep_answer(
    _request: HttpRequest, answer: HttpResponse, _credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The log-in page itself tells when to try again; axes need not replace it."""
    return answer


def sentence(request: HttpRequest, username: str) -> str:
    """When the closed name opens again."""
    attempts = AccessAttempt.objects.filter(
        username=counted_name(request, {"username": username}), ip_address=get_client_ip_address(request)
    )
    opens = timezone.localtime(attempts.latest("attempt_time").attempt_time + get_cool_off(request))
    return _("密码输错次数过多，请于 %(time)s 以后再试") % {"time": f"{opens + timedelta(minutes=1):%H:%M}"}
