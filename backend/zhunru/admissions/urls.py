"""Bare pages on the county's host."""

from django.urls import path

from zhunru.admissions import views

urlpatterns = [
    path("admitted", views.admitted, name="admitted"),
    path("admitted.json", views.admitted_json, name="admitted_json"),
]
