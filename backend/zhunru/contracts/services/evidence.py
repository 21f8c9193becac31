"""Files of a record of work, where its clause asks for them; a picture keeps its place only where that is asked."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Attachment, Deliverable
from zhunru.contracts.rules import evidence as rules
from zhunru.contracts.services.delivering import locked_for, may_write
from zhunru.core.actors import Actor
from zhunru.files import storage
from zhunru.files.uploads import received
from zhunru.purchases.choices import Evidence
from zhunru.tenancy.context import current

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def attach(deliverable: Deliverable, file: "UploadedFile[bytes]", *, actor: Actor) -> Attachment:
    """The same file stands once. RefusedError at `file`; DomainError where none is asked for, or enough are there."""
    may_write(deliverable.contract, actor)
    rules.is_asked_for(deliverable.clause)
    limits = configuration.current().values
    located = deliverable.clause.evidence == Evidence.FILE_WITH_LOCATION
    taken = received(
        file, max_bytes=limits.attachment_max_bytes, types=limits.attachment_types, particulars_stay=located
    )
    with transaction.atomic():
        locked = locked_for(deliverable, actor)
        rules.is_a_draft(locked)
        rules.is_asked_for(locked.clause)
        there = rules.kept(locked)
        if known := next((one for one in there if one.sha256 == taken.sha256), None):
            return known
        rules.has_room(there)
        made = Attachment(
            contract=locked.contract,
            deliverable=locked,
            name=taken.name,
            type=taken.type,
            size=taken.size,
            location=located,
            sha256=storage.store(str(current().realm), taken.content),
        )
        made.record(actor=actor, reason=gettext_lazy("上传佐证材料"))
    return made


@transaction.atomic
def remove(attachment: Attachment, of: Deliverable, *, actor: Actor) -> None:
    """While the record is a draft. Row and file are kept, and who took it out; twice is once."""
    rules.is_a_draft(locked_for(of, actor))
    found: Attachment = Attachment.objects.get(pk=attachment.pk)
    if found.removed_at is None:
        found.removed_at = timezone.now()
        found.record(actor=actor, reason=gettext_lazy("移除佐证材料"))
