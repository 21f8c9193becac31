"""What the worker does for papers: it carries batches on, a slice at a time, so that nothing else waits for long."""

from datetime import datetime

from zhunru.documents.batching import working
from zhunru.tenancy.context import county_context
from zhunru.tenancy.tasks import county_task, queue_once, task_by_clock

OFTEN = "*/10 * * * *"
"""How soon a batch goes on whose worker was killed."""


@county_task
def carry_on(batch_id: int) -> None:
    """Work on one batch for a while, and queue up again where it is not over."""
    if working.carry_on(batch_id):
        ask_for(batch_id)


@task_by_clock(OFTEN)
def take_up_batches(_due_at: datetime) -> None:
    """Put into the queue what is in work and does not stand there."""
    with county_context():
        under_way = working.under_way()
    for batch_id in under_way:
        ask_for(batch_id)


def ask_for(batch_id: int) -> None:
    """Put it into the queue, where it stands once; to be called when the transaction has ended."""
    queue_once(carry_on, f"batch {batch_id}", batch_id=batch_id)
