"""Giving a file back: always to be saved, never to be shown in our own pages."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from zhunru.files.types import FileType

ANY = "application/octet-stream"
BINARY = {"responses": {200: {"content": {ANY: {"schema": {"type": "string", "format": "binary"}}}}}}
"""`openapi_extra` of a route that answers with `download`."""


def download(name: str, type: str, content: bytes) -> HttpResponse:
    """`content` as a download called `name` (Chinese as it is, RFC 5987).

    `type` is a FileType; any other word is answered as octets. No browser may show, guess or run it, nor share its
    copy, even if it is opened from our address.
    """
    known = type in FileType.__members__.values()
    answer = HttpResponse(content, content_type=FileType(type).media_type if known else ANY)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
