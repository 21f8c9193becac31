"""The nightly sweep, and what the county carries on for others, in the background."""

import logging
from datetime import UTC, datetime

from procrastinate.contrib.django import app

from zhunru.admissions import urgent
from zhunru.admissions.sweeping import sweep
from zhunru.tenancy.tasks import county_task

logger = logging.getLogger(__name__)

MORNINGS = "0 22,5 * * *"
"""In UTC: six in the morning and one in the afternoon in the county. The second look takes up what somebody else was
at work on, or what failed; nobody is told of anything at night, and of nothing twice."""


@app.periodic(cron=MORNINGS, periodic_id="sweep")
@app.task(name="zhunru.admissions.tasks.sweep_the_county", queueing_lock="sweep", lock="sweep")
def sweep_the_county(timestamp: int) -> None:
    """Everything that is due at `timestamp`, seconds since 1970; a failed row is logged, the others are done."""
    done = sweep(datetime.fromtimestamp(timestamp, UTC))
    logger.info("sweep: %s", ", ".join(f"{name} {tally.done}" for name, tally in done.items() if tally.done) or "-")


@county_task
def take_up_report(report_id: int) -> None:
    """An urgent entry that a township has registered for a department; once, however often it is tried."""
    urgent.take_up(report_id)
