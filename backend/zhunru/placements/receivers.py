"""What the county decides sets out for the townships, in the same transaction."""

from typing import Any

from django.dispatch import receiver

from zhunru.admissions.models import Delivery, Matter, RefusalCase
from zhunru.core.workflow import step_taken
from zhunru.placements.tasks import deliver, follow_case


@receiver(step_taken, sender=Matter)
def send_deliveries(*, obj: Matter, **_: Any) -> None:
    for delivery in obj.deliveries.filter(status=Delivery.Status.PENDING):
        deliver.defer(township=delivery.schema_name, delivery_id=delivery.pk)


@receiver(step_taken, sender=RefusalCase)
def send_word(*, obj: RefusalCase, **_: Any) -> None:
    follow_case.defer(township=obj.realm, case_id=obj.pk)
