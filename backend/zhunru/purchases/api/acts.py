"""What the county writes: budget lines, the clause library, findings of the office."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_history_route
from zhunru.purchases import queries, schemas, services
from zhunru.purchases.api.catalogue import list_clauses
from zhunru.purchases.models import BudgetLine, SampleClause, Waiver

router = Router(tags=["purchases"])
lines = Router(tags=["purchases"])
clauses = Router(tags=["purchases"])
waivers = Router(tags=["purchases"])


@lines.get("", response=Page[schemas.LineRow], operation_id="budget_line_list")
def list_lines(request: HttpRequest, where: Query[schemas.LineFilter], paging: Query[Paging]) -> HttpResponse:
    """A department's own lines; to the county's offices all of them."""
    rows = queries.lines_visible_to(actor_of(request)).filter(**where.model_dump(exclude_none=True))
    if paging.q:
        rows = rows.filter(project__icontains=paging.q)
    return page(queries.line_rows(rows), schemas.LineRow, paging, orderable=("year", "department", "project", "amount"))


@lines.post("", response=schemas.LineRow, operation_id="budget_line_create")
def create_line(request: HttpRequest, data: schemas.LineIn) -> Any:
    line = services.add_line(data, actor=actor_of(request))
    return _row(request, line.pk)


@lines.get("/{int:id}", response=schemas.LineRow, operation_id="budget_line_read")
def read_line(request: HttpRequest, id: Path[int]) -> Any:
    return _row(request, id)


@lines.put("/{int:id}", response=schemas.LineRow, operation_id="budget_line_change")
def change_line(request: HttpRequest, id: Path[int], data: schemas.LineChange) -> Any:
    """Another amount, not below what contracts bind."""
    actor = actor_of(request)
    line: BudgetLine = get_object_or_404(queries.lines_visible_to(actor), pk=id)
    services.change_line(line, data, actor=actor)
    return _row(request, id)


add_history_route(lines, "budget_line", visible=queries.lines_visible_to)


def _row(request: HttpRequest, id: int) -> Any:
    rows = queries.lines_visible_to(actor_of(request)).filter(pk=id)
    return get_object_or_404(queries.line_rows(rows))


clauses.get("", response=list[schemas.SampleClauseOut], operation_id="purchase_clauses")(list_clauses)


@clauses.post("", response=schemas.SampleClauseOut, operation_id="purchase_clause_create")
def create_clause(request: HttpRequest, data: schemas.ClauseNew) -> SampleClause:
    return services.add_clause(data, actor=actor_of(request))


@clauses.put("/{int:id}", response=schemas.SampleClauseOut, operation_id="purchase_clause_change")
def change_clause(request: HttpRequest, id: Path[int], data: schemas.ClauseChange) -> SampleClause:
    """The library's text; contracts hold copies."""
    return services.change_clause(get_object_or_404(queries.clauses(), pk=id), data, actor=actor_of(request))


@waivers.get("", response=list[schemas.WaiverOut], operation_id="purchase_waivers")
def list_waivers(request: HttpRequest) -> QuerySet[Waiver]:
    """What the office has found to be a service in spite of its wording (rule P-04)."""
    return queries.waivers_visible_to(actor_of(request))


@waivers.post("", response=schemas.WaiverOut, operation_id="purchase_waiver_grant")
def grant_waiver(request: HttpRequest, data: schemas.WaiverIn) -> Waiver:
    return services.grant_waiver(data, actor=actor_of(request))


@waivers.post("/{int:id}/end", response=schemas.WaiverOut, operation_id="purchase_waiver_end")
def end_waiver(request: HttpRequest, id: Path[int], data: schemas.WaiverEnd) -> Waiver:
    actor = actor_of(request)
    waiver: Waiver = get_object_or_404(queries.waivers_visible_to(actor), pk=id)
    return services.end_waiver(waiver, data, actor=actor)


router.add_router("/budget-lines", lines)
router.add_router("/clauses", clauses)
router.add_router("/waivers", waivers)
