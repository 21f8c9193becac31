"""Included at the root of both hosts."""

from django.urls import path
from django.views.i18n import set_language

from zhunru.accounts import views

urlpatterns = [
    path("login", views.log_in, name="login"),
    path("logout", views.log_out, name="logout"),
    path("password", views.change_password, name="password"),
    path("language", set_language, name="language"),
]
