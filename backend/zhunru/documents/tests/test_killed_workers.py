"""A worker process that is really killed, again and again, in the middle of papers: none is lost, no number doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.documents import rendering, sealing, storage
from zhunru.documents.batching import asking, queries, working
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.models import Batch, Document, NumberSeries, SealUse
from zhunru.documents.tests.papers_in_batches import JOB, Wanted
from zhunru.documents.tests.samples import OFFICE, TODAY
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 7
LONG = 120.0
Worker = Callable[[Batch], "subprocess.Popen[bytes]"]


@pytest.fixture
def batch(var: Path) -> Iterator[Batch]:
    """Papers with a pause between the number and the end of its transaction, where a kill hurts most."""
    with county_context():
        office = Organisation(name=OFFICE, short_name="社会工作部", kind=Organisation.Kind.OFFICE)
        office.record(actor=SYSTEM, reason="导入")
        user = User(realm=COUNTY, username="batch-clerk", name="演示经办员")
        user.record(actor=SYSTEM, reason="开户")
        sealing.register_specimen_seal(office, actor=SYSTEM, today=TODAY)
        clerk = Actor(user.pk, user.name, Role.SOCIAL_WORK_CLERK, COUNTY)
        yield asking.ask(JOBS[JOB], Wanted(count=MANY, seconds=0.4), actor=clerk)


@pytest.fixture
def worker(app_dsn: str, var: Path, settings: Settings) -> Iterator[Worker]:
    """Starts one on a batch; none outlives the test."""
    started: list[subprocess.Popen[bytes]] = []
    env = {
        **os.environ,
        "DATABASE_URL": app_dsn,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(rendering.BACKEND),
        "SECRET_KEY": "test",
        "ZHUNRU_VAR": str(var),
        "ZHUNRU_FONTS": str(settings.FONT_FOLDER),
    }

    def start(batch: Batch) -> "subprocess.Popen[bytes]":
        program = [sys.executable, "-m", "zhunru.documents.tests.papers_in_batches", str(batch.pk)]
        process = subprocess.Popen(program, env=env, cwd=rendering.BACKEND)  # noqa: S603 - our own program
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def made(batch: Batch) -> int:
    return queries.made(batch).count()


def until_made(batch: Batch, many: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until so many are there, or the process has ended."""
    end = time.monotonic() + LONG
    while made(batch) < many and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_batch_whose_workers_are_killed_in_the_middle_is_made_once_and_whole(batch: Batch, worker: Worker) -> None:
    """Rule A-18: numbers 1 to n without a gap, a paper and a file for each item."""
    for target in (1, 3, 5):
        process = worker(batch)
        until_made(batch, target, process)
        time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert NumberSeries.objects.get(series="准").last == Document.objects.count() == made(batch)
    assert working.under_way() == [batch.pk]
    assert worker(batch).wait(timeout=LONG) == 0
    batch.refresh_from_db()
    assert (batch.status, made(batch)) == (Batch.Status.DONE, MANY)
    papers = [item.document for item in batch.items.select_related("document").order_by("place")]
    assert [paper.seq for paper in papers if paper] == list(range(1, MANY + 1))
    assert Document.objects.count() == SealUse.objects.filter(status=SealUse.Status.USED).count() == MANY
    assert all(storage.paper_path(paper.sha256).exists() for paper in papers if paper)
    assert storage.batch_path(batch.sha256).exists()


def test_two_workers_do_not_work_on_one_batch_at_once(batch: Batch, worker: Worker) -> None:
    first = worker(batch)
    until_made(batch, 1, first)
    assert working.carry_on(batch.pk) is False
    assert first.poll() is None
    second = worker(batch)
    assert {first.wait(timeout=LONG), second.wait(timeout=LONG)} == {0}
    assert sorted(Document.objects.values_list("seq", flat=True)) == list(range(1, MANY + 1))
