"""Routes of applications and matters; both on the county host."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Header, Path, Query, Router, Status

from zhunru.admissions import queries, rules, schemas, services
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of, add_case_routes

applications = Router(tags=["applications"])
matters = Router(tags=["matters"])


@applications.get("", response=Page[schemas.ApplicationRow], operation_id="application_list")
def list_applications(
    request: HttpRequest, where: Query[schemas.ApplicationFilter], paging: Query[Paging]
) -> HttpResponse:
    rows = queries.searched(queries.visible_to(actor_of(request)), paging.q)
    rows = rows.filter(**where.model_dump(exclude_none=True))
    return page(
        queries.as_rows(rows), schemas.ApplicationRow, paging, orderable=("id", "title", "status", "submitted_at")
    )


@applications.post("", response={201: schemas.ApplicationOut}, operation_id="application_create")
def create_application(
    request: HttpRequest,
    data: schemas.ApplicationIn,
    idempotency_key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> Status[Application]:
    return Status(201, services.draft_application(actor=actor_of(request), data=data, client_key=idempotency_key))


@applications.get("/{int:id}", response=schemas.ApplicationOut, operation_id="application_read")
def read_application(request: HttpRequest, id: Path[int]) -> Application:
    return get_object_or_404(queries.visible_to(actor_of(request)), pk=id)


@applications.patch("/{int:id}", response=schemas.ApplicationOut, operation_id="application_edit")
def edit_application(request: HttpRequest, id: Path[int], data: schemas.ApplicationPatch) -> Application:
    actor = actor_of(request)
    application = get_object_or_404(queries.visible_to(actor), pk=id)
    return services.edit_application(application, actor=actor, data=data)


@applications.get("/{int:id}/checks", response=list[schemas.Check], operation_id="application_checks")
def check_application(request: HttpRequest, id: Path[int]) -> list[schemas.Check]:
    """What submission will ask, each rule told with the field it belongs to."""
    actor = actor_of(request)
    application = get_object_or_404(queries.visible_to(actor), pk=id)
    return [check for rule in rules.SUBMISSION for check in _checks(rule, application, actor)]


def _checks(rule: rules.Guard, application: Application, actor: Actor) -> list[schemas.Check]:
    """One line for a rule that holds; for one that does not, a line for each field it complains about."""
    try:
        rule(application, actor)
    except DomainError as error:
        fields = error.params.get("fields", [error.field])
        return [schemas.Check(code=error.code, ok=False, field=name, detail=error.message) for name in fields]
    return [schemas.Check(code=rule.__name__, ok=True, field=None, detail="")]


add_case_routes(
    applications,
    APPLICATIONS,
    visible=queries.visible_to,
    out=schemas.ApplicationOut,
    parts=queries.parts_of,
)


@matters.get("", response=Page[schemas.MatterRow], operation_id="matter_list")
def list_matters(request: HttpRequest, where: Query[schemas.MatterFilter], paging: Query[Paging]) -> HttpResponse:
    rows = queries.searched(queries.matters_visible_to(actor_of(request)), paging.q)
    rows = rows.filter(**where.model_dump(exclude_none=True))
    return page(
        queries.matters_as_rows(rows),
        schemas.MatterRow,
        paging,
        orderable=("id", "code", "title", "status", "starts_on"),
    )


@matters.get("/{int:id}", response=schemas.MatterOut, operation_id="matter_read")
def read_matter(request: HttpRequest, id: Path[int]) -> Matter:
    return get_object_or_404(queries.matters_visible_to(actor_of(request)), pk=id)


add_case_routes(matters, MATTERS, visible=queries.matters_visible_to, out=schemas.MatterOut)
