"""Carrying a delivery out in one township: once, however often it is tried."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Delivery
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import Village
from zhunru.placements.deliveries import Told
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS


def carry_out(delivery_id: int) -> None:
    """Run under the township's role. What is done already is left as it is."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
        if delivery.status == Delivery.Status.DONE:
            return
        act = enter_villages if delivery.kind == Delivery.Kind.ENTER else close_placements
        act(delivery, Told.model_validate(delivery.facts))
        delivery.status = Delivery.Status.DONE
        delivery.done_at = timezone.now()
        delivery.error = ""
        delivery.attempts += 1
        delivery.save(update_fields=["status", "done_at", "error", "attempts"])


def note_failure(delivery_id: int, error: BaseException) -> None:
    """Tell the county that the delivery has not arrived and why; the task is tried again."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
        delivery.status = Delivery.Status.FAILED
        delivery.error = f"{type(error).__name__}: {error}"[:500]
        delivery.attempts += 1
        delivery.save(update_fields=["status", "error", "attempts"])


def enter_villages(delivery: Delivery, told: Told) -> None:
    """A placement for each village in scope that has none yet; none once the matter was withdrawn."""
    if _is_withdrawn(delivery):
        return
    there = Placement.objects.filter(matter_id=told.matter).values("village_id")
    villages = Village.objects.filter(code__in=delivery.village_codes).exclude(pk__in=there)
    reason = _("凭批准文书%(number)s进入") % {"number": told.approval.number}
    history.create_many(Placement, [_placement(told, village) for village in villages], actor=SYSTEM, reason=reason)


def close_placements(delivery: Delivery, told: Told) -> None:
    """Every placement that is not closed yet is closed, with its paper and reason."""
    for placement in Placement.objects.filter(matter_id=told.matter).exclude(status=Placement.Status.CLOSED):
        PLACEMENTS.perform("close", placement, actor=SYSTEM, data=told)


def _is_withdrawn(delivery: Delivery) -> bool:
    return Delivery.objects.filter(matter_id=delivery.matter_id, kind=Delivery.Kind.WITHDRAW).exists()


def _placement(told: Told, village: Village) -> Placement:
    return Placement(
        matter_id=told.matter,
        matter_code=told.code,
        title=told.title,
        department_id=told.department_id,
        department=told.department,
        village=village,
        village_duty=told.village_duty,
        funding=told.funding,
        starts_on=told.starts_on,
        ends_on=told.ends_on,
        document_id=told.approval.id,
        document_number=told.approval.number,
        document_code=told.approval.code,
        notified_at=timezone.now(),
        version=1,
    )
