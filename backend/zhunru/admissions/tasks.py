"""The nightly sweep, and what the county carries on for others, in the background."""

import logging
from datetime import datetime

from zhunru.admissions import urgent
from zhunru.admissions.sweeping import sweep
from zhunru.tenancy.tasks import county_task, task_by_clock

logger = logging.getLogger(__name__)

MORNINGS = "0 22,5 * * *"
"""In UTC: six in the morning and one in the afternoon in the county. The second look takes up what somebody else was
at work on, or what failed; nobody is told of anything at night, and of nothing twice."""


@task_by_clock(MORNINGS)
def sweep_the_county(due_at: datetime) -> None:
    """Everything that is due by then; a row that fails is logged, and the others are done."""
    done = sweep(due_at)
    logger.info("sweep: %s", ", ".join(f"{name} {tally.done}" for name, tally in done.items() if tally.done) or "-")


@county_task
def take_up_report(report_id: int) -> None:
    """An urgent entry that a township has registered for a department; once, however often it is tried."""
    urgent.take_up(report_id)
