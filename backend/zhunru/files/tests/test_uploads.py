"""Uploads through an API as config builds it, without a route of any app."""

import json
import os
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from ninja import File, NinjaAPI, UploadedFile
from pytest_django import Settings

from zhunru.core import problems
from zhunru.files.tests import samples
from zhunru.files.types import ATTACHMENTS
from zhunru.files.uploads import MB, received

api = NinjaAPI(urls_namespace="files-tests", docs_url=None, openapi_url=None)
problems.install(api)


@api.post("/files")
def take(request: HttpRequest, file: File[UploadedFile]) -> dict[str, Any]:
    taken = received(file, max_bytes=MB, types=ATTACHMENTS)
    return {"name": taken.name, "type": taken.type, "size": taken.size}


def post(form: dict[str, Any], *, member: bool = True) -> HttpResponse:
    request = RequestFactory().post("/files", form)
    request.actor = object() if member else None  # type: ignore[attr-defined]
    view: Any = next(pattern.callback for pattern in api.urls[0] if "files" in str(pattern.pattern))
    answer: HttpResponse = view(request)
    return answer


def told(answer: HttpResponse) -> tuple[int, str, str | None]:
    said = json.loads(answer.content)
    return answer.status_code, said["code"], said["field"]


def test_an_uploaded_file_is_looked_over() -> None:
    answer = post({"file": SimpleUploadedFile("请示.pdf", samples.pdf())})
    assert (answer.status_code, json.loads(answer.content)["name"]) == (200, "请示.pdf")
    assert told(post({"file": SimpleUploadedFile("请示.pdf", b"MZ")})) == (422, "file_type", "file")


def test_a_request_without_its_file_is_told_so_at_the_field() -> None:
    for form in ({}, {"file": "text"}, {"other": SimpleUploadedFile("a.pdf", b"x")}):
        answer = post(form)
        said = json.loads(answer.content)
        assert (answer.status_code, [error["field"] for error in said["errors"]]) == (422, ["file"])


def test_a_file_larger_than_the_route_takes_is_refused_at_the_field() -> None:
    assert told(post({"file": SimpleUploadedFile("a.pdf", bytes(MB + 1))})) == (413, "file_too_large", "file")


def test_a_request_larger_than_any_route_takes_is_refused_unread(settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = MB
    assert told(post({"file": SimpleUploadedFile("a.pdf", bytes(MB))})) == (413, "too_large", None)


def test_a_stranger_may_not_send_more_than_a_form() -> None:
    form = {"file": SimpleUploadedFile("a.pdf", bytes(MB))}
    assert told(post(form, member=False)) == (413, "too_large", None)


def test_the_limit_stands_before_whatever_would_keep_the_file(settings: Settings) -> None:
    assert settings.FILE_UPLOAD_HANDLERS[0] == "zhunru.files.uploads.UploadLimit"


@pytest.mark.parametrize("size", [10, 3 * MB])
def test_small_and_large_files_arrive_whole(size: int, settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100
    content = samples.docx({"word/media/picture.bin": os.urandom(size)})
    answer = post({"file": SimpleUploadedFile("a.docx", content)})
    said = json.loads(answer.content)
    assert said.get("size") == len(content) if size < MB else said["code"] == "file_too_large"
