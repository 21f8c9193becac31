"""What may be bought, with which clauses, and whether this may be bought of that village."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.divisions.models import Village
from zhunru.purchases import eligibility, queries, schemas
from zhunru.purchases.checks import Asked
from zhunru.purchases.models import Forbidden, SampleClause, Template

router = Router(tags=["purchases"])
clauses = Router(tags=["purchases"])
"""On a township's host; on the county's the library is also written."""


@router.get("/services", response=Page[schemas.ServiceRow], operation_id="purchase_services")
def list_services(request: HttpRequest, where: Query[schemas.ServiceFilter], paging: Query[Paging]) -> HttpResponse:
    """Part C of the national procurement catalogue."""
    rows = queries.services(paging.q)
    if where.offered is not None:
        rows = rows.filter(offered=where.offered)
    if where.parent:
        rows = rows.filter(parent_code=where.parent)
    return page(rows, schemas.ServiceRow, paging, orderable=("code", "name"))


@router.get("/forbidden", response=list[schemas.ForbiddenOut], operation_id="purchase_forbidden")
def list_forbidden(request: HttpRequest) -> QuerySet[Forbidden]:
    """What may never be bought of a village, with its legal basis."""
    return Forbidden.objects.all()


@clauses.get("", response=list[schemas.SampleClauseOut], operation_id="purchase_clauses")
def list_clauses(request: HttpRequest) -> QuerySet[SampleClause]:
    """The clause library."""
    return queries.clauses()


@router.get("/templates", response=list[schemas.TemplateOut], operation_id="purchase_templates")
def list_templates(request: HttpRequest) -> QuerySet[Template]:
    return queries.templates()


@router.post("/check", response=schemas.CheckOut, operation_id="purchase_check")
def check(request: HttpRequest, data: schemas.CheckIn) -> dict[str, Any]:
    """Whether this may be bought of that village; writes nothing."""
    village = get_object_or_404(Village, pk=data.village) if data.village else None
    asked = Asked(
        **data.model_dump(mode="json", exclude={"village"}),
        village=village.name if village else "",
        village_kind=village.kind if village else "",
        department_id=actor_of(request).organisation_id,
    )
    return eligibility.check(asked).as_json()
