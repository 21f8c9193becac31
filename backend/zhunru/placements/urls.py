from django.urls import path

from zhunru.placements import views

urlpatterns = [
    path("", views.list_mine, name="m"),
    path("/<int:id>", views.receipt, name="m-receipt"),
    path("/<int:id>/paper/<str:kind>", views.paper, name="m-paper"),
]
