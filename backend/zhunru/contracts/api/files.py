"""Routes of a contract's files, at the same addresses on both hosts. They lie on the township's side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router, Status

from zhunru.contracts import queries
from zhunru.contracts.crossing import cross
from zhunru.contracts.services import files
from zhunru.core.routes import actor_of
from zhunru.files import storage
from zhunru.files.answers import BINARY, download
from zhunru.tenancy.context import current

contract_files = cross(Router(tags=["contract files"]))


@contract_files.get("/{int:id}", operation_id="contract_file_read", openapi_extra=BINARY)
def read_file(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The file to be saved; it is never shown in our own pages."""
    found = get_object_or_404(queries.attachments_visible_to(actor_of(request)), pk=id)
    return download(found.name, found.type, storage.open_stored(str(current().realm), found.sha256))


@contract_files.post("/{int:id}/remove", response={204: None}, operation_id="contract_file_remove")
def remove_file(request: HttpRequest, id: Path[int]) -> Status[None]:
    actor = actor_of(request)
    files.remove(get_object_or_404(queries.attachments_visible_to(actor), pk=id), actor=actor)
    return Status(204, None)
