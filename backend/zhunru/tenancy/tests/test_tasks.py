"""Background tasks name their township, work under its role and leave the connection as they found it."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.jobs import Job
from procrastinate.periodic import PeriodicDeferrer

from zhunru.divisions.models import Township
from zhunru.tenancy import tasks
from zhunru.tenancy.context import CrossingError, current
from zhunru.tenancy.register import Place, UnknownTownshipError
from zhunru.tenancy.tests.conftest import In, run

pytestmark = pytest.mark.django_db

did: list[tuple[str, ...]] = []


def work(place: Place, word: str) -> None:
    did.append((run("SELECT current_user")[0][0], place.name, word))
    if word == "fail":
        raise ZeroDivisionError


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    did.clear()
    before, periodic = dict(app.tasks), dict(app.periodic_registry.periodic_tasks)
    yield
    for held, those in ((app.tasks, before), (app.periodic_registry.periodic_tasks, periodic)):
        held.clear()
        held.update(those)  # type: ignore[arg-type]


def test_a_task_works_in_the_township_it_was_given(a: Township) -> None:
    tasks.township_task(work)(township=a.schema_name, word="go")
    assert did == [(a.schema_name, a.name, "go")]
    assert current().realm is None


@pytest.mark.parametrize("word", ["go", "fail"])
def test_a_task_leaves_the_connection_where_it_was(word: str, a: Township, b: Township, in_township: In) -> None:
    task = tasks.township_task(work)
    with in_township(b):
        try:
            task(township=a.schema_name, word=word)
        except ZeroDivisionError:
            assert word == "fail"
        assert run("SELECT current_user") == [(b.schema_name,)]


def test_a_task_without_township_is_refused() -> None:
    with pytest.raises(TypeError, match="township"):
        tasks.township_task(work)(word="go")
    assert did == []


@pytest.mark.parametrize("name", ["public", "county", "template", "t_999999999", "", "zhunru_owner"])
def test_a_task_for_no_township_is_refused(name: str) -> None:
    with pytest.raises(UnknownTownshipError):
        tasks.township_task(work)(township=name, word="go")
    assert did == []


def test_a_task_for_an_ended_township_is_refused(a: Township, owner: Any) -> None:
    with owner():
        Township.objects.filter(pk=a.pk).update(ended_on="2026-01-01")
    try:
        with pytest.raises(UnknownTownshipError):
            tasks.township_task(work)(township=a.schema_name, word="go")
    finally:
        with owner():
            Township.objects.filter(pk=a.pk).update(ended_on=None)


def test_the_county_queues_tasks_in_its_own_transaction(a: Township, in_county: In) -> None:
    task = tasks.township_task(work)
    with in_county():
        try:
            with transaction.atomic():
                task.defer(township=a.schema_name, word="undone")
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        task.defer(township=a.schema_name, word="done")
        queued = run("SELECT args ->> 'word', args ->> 'township' FROM procrastinate_jobs")
    assert queued == [("done", a.schema_name)]


@pytest.mark.django_db(transaction=True)
def test_the_worker_carries_out_what_was_queued_and_counts_failures(a: Township, b: Township, in_county: In) -> None:
    task = tasks.township_task(work)
    with in_county():
        for township, word in ((a, "one"), (b, "two"), (a, "fail")):
            task.defer(township=township.schema_name, word=word)
    worker: App = app
    with worker.replace_connector(worker.connector.get_worker_connector()) as running:  # type: ignore[attr-defined]
        running.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, concurrency=2)
    assert set(did) == {
        (a.schema_name, a.name, "one"),
        (b.schema_name, b.name, "two"),
        (a.schema_name, a.name, "fail"),
    }
    with in_county():
        status = dict(run("SELECT args ->> 'word', status::text FROM procrastinate_jobs WHERE args ? 'word'"))
    assert status == {"one": "succeeded", "two": "succeeded", "fail": "todo"}


def county_work(word: str) -> None:
    did.append((run("SELECT current_user")[0][0], word))
    if word == "fail":
        raise ZeroDivisionError


@pytest.mark.parametrize("word", ["go", "fail"])
def test_a_county_task_works_under_the_county_s_role_and_goes_back(word: str, b: Township, in_township: In) -> None:
    task = tasks.county_task(county_work)
    with in_township(b):
        try:
            task(word=word)
        except ZeroDivisionError:
            assert word == "fail"
        assert run("SELECT current_user") == [(b.schema_name,)]
    assert did == [("county", word)]


def test_a_township_queues_a_county_task_without_more_rights(a: Township, in_township: In, in_county: In) -> None:
    task = tasks.county_task(county_work)
    with in_township(a):
        tasks.queue(task, word="told")
        assert run("SELECT current_user") == [(a.schema_name,)]
    with in_county():
        assert run("SELECT args ->> 'word' FROM procrastinate_jobs") == [("told",)]


def test_nothing_is_queued_from_within_a_township_s_transaction(a: Township, in_township: In) -> None:
    """The worker might be faster than the commit."""
    task = tasks.county_task(county_work)
    with in_township(a), pytest.raises(CrossingError), transaction.atomic():
        tasks.queue(task, word="too early")


def test_failures_are_tried_again_later_and_later_but_not_for_ever() -> None:
    def wait(attempts: int, error: Exception) -> Any:
        job = Job(id=1, queue="default", lock=None, queueing_lock=None, task_name="x", attempts=attempts)
        return tasks.Backoff().get_retry_decision(exception=error, job=job)

    first, later = wait(0, ZeroDivisionError()), wait(6, ZeroDivisionError())
    assert first.retry_at < later.retry_at
    assert wait(tasks.MAX_ATTEMPTS, ZeroDivisionError()) is None
    assert wait(0, UnknownTownshipError()) is None


def by_clock(due_at: datetime) -> None:
    did.append((str(current().realm), due_at.isoformat()))


def test_a_task_by_clock_is_told_its_moment_and_stands_nowhere(b: Township, in_township: In) -> None:
    task = tasks.task_by_clock("0 22 * * *")(by_clock)
    with in_township(b):
        task(timestamp=1_791_756_000)
        assert run("SELECT current_user") == [(b.schema_name,)]
    assert did == [("None", "2026-10-11T22:00:00+00:00")]


@pytest.mark.django_db(transaction=True)
def test_the_worker_itself_puts_what_is_due_into_the_queue_once(in_county: In) -> None:
    """Under the bare login, which holds what the table of periodic tasks asks for."""
    task = tasks.task_by_clock("0 22 * * *")(by_clock)
    due = next(one for one in app.periodic_registry.periodic_tasks.values() if one.task is task)
    worker: App = app
    with worker.replace_connector(worker.connector.get_worker_connector()) as running:  # type: ignore[attr-defined]
        for _ in range(2):
            asyncio.run(_defer(running, due))
        running.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, concurrency=1)
    assert did == [("None", "2026-10-11T22:00:00+00:00")]
    with in_county():
        assert run("SELECT status::text FROM procrastinate_jobs WHERE task_name = %s", task.name) == [("succeeded",)]


async def _defer(running: App, due: Any) -> None:
    async with running.open_async():
        await PeriodicDeferrer(registry=running.periodic_registry).defer_jobs([(due, 1_791_756_000)])
