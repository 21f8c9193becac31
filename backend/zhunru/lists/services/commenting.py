"""What departments and townships say to a draft, entry by entry, and what the office answers (clause 3.2a)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.divisions.models import Township
from zhunru.lists.models import Comment, Edition, Entry

P = Comment.Position


@transaction.atomic
def comment(edition: Edition, *, entry: Entry | None, position: str, text: str, actor: Actor) -> Comment:
    """One word of a department or a township while the draft is put before them."""
    if edition.status != Edition.Status.CONSULTATION:
        raise DomainError("not_consulted", _("该版清单不在征求意见中"))
    if position == P.NO_OBJECTION and entry:
        raise InvalidError("whole", _("“无意见”针对整个清单，请不要选择事项"), field="entry")
    if position != P.NO_OBJECTION and not text:
        raise InvalidError("required", _("请写明意见和理由"), field="text")
    if entry and entry.edition_id != edition.pk:
        raise InvalidError("other_edition", _("该事项不在这一版清单中"), field="entry")
    said = Comment(
        edition=edition, entry=entry, realm=actor.realm, position=position, text=text, said_at=timezone.now(),
        **_whose(actor),
    )  # fmt: skip
    said.record(actor=actor, reason=gettext_lazy("对清单草案提出意见"))
    return said


def _whose(actor: Actor) -> dict[str, int]:
    if actor.role in DEPARTMENT_ROLES and actor.organisation_id:
        return {"organisation_id": actor.organisation_id}
    if actor.has_role(Role.TOWNSHIP_OFFICER):
        return {"township_id": Township.objects.get(schema_name=actor.realm).pk}
    raise NotAllowedError("role", _("清单草案由部门和乡镇提出意见"))


@transaction.atomic
def answer(said: Comment, *, text: str, actor: Actor) -> Comment:
    """What became of it."""
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以答复清单意见"))
    if not text:
        raise InvalidError("required", _("请写明答复"), field="answer")
    locked: Comment = Comment.objects.select_for_update().get(pk=said.pk)
    locked.answer, locked.answered_at = text, timezone.now()
    locked.record(actor=actor, reason=gettext_lazy("答复清单意见"))
    return locked
