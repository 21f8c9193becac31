"""A batch that is taken up again goes into the queue."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from zhunru.core.workflow import Step, step_taken
from zhunru.documents import tasks
from zhunru.documents.models import Batch


@receiver(step_taken, sender=Batch)
def carry_on_again(*, step: Step[Batch], obj: Batch, **_said: Any) -> None:
    if step.name == "resume":
        transaction.on_commit(partial(tasks.ask_for, obj.pk))
