"""The public page `/v`: no log-in, light enough for any phone; without JavaScript only the drop is missing."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from zhunru.divisions.models import County
from zhunru.documents import asking, checking, codes, showing, speaking, throttle, verification
from zhunru.documents.checking import BusyError, Checked, FileAnswer

MAX_UPLOAD = 20 * 1024 * 1024
LOOK_UPS, UPLOADS = 120, 12
"""Per address and minute: an office behind one address looks up what it likes."""
MISS = 10
"""What a well-formed code costs that is no paper's: nobody mistypes one so that its check character fits."""


@csrf_exempt  # checked by the inner view, after the size: the check reads the whole body
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What the paper of `code` (and `number`) is and what it is worth; a file, or its `sha256`, is compared with it."""
    if throttle.too_many(request, "verify", LOOK_UPS):
        return _refused(request, "busy", 429)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_UPLOAD:
        return _refused(request, "large", 413)
    if request.method == "POST" and throttle.too_many(request, "upload", UPLOADS):
        return _refused(request, "busy", 429)
    # Not the limit for strangers of `files.uploads`: a list's edition is larger, and the size is known.
    request.upload_handlers = [TemporaryFileUploadHandler(request)]
    return _answer(request, code or request.GET.get("code", ""))


@csrf_protect
def _answer(request: HttpRequest, code: str) -> HttpResponse:
    code, number = code[: asking.LONGEST], request.GET.get("number", "")[: asking.LONGEST]
    typed = {"typed": code, "typed_number": number}
    answer = verification.look_up(code, timezone.localdate(), number) if code.strip() else None
    if code.strip() and answer is None:
        throttle.charge(request, "verify", MISS - 1 if codes.normalise(code) else 0)
        return _page(request, {"problem": "unknown", "said": speaking.unknown(), **typed}, status=404)
    try:
        checked = _checked(request, answer)
    except BusyError:
        return _refused(request, "busy", 503)
    return _told(request, answer, checked) if answer or checked else _page(request, typed)


def _checked(request: HttpRequest, answer: verification.Answer | None) -> Checked | None:
    """What the file is that was sent, or whose hash was; None where neither was."""
    file, sha256 = request.FILES.get("file"), request.GET.get("sha256", "")
    if isinstance(file, UploadedFile):
        found = checking.check(file.read())
    elif request.method == "POST":
        return Checked(FileAnswer.NONE)
    elif sha256:
        found = checking.by_hash(sha256.lower()[:64]) or Checked(FileAnswer.UNKNOWN)
    else:
        return None
    return checking.against(answer.document, found) if answer else found


def _told(request: HttpRequest, answer: verification.Answer | None, checked: Checked | None) -> HttpResponse:
    """The paper that was asked for, or else the one that the file is, and what the file is."""
    today, asked = timezone.localdate(), answer is not None
    if answer is None and checked and checked.document:
        answer = verification.answer(checked.document, today)
    context = showing.of(answer, today, request.GET.get("on", "")) if answer else {}
    return _page(request, {**context, "checked": checked, "asked": asked}, _status(context, checked))


def _status(context: dict[str, Any], checked: Checked | None) -> int:
    """404 for a hash that is no file's, 422 for a day that cannot be answered for."""
    if checked and checked.answer == FileAnswer.UNKNOWN:
        return 404
    return 422 if context and context["on"].fault else 200


def _refused(request: HttpRequest, problem: str, status: int) -> HttpResponse:
    response = _page(request, {"problem": problem}, status)
    if status in (429, 503):
        response.headers["Retry-After"] = str(throttle.WINDOW_SECONDS)
    return response


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    place = County.objects.values_list("name", flat=True).first() or ""
    return render(request, "documents/verify.html", {"place": place, **context}, status=status)
