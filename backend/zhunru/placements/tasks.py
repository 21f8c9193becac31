"""Deliveries, and words on refusals, carried out in the background under each township's own role."""

from zhunru.placements import carrying, refusing
from zhunru.tenancy.register import Place
from zhunru.tenancy.tasks import township_task


@township_task
def deliver(township: Place, delivery_id: int) -> None:
    """Carry one delivery out; a failure is told to the county and the task is tried again."""
    try:
        carrying.carry_out(delivery_id)
    except Exception as error:
        carrying.note_failure(delivery_id, error)
        raise


@township_task
def follow_case(township: Place, case_id: int) -> None:
    """What the department or the county has said on a refusal takes effect in the village."""
    refusing.follow(case_id)
