"""Routes of the files that come with an application, on the county host."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Form, Path, Router, Status
from ninja.files import UploadedFile

from zhunru.admissions import queries, schemas
from zhunru.admissions.models import Attachment
from zhunru.admissions.services import attaching
from zhunru.core.actors import COUNTY
from zhunru.core.routes import actor_of
from zhunru.files import storage
from zhunru.files.answers import BINARY, download

of_applications = Router(tags=["attachments"])
attachments = Router(tags=["attachments"])


@of_applications.post("/{int:id}/attachments", response={201: schemas.AttachmentOut}, operation_id="attachment_add")
def add_attachment(
    request: HttpRequest,
    id: Path[int],
    data: Form[schemas.AttachmentIn],
    file: File[UploadedFile],
) -> Status[Attachment]:
    """One file; sent again, it is answered with what is there already."""
    actor = actor_of(request)
    application = get_object_or_404(queries.visible_to(actor), pk=id)
    return Status(201, attaching.attach(application, file, kind=data.kind, actor=actor))


@of_applications.get("/{int:id}/attachments", response=list[schemas.AttachmentOut], operation_id="attachment_list")
def list_attachments(request: HttpRequest, id: Path[int]) -> list[Attachment]:
    application = get_object_or_404(queries.visible_to(actor_of(request)), pk=id)
    return list(application.attachments.filter(removed_at__isnull=True))


@attachments.post("/{int:id}/remove", response={204: None}, operation_id="attachment_remove")
def remove_attachment(request: HttpRequest, id: Path[int]) -> Status[None]:
    actor = actor_of(request)
    attaching.remove(get_object_or_404(queries.attachments_visible_to(actor), pk=id), actor=actor)
    return Status(204, None)


@attachments.get("/{int:id}/file", operation_id="attachment_file", openapi_extra=BINARY)
def read_attachment_file(request: HttpRequest, id: Path[int]) -> HttpResponse:
    """The file to be saved; it is never shown in our own pages."""
    there = queries.attachments_visible_to(actor_of(request)).filter(removed_at__isnull=True)
    attachment = get_object_or_404(there, pk=id)
    return download(attachment.name, attachment.type, storage.open_stored(COUNTY, attachment.sha256))
