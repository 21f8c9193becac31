"""Files that come with an application: taken while its department may change it, taken out again, never deleted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions.models import Application, Attachment
from zhunru.admissions.parameters import parameters_of
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.files import storage
from zhunru.files.checks import Checked
from zhunru.files.refusals import in_words
from zhunru.files.uploads import MB, received

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_FILES = 20
MOST_BYTES = 50 * MB
"""Of all the files of one application together."""


def attach(application: Application, file: "UploadedFile[bytes]", *, kind: str, actor: Actor) -> Attachment:
    """Look the file over, keep it on the county's side and put it with the application; the same file stands once.

    Raises RefusedError (422, or 413 when too large) at `file`, NotAllowedError, DomainError `locked`, `too_many_files`.
    """
    _is_its_departments(application, actor)
    _is_open(application)
    parameters = parameters_of(application)
    taken = received(file, max_bytes=parameters.attachment_max_bytes, types=parameters.attachment_types)
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        _is_open(locked)
        there: list[Attachment] = list(locked.attachments.filter(removed_at__isnull=True))
        if known := next((one for one in there if one.sha256 == taken.sha256), None):
            return known
        _has_room(there, taken)
        return _keep(locked, taken, kind=kind, actor=actor)


def _keep(application: Application, taken: Checked, *, kind: str, actor: Actor) -> Attachment:
    attachment = Attachment(
        application=application,
        kind=kind,
        name=taken.name,
        type=taken.type,
        size=taken.size,
        sha256=storage.store(COUNTY, taken.content),
        uploaded_by_id=actor.person,
    )
    attachment.record(actor=actor, reason=gettext_lazy("上传附件"))
    return attachment


@transaction.atomic
def remove(attachment: Attachment, *, actor: Actor) -> Attachment:
    """Take the file out of the application: row and file are kept, and so is who took it out. Twice is once."""
    locked: Application = Application.objects.select_for_update().get(pk=attachment.application_id)
    _is_its_departments(locked, actor)
    _is_open(locked)
    found: Attachment = Attachment.objects.get(pk=attachment.pk)
    if found.removed_at is None:
        found.removed_at = timezone.now()
        found.record(actor=actor, reason=gettext_lazy("移除附件"))
    return found


def _is_its_departments(application: Application, actor: Actor) -> None:
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id != application.department_id:
        raise NotAllowedError("role", _("只有申请单位可以增减附件"))


def _is_open(application: Application) -> None:
    if not application.editable:
        raise DomainError("locked", _("申请已提交，不能再增减附件"))


def _has_room(there: Sequence[Attachment], taken: Checked) -> None:
    if len(there) >= MOST_FILES:
        raise DomainError(
            "too_many_files", _("每个申请最多 %(n)s 个附件，请先移除不需要的") % {"n": MOST_FILES}, field="file"
        )
    if sum(one.size for one in there) + taken.size > MOST_BYTES:
        said = {"most": in_words(MOST_BYTES)}
        raise DomainError(
            "too_much", _("附件合计不能超过 %(most)s，请压缩后再上传，或先移除不需要的") % said, field="file"
        )
