"""The public pages `/l`: the three lists today, on any day, from edition to edition; for people and for machines."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zhunru.core.errors import DomainError
from zhunru.divisions.models import County
from zhunru.documents.api import pdf_answer
from zhunru.documents.public import busy, busy_machine, open_json, open_problem
from zhunru.files.answers import download
from zhunru.files.types import FileType
from zhunru.lists import comparing, public, schemas
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.tables.exporting import edition_table

LOOK_UPS, TABLES = 120, 12
"""Per address and minute: pages, and tables that are made when they are asked for."""
PAGE = 100
"""Entries on one page: a list of the usual length is one page that can be printed and cited."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The three lists, and one search over what holds today."""
    if answer := _too_many(request):
        return answer
    today = timezone.localdate()
    found = public.overview(today)
    words = public.words_of(request.GET.get("q", ""))
    held = [one.edition for one in found if one.edition]
    rows = public.entries(held, words) if words else Entry.objects.none()
    return _page(request, "lists/index.html", {"lists": found, "words": words, **_cut(request, rows), "today": today})


@require_safe
def current(request: HttpRequest, kind: ListKind) -> HttpResponse:
    """The list that holds today, with the editions before it."""
    return _too_many(request) or _list_page(request, kind, timezone.localdate(), cited=False)


@require_safe
def on_day(request: HttpRequest, kind: ListKind, day: date) -> HttpResponse:
    """The list as it held on a day: an address to be cited, also years later (rule L-08)."""
    return _too_many(request) or _list_page(request, kind, day, cited=True)


@require_safe
def on_day_json(request: HttpRequest, kind: ListKind, day: date) -> HttpResponseBase:
    """The same for machines, from any site; an ETag saves the rest. Always in Chinese: the list is."""
    if answer := busy_machine(request, "lists", LOOK_UPS):
        return answer
    edition = public.edition_on(kind, day)
    if edition is None:
        return open_problem(404, "no_edition", _no_edition(kind, day))
    with translation.override(settings.LANGUAGE_CODE):
        data = public.as_data(kind, day, edition)
    return open_json(request, data)


@require_safe
def on_day_pdf(request: HttpRequest, kind: ListKind, day: date) -> HttpResponseBase:
    """The sealed paper of the edition that held on that day."""
    if answer := _too_many(request):
        return answer
    edition = public.edition_on(kind, day)
    if edition is None:
        return _missing(request, kind, _no_edition(kind, day))
    if edition.document is None:
        return _missing(request, kind, _("该版清单在本平台启用前公布，本平台没有其文书"))
    try:
        return pdf_answer(edition.document)
    except DomainError as error:
        return _missing(request, kind, error.message)


@require_safe
def on_day_xlsx(request: HttpRequest, kind: ListKind, day: date) -> HttpResponseBase:
    """The edition that held on that day as a table, in the columns in which lists are read."""
    if answer := busy(request, "list-tables", TABLES):
        return answer
    edition = public.edition_on(kind, day)
    if edition is None:
        return _missing(request, kind, _no_edition(kind, day))
    return download(f"{edition} {day}.xlsx", FileType.XLSX, edition_table(edition, FileType.XLSX))


@require_safe
def difference(request: HttpRequest, old: int, new: int) -> HttpResponse:
    """What changed between two published editions of one list; what was removed comes first."""
    if answer := _too_many(request):
        return answer
    found = public.pair(old, new)
    if found is None:
        return _missing(request, None, _("没有可以对照的两版清单"))
    before, after = found
    what = schemas.DifferenceOut.of(comparing.between(before, after))
    context = {"old": before, "new": after, "what": what, "kind": ListKind(after.kind)}
    return _page(request, "lists/difference.html", context)


def _list_page(request: HttpRequest, kind: ListKind, day: date, *, cited: bool) -> HttpResponse:
    edition = public.edition_on(kind, day)
    if edition is None and cited:
        return _missing(request, kind, _no_edition(kind, day))
    today, words = timezone.localdate(), public.words_of(request.GET.get("q", ""))
    before = public.neighbour(edition) if edition else None
    context = {
        "kind": kind,
        "day": day,
        "cited": cited,
        "edition": edition,
        "ahead": edition is not None and public.is_ahead(edition, today),
        "over": edition is not None and edition.ends_on is not None and edition.ends_on <= today,
        "before": before,
        "words": words,
        "today": today,
        **_cut(request, public.entries([edition] if edition else [], words)),
        "editions": _marked(public.editions(kind), today),
    }
    return _page(request, "lists/list.html", context)


def _marked(rows: Any, today: date) -> list[tuple[Edition, bool, bool]]:
    """Each edition with whether it is still ahead, and whether it holds."""
    return [(row, public.is_ahead(row, today), public.holds(row, today)) for row in rows]


def _cut(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """The page of entries that is asked for, the first where that makes no sense; each with where it applies."""
    page = Paginator(rows, PAGE).get_page(request.GET.get("page", "1")[:6])
    return {"page": page, "rows": [(entry, comparing.shown(entry, "applies_to")) for entry in page]}


def _no_edition(kind: ListKind, day: date) -> str:
    return _("%(day)s 没有施行中的%(list)s") % {"day": day, "list": kind.label}


def _missing(request: HttpRequest, kind: ListKind | None, sentence: str) -> HttpResponse:
    rows = _marked(public.editions(kind), timezone.localdate()) if kind else []
    return _page(request, "lists/missing.html", {"kind": kind, "sentence": sentence, "editions": rows}, status=404)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    place = County.objects.values_list("name", flat=True).first() or ""
    return render(request, template, {"place": place, **context}, status=status)


def _too_many(request: HttpRequest) -> HttpResponse | None:
    return busy(request, "lists", LOOK_UPS)
