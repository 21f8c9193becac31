"""Background tasks: each says in which realm it works, works under that role, and leaves the connection as it was.

@township_task
def deliver(township: Place, delivery_id: int) -> None: ...

deliver.defer(township="t_540522100", delivery_id=7)  # inside a transaction: queued when it commits

@county_task
def register(report_id: int) -> None: ...

queue(register, report_id=7)  # from a township, whose role may not put tasks in: after its transaction
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate

from django.db import transaction
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job
from procrastinate.tasks import Task

from zhunru.tenancy import register
from zhunru.tenancy.context import county_context, nobody_context, township_context
from zhunru.tenancy.register import Place, UnknownTownshipError

MAX_ATTEMPTS = 12
LONGEST_WAIT = 3600
"""Seconds."""


class Backoff(BaseRetryStrategy):
    """2, 4, 8 s ... up to an hour apart, twelve times. A township that is not at work is not waited for."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again; None for never."""
        if isinstance(exception, UnknownTownshipError) or job.attempts >= MAX_ATTEMPTS:
            return None
        return RetryDecision(retry_in={"seconds": min(2 ** (job.attempts + 1), LONGEST_WAIT)})


def township_task[**P](work: Callable[Concatenate[Place, P], None]) -> Task[..., None, ...]:
    """A task that works in one township: its caller must name the schema, `work` gets the Place.

    Refuses (UnknownTownshipError) the county, unknown townships and those that have ended.
    """

    @wraps(work)
    def run(*, township: str, **arguments: Any) -> None:
        with nobody_context():
            place = register.township(township)
        with township_context(place):
            work(place, **arguments)  # type: ignore[call-arg]  # a job's arguments are known at run time only

    return app.task(name=f"{work.__module__}.{work.__qualname__}", retry=Backoff())(run)


def county_task[**P](work: Callable[P, None]) -> Task[..., None, ...]:
    """A task that works on the county's side, under the county's role."""

    @wraps(work)
    def run(*args: P.args, **arguments: P.kwargs) -> None:
        with county_context():
            work(*args, **arguments)

    return app.task(name=f"{work.__module__}.{work.__qualname__}", retry=Backoff())(run)


def task_by_clock(cron: str) -> Callable[[Callable[[datetime], None]], Task[..., None, ...]]:
    """A task that the worker starts by itself at the times of `cron`, which are UTC's; one at a time.

    `work` gets the moment for which it was due, stands nowhere yet, and says itself where it works.
    """

    def registered(work: Callable[[datetime], None]) -> Task[..., None, ...]:
        name = f"{work.__module__}.{work.__qualname__}"

        @wraps(work)
        def run(timestamp: int) -> None:
            with nobody_context():
                work(datetime.fromtimestamp(timestamp, UTC))

        task: Task[..., None, ...] = app.task(name=name, lock=name, queueing_lock=name)(run)
        app.periodic(cron=cron, periodic_id=name)(task)
        return task

    return registered


def queue(task: Task[..., None, ...], **arguments: Any) -> None:
    """Put a task into the queue from whichever realm one stands in, with no more rights than the queue needs.

    To be called when the caller's transaction has ended (CrossingError): its rows must be there for the worker.
    """
    with nobody_context():
        task.defer(**arguments)


def queue_once(task: Task[..., None, ...], name: str, **arguments: Any) -> None:
    """The same, where nothing called `name` waits in the queue already."""
    with nobody_context(), suppress(AlreadyEnqueued), transaction.atomic():
        task.configure(queueing_lock=name).defer(**arguments)
