from urllib.parse import unquote

import pytest
from django.http import HttpRequest, HttpResponse

from zhunru.core.middleware import ContentSecurityPolicyMiddleware
from zhunru.files.answers import download
from zhunru.files.types import FileType


@pytest.mark.parametrize("kind", [*FileType, "html", "svg", ""])
def test_whatever_it_is_a_file_is_saved_and_never_shown(kind: str) -> None:
    answer = ContentSecurityPolicyMiddleware(lambda _request: download("请示 “一”.pdf", kind, b"<script>"))(
        HttpRequest()
    )
    assert isinstance(answer, HttpResponse)
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert unquote(answer["Content-Disposition"]).endswith("请示 “一”.pdf")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Type"] == (
        FileType(kind).media_type if kind in set(FileType) else "application/octet-stream"
    )


def test_a_name_cannot_end_its_header() -> None:
    answer = download('a"; filename="b.html', "pdf", b"")
    assert answer["Content-Disposition"] == r'attachment; filename="a\"; filename=\"b.html"'
