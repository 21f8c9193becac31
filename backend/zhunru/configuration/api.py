"""Routes of the county's parameters: what holds, every version, what changed, and the forms that follow from them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status

from zhunru.configuration import describing, outputs, queries, schemas, services
from zhunru.configuration.differences import Difference, differences
from zhunru.configuration.models import Configuration
from zhunru.core.actors import Actor
from zhunru.core.pages import Page, Paging, page
from zhunru.core.routes import actor_of

router = Router(tags=["configuration"])


@router.get("/configuration", response=schemas.ConfigurationOut, operation_id="configuration_current")
def read_current(request: HttpRequest) -> schemas.ConfigurationOut:
    """The version that holds now."""
    return outputs.configuration(_version(actor_of(request), queries.current().number))


@router.post("/configuration", response={201: schemas.ConfigurationOut}, operation_id="configuration_create")
def add_version(request: HttpRequest, data: schemas.ConfigurationIn) -> Status[schemas.ConfigurationOut]:
    """A new version, which holds at once; what has begun before keeps the version it began under."""
    version = services.add_version(data.settings, based_on=data.based_on, note=data.note, actor=actor_of(request))
    return Status(201, outputs.configuration(version))


@router.get("/configuration/{int:id}", response=schemas.ConfigurationOut, operation_id="configuration_read")
def read_version(request: HttpRequest, id: Path[int]) -> schemas.ConfigurationOut:
    """A version by its number."""
    return outputs.configuration(_version(actor_of(request), id))


@router.get("/configurations", response=Page[schemas.ConfigurationRow], operation_id="configuration_list")
def list_versions(request: HttpRequest, paging: Query[Paging]) -> HttpResponse:
    """Every version that the actor may read, newest first."""
    rows = queries.with_author(queries.visible_to(actor_of(request)))
    return page(rows, schemas.ConfigurationRow, paging, orderable=("number", "made_at"))


@router.get("/configuration/differences", response=list[Difference], operation_id="configuration_differences")
def compare(request: HttpRequest, asked: Query[schemas.Compared]) -> list[Difference]:
    """What is not the same in two versions, field by field; without numbers, what the newest has changed."""
    actor = actor_of(request)
    new = asked.new or queries.current().number
    old = asked.old or max(new - 1, 1)
    return differences(_version(actor, old).values, _version(actor, new).values)


@router.get("/configuration/schema", response=dict[str, Any], operation_id="configuration_schema")
def read_schema(request: HttpRequest) -> dict[str, Any]:
    """The parameters as a JSON schema: title, unit, bounds and choices of each, for the settings page."""
    return describing.described()


@router.get("/configuration/forms", response=schemas.FormsOut, operation_id="configuration_forms")
def read_forms(request: HttpRequest) -> schemas.FormsOut:
    """What the application form asks for each type of object, and who is heard and decides."""
    return outputs.forms(queries.current())


def _version(actor: Actor, number: int) -> Configuration:
    return get_object_or_404(queries.visible_to(actor), number=number)
