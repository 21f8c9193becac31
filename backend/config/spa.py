"""The single-page app's one HTML file, for every address that is not something else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie

NOT_BUILT = "界面尚未构建，请运行 npm run build。"


@never_cache
@ensure_csrf_cookie
def app(_request: HttpRequest) -> HttpResponse:
    """Sets the CSRF cookie that the app sends back with every unsafe request."""
    index = settings.FRONTEND_DIST / "index.html"
    if not index.exists():
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse(index.read_bytes())
