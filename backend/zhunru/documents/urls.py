"""Bare pages on the county's host."""

from django.urls import path

from zhunru.documents import views

urlpatterns = [
    path("v", views.verify, name="verify_form"),
    path("v/<str:code>", views.verify, name="verify"),
]
