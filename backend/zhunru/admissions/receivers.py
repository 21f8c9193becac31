"""An application's paper brings its matter into force, in the same transaction."""

from typing import Any

from django.dispatch import receiver

from zhunru.admissions.models import Application
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import Actor
from zhunru.core.workflow import Step, step_taken


@receiver(step_taken, sender=Application)
def bring_matter_into_force(*, step: Step[Any], obj: Application, actor: Actor, **_: Any) -> None:
    if step.name == "issue":
        MATTERS.perform("take_effect", obj.matter, actor=actor)
        obj.matter.refresh_from_db()  # the step's answer tells of the paper
