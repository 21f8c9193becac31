"""Routes of applications, on the county host."""

from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Header, Path, Query, Router, Status

from zhunru.admissions import listing, queries, rules, schemas, urgent
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.rules.basis import hits_of
from zhunru.admissions.rules.warnings import warnings_of
from zhunru.admissions.services import drafts
from zhunru.admissions.similar import similar_to
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes

applications = Router(tags=["applications"])
urgent_entries = Router(tags=["urgent entries"])


def _visible(actor: Actor) -> QuerySet[Application]:
    return queries.in_full(queries.visible_to(actor))


@applications.get("", response=Page[schemas.ApplicationRow], operation_id="application_list")
def list_applications(
    request: HttpRequest, where: Query[schemas.ApplicationFilter], paging: Query[Paging]
) -> HttpResponse:
    rows = listing.applications(actor_of(request), where, paging.q)
    return page(rows, schemas.ApplicationRow, paging, orderable=listing.APPLICATIONS_BY)


@applications.post("", response={201: schemas.ApplicationOut}, operation_id="application_create")
def create_application(
    request: HttpRequest,
    data: schemas.ApplicationIn,
    idempotency_key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> Status[Application]:
    return Status(201, drafts.draft_application(actor=actor_of(request), data=data, client_key=idempotency_key))


@applications.get("/{int:id}", response=schemas.ApplicationOut, operation_id="application_read")
def read_application(request: HttpRequest, id: Path[int]) -> Application:
    return get_object_or_404(_visible(actor_of(request)), pk=id)


@applications.patch("/{int:id}", response=schemas.ApplicationOut, operation_id="application_edit")
def edit_application(request: HttpRequest, id: Path[int], data: schemas.ApplicationPatch) -> Application:
    actor = actor_of(request)
    application = get_object_or_404(queries.visible_to(actor), pk=id)
    return drafts.edit_application(application, actor=actor, data=data)


@applications.get("/{int:id}/checks", response=list[schemas.Check], operation_id="application_checks")
def check_application(request: HttpRequest, id: Path[int]) -> list[schemas.Check]:
    """What submission will ask, each rule told with the field it belongs to; then what is only warned of."""
    actor = actor_of(request)
    application = get_object_or_404(queries.visible_to(actor), pk=id)
    asked = [check for rule in rules.SUBMISSION for check in _checks(rule, application, actor)]
    return asked + [
        schemas.Check(code=error.code, ok=True, warning=True, field=error.field, detail=error.message)
        for error in warnings_of(application)
    ]


def _checks(rule: rules.Guard, application: Application, actor: Actor) -> list[schemas.Check]:
    """One line for a rule that holds; for one that does not, a line for each field it complains about."""
    try:
        rule(application, actor)
    except DomainError as error:
        fields = error.params.get("fields", [error.field])
        return [
            schemas.Check(code=error.code, ok=False, warning=False, field=name, detail=error.message) for name in fields
        ]
    return [schemas.Check(code=rule.__name__, ok=True, warning=False, field=None, detail="")]


@applications.get("/{int:id}/similar", response=list[schemas.SimilarOut], operation_id="application_similar")
def list_similar(request: HttpRequest, id: Path[int]) -> list[schemas.SimilarOut]:
    """Matters in force that say nearly the same (A-11)."""
    application = get_object_or_404(queries.visible_to(actor_of(request)), pk=id)
    return [
        schemas.SimilarOut(
            id=one.matter.pk,
            code=one.matter.code,
            title=one.matter.title,
            department=one.matter.department.name,
            status=one.matter.status,
            status_label=one.matter.get_status_display(),
            score=one.score,
        )
        for one in similar_to(application)
    ]


@applications.get("/{int:id}/hits", response=list[schemas.HitOut], operation_id="application_hits")
def list_hits(request: HttpRequest, id: Path[int]) -> list[schemas.HitOut]:
    """Negative entries that its words come near, with the applicant's answers (A-09)."""
    application = get_object_or_404(queries.visible_to(actor_of(request)), pk=id)
    answers = {one["entry"]: one["answer"] for one in application.hit_answers}
    return [
        schemas.HitOut(id=entry.pk, code=entry.code, title=entry.title, answer=answers.get(entry.pk, ""))
        for entry in hits_of(application)
    ]


@applications.get("/{int:id}/opinions", response=list[schemas.OpinionOut], operation_id="application_opinions")
def list_opinions(request: HttpRequest, id: Path[int]) -> list[object]:
    """The consultation board: who was asked, who has answered what, who is silent."""
    application = get_object_or_404(queries.visible_to(actor_of(request)), pk=id)
    return list(application.opinions.select_related("village", "township", "organisation"))


add_case_routes(
    applications,
    APPLICATIONS,
    visible=_visible,
    out=schemas.ApplicationOut,
    parts=queries.parts_of,
)


@urgent_entries.post("", response={201: schemas.MatterOut}, operation_id="urgent_entry_create")
def register_urgent_entry(
    request: HttpRequest,
    data: schemas.UrgentIn,
    idempotency_key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> Status[Matter]:
    """Enter first, apply after (clause 2.1e): the provisional paper and its deliveries, at once."""
    return Status(201, urgent.register(actor=actor_of(request), data=data, client_key=idempotency_key))
