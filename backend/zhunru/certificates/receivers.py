"""What follows of itself: an approved certificate is asked of the county, and in the night asked again."""

from functools import partial

from django.db import transaction
from django.dispatch import receiver

from zhunru.admissions.sweeping.townships import Counts, in_township
from zhunru.certificates import tasks
from zhunru.certificates.models import Certificate
from zhunru.core.workflow import Step, step_taken


@receiver(step_taken, sender=Certificate)
def ask_for_paper(*, step: Step[Certificate], obj: Certificate, **_said: object) -> None:
    if step.target_of(obj) == Certificate.Status.APPROVED:
        transaction.on_commit(partial(tasks.ask_for_paper, obj.pk))


@receiver(in_township)
def ask_again(**_said: object) -> Counts:
    """What was approved and has not come: the queue may have lost it; issued twice it is still one paper."""
    for id in Certificate.objects.filter(status=Certificate.Status.APPROVED).values_list("pk", flat=True):
        transaction.on_commit(partial(tasks.ask_for_paper, id))
    return {}
