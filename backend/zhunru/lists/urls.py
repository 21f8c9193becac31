"""Bare pages on the county's host. An address with a day in it is made to be cited."""

from datetime import date

from django.urls import path, register_converter

from zhunru.lists import views
from zhunru.lists.models import ListKind


class KindConverter:
    regex = "|".join(ListKind.values)

    def to_python(self, value: str) -> ListKind:
        return ListKind(value)

    def to_url(self, value: str) -> str:
        return ListKind(value).value


class DayConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """A ValueError means that no such address exists."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(KindConverter, "kind")
register_converter(DayConverter, "day")

urlpatterns = [
    path("l", views.index, name="lists"),
    path("l/difference/<int:old>/<int:new>", views.difference, name="list_difference"),
    path("l/<kind:kind>", views.current, name="list"),
    path("l/<kind:kind>/<day:day>", views.on_day, name="list_on"),
    path("l/<kind:kind>/<day:day>.json", views.on_day_json, name="list_on_json"),
    path("l/<kind:kind>/<day:day>.xlsx", views.on_day_xlsx, name="list_on_xlsx"),
    path("l/<kind:kind>/<day:day>.pdf", views.on_day_pdf, name="list_on_pdf"),
]
