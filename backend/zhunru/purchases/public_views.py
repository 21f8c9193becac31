"""The public pages `/ocds`: every published contract in the Open Contracting Data Standard, without log-in."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import InvalidPage, Page
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from zhunru.documents.public import busy, busy_machine, open_json, open_problem
from zhunru.purchases import releases
from zhunru.purchases.ocds.contract import Standing
from zhunru.purchases.ocds.packages import Json, Publisher, record, record_package, release_package

LOOK_UPS = 120
"""Per address and minute."""
STANDINGS = {
    Standing.PENDING: gettext_lazy("待签订"),
    Standing.ACTIVE: gettext_lazy("履行中"),
    Standing.CANCELLED: gettext_lazy("未签订"),
    Standing.TERMINATED: gettext_lazy("已终止"),
}
Packing = Callable[[list[Any], str, Publisher], Json]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Published contracts for people: who buys what of which village, at what price."""
    if answer := busy(request, "ocds", LOOK_UPS):
        return answer
    page = _page(request, releases.page_of_contracts)
    contracts = [_shown(one) for one in releases.as_they_stand(list(page))] if page else []
    place = releases.publisher().name
    return render(request, "purchases/published.html", {"place": place, "page": page, "contracts": contracts})


@require_safe
def all_releases(request: HttpRequest) -> HttpResponseBase:
    """A page of releases, the newest first; `page` counts from one, the header `Link` names the next."""
    return _packed(request, releases.page_of_releases, _as_releases)


@require_safe
def all_records(request: HttpRequest) -> HttpResponseBase:
    """A page of contracts as they stand, each with links to its releases."""
    return _packed(request, releases.page_of_contracts, _as_records)


@require_safe
def releases_of_one(request: HttpRequest, ocid: str) -> HttpResponseBase:
    """All releases of one contract, oldest first."""
    return _one(request, ocid, _as_releases)


@require_safe
def record_of_one(request: HttpRequest, ocid: str) -> HttpResponseBase:
    """One contract as it stands, with its releases in full."""
    return _one(request, ocid, _as_one_record)


def _as_releases(bodies: list[Any], path: str, by: Publisher) -> Json:
    return release_package(bodies, path=path, publisher=by)


def _as_records(ocids: list[Any], path: str, by: Publisher) -> Json:
    return record_package(releases.records(ocids, by), path=path, publisher=by)


def _as_one_record(bodies: list[Any], path: str, by: Publisher) -> Json:
    return record_package([record(bodies[-1], bodies)], path=path, publisher=by)


def _packed(request: HttpRequest, paged: Callable[[int], Page[Any]], pack: Packing) -> HttpResponseBase:
    if answer := busy_machine(request, "ocds", LOOK_UPS):
        return answer
    page = _page(request, paged)
    if page is None:
        return open_problem(404, "no_such_page", _("没有这一页：公开的合同到此为止"))
    package = pack(list(page), f"{request.path}?page={page.number}", by := releases.publisher())
    return open_json(request, package, **_neighbours(page, by.site + request.path))


def _one(request: HttpRequest, ocid: str, pack: Packing) -> HttpResponseBase:
    if answer := busy_machine(request, "ocds", LOOK_UPS):
        return answer
    bodies = [row.body for row in releases.releases_of(ocid)]
    if not bodies:
        return open_problem(404, "not_published", _("没有以此编号公开的合同"))
    return open_json(request, pack(bodies, request.path, releases.publisher()))


def _page(request: HttpRequest, paged: Callable[[int], Page[Any]]) -> Page[Any] | None:
    """The page that is asked for, or None where there is none."""
    asked = request.GET.get("page", "1")[:9]
    try:
        return paged(int(asked)) if asked.isascii() and asked.isdigit() else None
    except InvalidPage:
        return None


def _neighbours(page: Page[Any], address: str) -> dict[str, str]:
    """The header `Link` (RFC 8288); a package of the standard has no field for it."""
    found = {}
    if page.has_previous():
        found["prev"] = page.previous_page_number()
    if page.has_next():
        found["next"] = page.next_page_number()
    links = ", ".join(f'<{address}?page={number}>; rel="{name}"' for name, number in found.items())
    return {"Link": links} if links else {}


def _shown(one: releases.Contract) -> dict[str, Any]:
    """What the page for people shows of a contract, taken from what machines read of it."""
    contract, award = one.body["contracts"][0], one.body["awards"][0]
    return {
        "ocid": one.ocid,
        "number": contract["id"],
        "subject": contract["title"],
        "buyer": one.body["buyer"]["name"],
        "supplier": award["suppliers"][0]["name"],
        "price": f"{contract['value']['amount']:,.2f}",
        "standing": STANDINGS[Standing(contract["status"])],
        "from_on": contract["period"]["startDate"][:10],
        "to_on": contract["period"]["endDate"][:10],
        "papers": contract.get("documents", []) + contract.get("implementation", {}).get("documents", []),
    }
