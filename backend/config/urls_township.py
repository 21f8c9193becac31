"""A township's host: pages without JavaScript, the API, and the single-page app for everything else."""

from django.urls import include, path, re_path

from config.spa import app
from config.township_api import api

urlpatterns = [
    path("", include("zhunru.accounts.urls")),
    path("m", include("zhunru.placements.urls")),
    path("api/", api.urls),
    re_path(r"^(?!api/|static/|assets/).*$", app),
]
