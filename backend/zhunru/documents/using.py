"""What the steps of a seal's use do: written into the register, and at the end the paper or the duplicate itself."""

from django.utils import timezone

from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark
from zhunru.documents import drafting, duplicating, uses
from zhunru.documents.models import Draft, SealUse
from zhunru.documents.schemas import Approving, Refusing


def approve(use: SealUse, *, actor: Actor, data: Approving) -> None:
    use.approved_by_id, use.approved_for_id, use.approved_name = actor.person, actor.acts_for, actor.name
    use.approved_at, use.ground = timezone.now(), data.ground


def refuse(use: SealUse, *, actor: Actor, data: Refusing) -> None:
    use.refusal = data.remark


def use(use: SealUse, *, actor: Actor, data: Remark) -> None:
    """Number, page, signature, file: in the step's transaction, or not at all."""
    if use.purpose == SealUse.Purpose.DUPLICATE and use.document is not None:
        duplicating.make(use, actor=actor)
        uses.put_on(use, use.document, actor=actor)
    else:
        drafting.issue(Draft.objects.select_for_update().get(use=use), use, actor=actor)
