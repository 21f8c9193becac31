"""Files of the contract itself, on the township's side: taken and taken out while its text is being drafted."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Attachment, Contract, Terms
from zhunru.contracts.services import evidence
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.files import storage
from zhunru.files.uploads import received
from zhunru.tenancy.context import current

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_FILES = 20


def attach(contract: Contract, file: "UploadedFile[bytes]", *, actor: Actor) -> Attachment:
    """The same file stands once. RefusedError at `file`, NotAllowedError, DomainError `locked`, `too_many_files`."""
    _is_departments(actor)
    limits = configuration.current().values
    taken = received(file, max_bytes=limits.attachment_max_bytes, types=limits.attachment_types)
    with transaction.atomic():
        locked = _open(contract)
        there = list(locked.attachments.filter(removed_at=None, deliverable=None, verdict=None))
        if known := next((one for one in there if one.sha256 == taken.sha256), None):
            return known
        if len(there) >= MOST_FILES:
            sentence = _("每份合同最多 %(n)s 个附件，请先移除不需要的") % {"n": MOST_FILES}
            raise DomainError("too_many_files", sentence, field="file")
        made = Attachment(
            contract=locked,
            name=taken.name,
            type=taken.type,
            size=taken.size,
            sha256=storage.store(str(current().realm), taken.content),
        )
        made.record(actor=actor, reason=gettext_lazy("上传附件"))
    return made


@transaction.atomic
def remove(attachment: Attachment, *, actor: Actor) -> None:
    """Row and file are kept, and who took it out. What both have signed stays. Twice is once."""
    if attachment.deliverable:
        evidence.remove(attachment, attachment.deliverable, actor=actor)
        return
    _is_departments(actor)
    contract = _open(attachment.contract)
    found: Attachment = Attachment.objects.get(pk=attachment.pk)
    added = found.history.order_by("history_id").first().history_date
    if contract.versions.filter(status=Terms.Status.SIGNED, provider_signed_at__gte=added).exists():
        raise DomainError("signed", _("附件已随合同签订，不能移除"))
    if found.removed_at is None:
        found.removed_at = timezone.now()
        found.record(actor=actor, reason=gettext_lazy("移除附件"))


def _is_departments(actor: Actor) -> None:
    if not actor.has_role(*DEPARTMENT_ROLES):
        raise NotAllowedError("role", _("只有购买主体可以增减合同附件"))


def _open(contract: Contract) -> Contract:
    locked: Contract = Contract.objects.select_for_update().get(pk=contract.pk)
    if not locked.versions.filter(status=Terms.Status.DRAFT).exists():
        raise DomainError("locked", _("合同文本不在草拟中，不能增减附件"))
    return locked
