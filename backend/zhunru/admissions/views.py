"""The public page `/admitted`: what villages carry and what they carry no more, for people and for machines."""

from typing import Any

from django.conf import settings
from django.core.paginator import EmptyPage, InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from zhunru.admissions import publishing
from zhunru.admissions.models import Matter
from zhunru.configuration.choices import Category, ObjectType
from zhunru.divisions.models import County
from zhunru.documents.public import busy

LOOK_UPS = 120
"""Per address and minute."""
LABELS = {"status": Matter.Status, "category": Category, "object_type": ObjectType}


@require_safe
def admitted(request: HttpRequest) -> HttpResponse:
    """A page of matters for anyone; plain HTML."""
    if answer := busy(request, "admitted", LOOK_UPS):
        return answer
    state = _state(request)
    page = _page(request, state)
    context = {
        "place": County.objects.values_list("name", flat=True).first() or "",
        "state": state,
        "page": page,
        "rows": [_labelled(row) for row in page],
    }
    return render(request, "admissions/admitted.html", context)


@require_safe
@cache_control(public=True, max_age=60)
@condition(etag_func=lambda _request: f'"{publishing.version()}"')
def admitted_json(request: HttpRequest) -> HttpResponse:
    """The same for machines: `state` is `carried` or `removed`, `page` counts from one; an ETag saves the rest."""
    if refusal := busy(request, "admitted", LOOK_UPS):
        return refusal
    state = _state(request)
    page = _page(request, state)
    with translation.override(settings.LANGUAGE_CODE):
        items = [_labelled(row) for row in page]
    answer: dict[str, Any] = {
        "state": state,
        "total": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "items": items,
    }
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _state(request: HttpRequest) -> str:
    state = request.GET.get("state", "carried")
    if state not in publishing.STATES:
        raise Http404
    return state


def _page(request: HttpRequest, state: str) -> Page[Any]:
    try:
        return Paginator(publishing.published(state), publishing.PAGE).page(request.GET.get("page", "1")[:9])
    except (EmptyPage, InvalidPage) as error:
        raise Http404 from error


def _labelled(row: dict[str, Any]) -> dict[str, Any]:
    return row | {f"{name}_label": str(choices(row[name]).label) for name, choices in LABELS.items()}
