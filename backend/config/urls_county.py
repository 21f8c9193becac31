"""The county's host: pages without JavaScript, the API, and the single-page app for everything else."""

from django.urls import include, path, re_path

from config.county_api import api
from config.spa import app

urlpatterns = [
    path("", include("zhunru.accounts.urls")),
    path("", include("zhunru.admissions.urls")),
    path("", include("zhunru.documents.urls")),
    path("", include("zhunru.lists.urls")),
    path("", include("zhunru.purchases.urls")),
    path("", include("zhunru.workdays.urls")),
    path("api/", api.urls),
    re_path(r"^(?!api/|static/|assets/).*$", app),
]
