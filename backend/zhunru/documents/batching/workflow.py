"""What becomes of a batch. It is carried on by the system; people ask for it, stop it and have it taken up again."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark, Step, Workflow
from zhunru.documents.batching import rules
from zhunru.documents.batching.queries import made
from zhunru.documents.models import Batch

S = Batch.Status


class Finished(Remark):
    """The file that came of it."""

    sha256: str
    size: int
    file_name: str


class Failure(Remark):
    """Why it could not be finished, in a sentence."""

    error: str


def keep(batch: Batch, *, actor: Actor, data: Finished) -> None:
    batch.sha256, batch.size, batch.file_name = data.sha256, data.size, data.file_name
    _stand_still(batch, timezone.now())


def note_failure(batch: Batch, *, actor: Actor, data: Failure) -> None:
    batch.error = data.error
    _stand_still(batch, timezone.now())


def stop(batch: Batch, *, actor: Actor, data: Remark) -> None:
    _stand_still(batch, timezone.now())


def _stand_still(batch: Batch, now: datetime) -> None:
    batch.done, batch.finished_at = made(batch).count(), now


def take_up(batch: Batch, *, actor: Actor, data: Remark) -> None:
    """What is made stays; what failed is tried again."""
    batch.error, batch.finished_at = "", None
    batch.items.exclude(error="").update(error="")


BATCHES: Workflow[Batch] = Workflow(
    Batch,
    Step(name="begin", label=_("开始制作"), source=(S.WAITING,), target=S.RUNNING, by=()),
    Step(name="finish", label=_("制作完成"), source=(S.RUNNING,), target=S.DONE, by=(), effect=keep, data=Finished),
    Step(
        name="fail", label=_("未能完成"), source=(S.RUNNING,), target=S.FAILED, by=(), effect=note_failure, data=Failure
    ),
    Step(
        name="cancel",
        label=_("取消"),
        source=(S.WAITING, S.RUNNING),
        target=S.CANCELLED,
        by=rules.ASKERS,
        guards=(rules.is_its_askers,),
        effect=stop,
        at_will=True,
    ),
    Step(
        name="resume",
        label=_("继续制作"),
        source=(S.FAILED, S.CANCELLED),
        target=S.WAITING,
        by=rules.ASKERS,
        guards=(rules.is_known, rules.is_its_askers),
        effect=take_up,
        at_will=True,
    ),
)
