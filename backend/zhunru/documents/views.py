"""The public page `/v/<code>`: no log-in, no JavaScript, light enough for any phone."""

from typing import Any
from urllib.parse import quote

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from zhunru.divisions.models import County
from zhunru.documents import codes, throttle, verification
from zhunru.documents.kinds import KINDS
from zhunru.documents.verification import Standing

MAX_UPLOAD = 20 * 1024 * 1024
LOOK_UPS, UPLOADS = 60, 12
"""Per address and minute."""
_TONES = {Standing.VALID: "good", Standing.PARTLY: "wait", Standing.PROVISIONAL: "wait", Standing.NOT_YET: "wait"}
"""What is not named here does not hold."""


@csrf_exempt  # checked by the inner view, after the size: the check reads the whole body
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What the paper of `code` is and whether it holds; a POST also compares a file with it."""
    typed = request.GET.get("code", "")
    if request.method != "POST" and typed and not code:
        return redirect(f"/v/{quote(typed[:64], safe='')}")
    if throttle.too_many(request, "verify", LOOK_UPS):
        return _page(request, {"problem": "busy", "typed": code}, status=429)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_UPLOAD:
        return _page(request, {"problem": "large", "typed": code}, status=413)
    return _answer(request, code)


@csrf_protect
def _answer(request: HttpRequest, code: str) -> HttpResponse:
    if not code:
        return _page(request, {})
    answer = verification.look_up(code, timezone.localdate())
    if answer is None:
        return _page(request, {"problem": "unknown", "typed": code[:64]}, status=404)
    document = answer.document
    context: dict[str, Any] = {
        "document": document,
        "code": codes.grouped(document.code),
        "kind": KINDS[document.kind].label,
        "answer": answer,
        "tone": _TONES.get(answer.standing, "bad"),
        "facts": document.facts,
        "scope": document.facts["scope"],
        "ends": document.ends.order_by("id"),
        "sealed_by": [
            document.seal.name,
            *document.cosealed.order_by("sealings__place").values_list("name", flat=True),
        ],
    }
    if request.method == "POST":
        if throttle.too_many(request, "upload", UPLOADS):
            return _page(request, {"problem": "busy", "typed": code}, status=429)
        context["file_answer"] = _file_answer(request, answer)
    return _page(request, context)


def _file_answer(request: HttpRequest, answer: verification.Answer) -> str:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return "none"
    return verification.check_file(answer.document, file.read())


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    place = County.objects.values_list("name", flat=True).first() or ""
    response = render(request, "documents/verify.html", {"place": place, **context}, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(throttle.WINDOW_SECONDS)
    return response
