"""How pages without log-in answer: slowed down by address, and for machines readable from any site, with an ETag."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from zhunru.core.problems import problem
from zhunru.documents import throttle

MAX_AGE = 300
"""Seconds for which a machine need not even ask."""


def busy(request: HttpRequest, what: str, limit: int) -> HttpResponse | None:
    """The answer to an address that did `what` more than `limit` times a minute; None to every other."""
    if not throttle.too_many(request, what, limit):
        return None
    answer = HttpResponse(_too_many(), status=429, content_type="text/plain; charset=utf-8")
    answer.headers["Retry-After"] = str(throttle.WINDOW_SECONDS)
    return answer


def busy_machine(request: HttpRequest, what: str, limit: int) -> HttpResponseBase | None:
    """The same, said to a machine."""
    if not throttle.too_many(request, what, limit):
        return None
    answer = open_problem(429, "too_many", _too_many())
    answer.headers["Retry-After"] = str(throttle.WINDOW_SECONDS)
    return answer


def _too_many() -> str:
    return _("查询过于频繁，请一分钟后再试")


def open_problem(status: int, code: str, sentence: str) -> HttpResponseBase:
    """A refusal that pages of other sites may read."""
    return _open(problem(status, code, sentence))


def open_json(request: HttpRequest, data: Any, **headers: str) -> HttpResponseBase:
    """`data`, or 304 to whoever has it; the same data has the same strong ETag. `Link` is for the pages around it."""
    content = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).encode()
    answer = HttpResponse(content, content_type="application/json; charset=utf-8", headers=headers)
    answer.headers["ETag"] = tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    patch_cache_control(answer, public=True, max_age=MAX_AGE)
    return _open(get_conditional_response(request, etag=tag, response=answer) or answer)


def _open(answer: HttpResponseBase) -> HttpResponseBase:
    """Pages of other sites may read it."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    return answer
