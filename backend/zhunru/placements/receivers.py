"""A matter that takes effect or is withdrawn sets its deliveries on their way, in the same transaction."""

from typing import Any

from django.dispatch import receiver

from zhunru.admissions.models import Delivery, Matter
from zhunru.core.workflow import step_taken
from zhunru.placements.tasks import deliver


@receiver(step_taken, sender=Matter)
def send_deliveries(*, obj: Matter, **_: Any) -> None:
    for delivery in obj.deliveries.filter(status=Delivery.Status.PENDING):
        deliver.defer(township=delivery.schema_name, delivery_id=delivery.pk)
