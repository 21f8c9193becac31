"""Routes of a contract's versions, at the same addresses on both hosts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.models import Terms
from zhunru.contracts.schemas.assessments import AssessmentOut
from zhunru.contracts.schemas.terms import ChangeOut, Simulation, SimulationOut, TermsEdit, TermsOut
from zhunru.contracts.services import differences, drafting, papers, simulating
from zhunru.contracts.workflow.terms import TERMS
from zhunru.core.routes import actor_of, add_case_routes
from zhunru.files.answers import BINARY, download

terms = cross(Router(tags=["contract terms"]))


@terms.get("/{int:id}", response=TermsOut, operation_id="terms_read")
def read_terms(request: HttpRequest, id: Path[int]) -> Terms:
    return get_object_or_404(queries.terms_visible_to(actor_of(request)), pk=id)


@terms.put("/{int:id}", response=TermsOut, operation_id="terms_edit")
def edit_terms(request: HttpRequest, id: Path[int], data: TermsEdit) -> Terms:
    """The whole text, kept as it was typed; what is wrong with it is told in `faults`."""
    actor = actor_of(request)
    found = get_object_or_404(queries.terms_visible_to(actor), pk=id)
    return drafting.write_text(found, actor=actor, data=data)


@terms.get("/{int:id}/preview", operation_id="terms_preview", openapi_extra=BINARY)
def preview_terms(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The paper as it would be, marked as a draft, without number and seal."""
    found = get_object_or_404(queries.terms_visible_to(actor_of(request)), pk=id)
    return download(*papers.preview(found))


@terms.post("/{int:id}/simulate", response=SimulationOut, operation_id="terms_simulate")
def simulate_terms(request: HttpRequest, id: Path[int], data: Simulation) -> dict[str, AssessmentOut | None]:
    """The score that an assumed course of events would give; nothing of it is kept."""
    found = get_object_or_404(queries.terms_visible_to(actor_of(request)), pk=id)
    sides = simulating.simulate(found, data.events)
    return {side: AssessmentOut.told(one) if one else None for side, one in sides.items()}


@terms.get("/{int:id}/difference", response=list[ChangeOut], operation_id="terms_difference")
def compare_terms(request: HttpRequest, id: Path[int]) -> list[differences.Change]:
    """What it changes against the version signed before it; empty for an original."""
    return differences.difference(get_object_or_404(queries.terms_visible_to(actor_of(request)), pk=id))


add_case_routes(terms, TERMS, visible=queries.terms_visible_to, out=TermsOut)
