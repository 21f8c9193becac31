"""The county's read side of contracts: all from facts, none from a township's schema."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of
from zhunru.purchases import fact_schemas as schemas
from zhunru.purchases import figures, queries

router = Router(tags=["purchases"])

COLUMNS = {"township": "township__code", "department": "department_id", "status": "status"}


@router.get("/contracts", response=Page[schemas.ContractFactRow], operation_id="purchase_contracts")
def list_contracts(request: HttpRequest, where: Query[schemas.ContractFilter], paging: Query[Paging]) -> HttpResponse:
    """A department's own contracts over all townships; to the county's offices all of them."""
    asked = where.model_dump(exclude_none=True, exclude={"late"})
    rows = queries.contracts_visible_to(actor_of(request)).filter(**{COLUMNS[k]: v for k, v in asked.items()})
    for word in paging.q.split():
        rows = rows.filter(subject__icontains=word) | rows.filter(number__icontains=word)
    return page(
        queries.contract_rows(rows, only_late=where.late),
        schemas.ContractFactRow,
        paging,
        orderable=("id", "number", "subject", "status", "township", "department", "price", "signed_on", "ends_on"),
    )


@router.get("/figures", response=schemas.Figures, operation_id="purchase_figures")
def read_figures(request: HttpRequest) -> schemas.Figures:
    """By department, never by village."""
    return figures.figures(actor_of(request))


@router.get("/payments", response=list[schemas.Month], operation_id="purchase_payments")
def list_payments(request: HttpRequest, asked: Query[schemas.MonthsAsked]) -> list[schemas.Month]:
    """What fell due and what was paid, month by month."""
    return figures.payments(actor_of(request), months=asked.months, department=asked.department)
