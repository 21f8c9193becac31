"""How one contract goes on, for its charts."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.schemas.progress import ProgressOut
from zhunru.contracts.services.progress import progress
from zhunru.core.routes import actor_of

of_contracts = cross(Router(tags=["contracts"]))
"""Below `/contracts`."""


@of_contracts.get("/{int:id}/progress", response=ProgressOut, operation_id="contract_progress")
def read_progress(request: HttpRequest, id: Path[int]) -> ProgressOut:
    return progress(get_object_or_404(queries.visible_to(actor_of(request)), pk=id))
