"""Routes of the acceptance periods. A score is read on its period's own page only (rule P-15)."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.models import Objection, Period, Verdict
from zhunru.contracts.schemas.judged import PeriodOut, Recomputed
from zhunru.contracts.schemas.periods import PeriodRow, VerdictsIn
from zhunru.contracts.services import assessing, opening
from zhunru.contracts.workflow.periods import PERIODS
from zhunru.core.models import Tracked
from zhunru.core.routes import actor_of, add_case_routes

of_contracts = cross(Router(tags=["periods"]))
"""Below `/contracts`."""
periods = cross(Router(tags=["periods"]))


@of_contracts.get("/{int:id}/periods", response=list[PeriodRow], operation_id="contract_periods")
def list_periods(request: HttpRequest, id: Path[int]) -> QuerySet[Period]:
    actor = actor_of(request)
    contract = get_object_or_404(queries.visible_to(actor), pk=id)
    return queries.periods_visible_to(actor).filter(contract=contract).order_by("no")


@periods.get("/{int:id}", response=PeriodOut, operation_id="period_read")
def read_period(request: HttpRequest, id: Path[int]) -> Period:
    return _period(request, id)


@periods.put("/{int:id}/verdicts", response=PeriodOut, operation_id="period_verdicts")
def put_verdicts(request: HttpRequest, id: Path[int], data: VerdictsIn) -> Period:
    """The purchaser on the provider's clauses, the village on the purchaser's; raw measures only (P-10)."""
    return assessing.put_verdicts(_period(request, id), actor=actor_of(request), data=data)


@periods.get("/{int:id}/recomputed", response=Recomputed, operation_id="period_recomputed")
def recompute_score(request: HttpRequest, id: Path[int]) -> Recomputed:
    period = _period(request, id)
    found = opening.recomputed(period)
    computed = found.score if found else None
    return Recomputed(
        formula=period.formula or 0, stored=period.score, computed=computed, same=computed == period.score
    )


def _parts(period: Period) -> list[Tracked]:
    return [*Verdict.objects.filter(period=period), *Objection.objects.filter(period=period)]


add_case_routes(periods, PERIODS, visible=queries.periods_visible_to, out=PeriodOut, parts=_parts)


def _period(request: HttpRequest, id: int) -> Period:
    return get_object_or_404(queries.periods_visible_to(actor_of(request)), pk=id)
