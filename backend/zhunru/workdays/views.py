"""The feed for calendar programs: no log-in, no cookie, nothing but the link."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from zhunru.workdays import feeds


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The deadlines of the token's holder; 404 for a token that is unknown, renewed or whose holder has left."""
    holder = feeds.holder(token, timezone.localdate())
    if holder is None:
        return HttpResponseNotFound(
            _("没有这个日历，请在系统中重新生成链接。"), content_type="text/plain; charset=utf-8"
        )
    host = request.get_host().partition(":")[0]
    return HttpResponse(feeds.written(holder, host, timezone.now()), content_type="text/calendar; charset=utf-8")
