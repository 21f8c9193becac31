"""Included at the root of the county's host."""

from django.urls import path

from zhunru.workdays import views

urlpatterns = [path("ical/<str:token>.ics", views.feed, name="feed")]
