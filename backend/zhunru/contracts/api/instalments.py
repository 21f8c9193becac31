"""Routes of the payments under a contract."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.models import Instalment
from zhunru.contracts.schemas.instalments import InstalmentOut
from zhunru.contracts.workflow.instalments import INSTALMENTS
from zhunru.core.routes import actor_of, add_case_routes

of_contracts = cross(Router(tags=["instalments"]))
"""Below `/contracts`."""
instalments = cross(Router(tags=["instalments"]))


@of_contracts.get("/{int:id}/instalments", response=list[InstalmentOut], operation_id="contract_instalments")
def list_instalments(request: HttpRequest, id: Path[int]) -> QuerySet[Instalment]:
    actor = actor_of(request)
    contract = get_object_or_404(queries.visible_to(actor), pk=id)
    return queries.instalments_visible_to(actor).filter(contract=contract).order_by("no")


@instalments.get("/{int:id}", response=InstalmentOut, operation_id="instalment_read")
def read_instalment(request: HttpRequest, id: Path[int]) -> Instalment:
    return get_object_or_404(queries.instalments_visible_to(actor_of(request)), pk=id)


add_case_routes(instalments, INSTALMENTS, visible=queries.instalments_visible_to, out=InstalmentOut)
