"""A draft goes with its request for the seal, and the request with the draft, in the same transaction."""

from typing import Any

from django.dispatch import receiver

from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark, Step, step_taken
from zhunru.documents.models import Draft, SealUse
from zhunru.documents.workflow import DRAFTS, USES

FOLLOWS = {"approve": "agree", "refuse": "send_back", "cancel": "send_back", "use": "issue"}
"""Step of a use -> that of its draft."""


@receiver(step_taken, sender=SealUse)
def follow_use(*, step: Step[Any], obj: SealUse, actor: Actor, data: Remark, **_: Any) -> None:
    draft = Draft.objects.filter(use=obj).first()
    if draft and draft.status != Draft.Status.DRAFT:
        DRAFTS.perform(FOLLOWS[step.name], draft, actor=actor, data=Remark(remark=data.remark))


@receiver(step_taken, sender=Draft)
def follow_draft(*, step: Step[Any], obj: Draft, actor: Actor, data: Remark, **_: Any) -> None:
    if step.name == "take_back" and obj.use is not None:
        USES.perform("cancel", obj.use, actor=actor, data=Remark(remark=data.remark))
