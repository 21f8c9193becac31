"""The sweep as a command and as the worker's own task: what it prints, when it comes, what holds nobody up."""

from datetime import UTC, datetime
from io import StringIO
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction
from procrastinate.contrib.django import app

from zhunru.admissions.models import Application, Matter
from zhunru.admissions.sweeping import PARTS
from zhunru.admissions.tasks import MORNINGS, sweep_the_county
from zhunru.admissions.tests.fixtures import COUNTY_TIME, At
from zhunru.admissions.tests.nights import swept
from zhunru.admissions.tests.stage import Stage, admitted, filed
from zhunru.admissions.workflow import MATTERS
from zhunru.tenancy.context import county_context

M = Matter.Status


def said(**options: Any) -> str:
    out = StringIO()
    call_command("sweep", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def over(stage: Stage, calendar: None, at: At) -> list[Matter]:
    """Two matters whose term has run out, and an application on which nobody has said a word."""
    with county_context():
        short = {"category": "temporary", "ends_on": "2026-03-20"}
        made = [admitted(stage, stage.villages(0), title=title, **short) for title in ("秋收安全提醒", "冬季取暖登记")]
        filed(stage, stage.villages(1))
    at("2026-04-01")
    return made


@pytest.mark.usefixtures("over")
def test_the_command_tells_what_it_has_done_and_then_that_there_is_nothing_left(stage: Stage) -> None:
    first = said()
    assert "matters expired: 2\n" in first
    assert "applications deemed accepted: 1\n" in first
    assert said().splitlines() == ["Done: 0"]
    assert len(said(verbosity=2).splitlines()) >= len(PARTS)


@pytest.mark.usefixtures("over")
def test_as_of_an_earlier_moment_only_what_was_due_then_is_done(stage: Stage) -> None:
    assert "matters expired" not in said(now="2026-03-20T23:59:00+08:00")
    assert "matters expired: 2\n" in said(now="2026-03-21 06:00")


@pytest.mark.parametrize("now", ["2026-04-01T06:00:01+08:00", "9999-12-31T00:00", "tomorrow", "", "2026-13-01T00:00"])
def test_nothing_ends_before_its_time(stage: Stage, at: At, now: str) -> None:
    at("2026-04-01")
    with pytest.raises(CommandError):
        said(now=now)


def test_a_row_that_fails_is_told_and_holds_up_no_other(
    over: list[Matter], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    perform = MATTERS.perform

    def fails(step: str, matter: Matter, **rest: Any) -> Matter:
        if matter.pk == over[0].pk:
            raise ZeroDivisionError
        return perform(step, matter, **rest)

    monkeypatch.setattr(MATTERS, "perform", fails)
    with pytest.raises(CommandError, match="1 failed"):
        said()
    assert f"admissions.Matter {over[0].pk} failed" in caplog.text
    with county_context():
        assert [m.status for m in Matter.objects.order_by("id")] == [M.IN_FORCE, M.EXPIRED]
        assert Application.objects.latest("id").status == Application.Status.ACCEPTED
    monkeypatch.undo()
    assert "matters expired: 1\n" in said(now="2026-04-01 06:00")


@pytest.mark.django_db(transaction=True)
def test_what_somebody_is_at_work_on_is_left_for_the_next_time(over: list[Matter]) -> None:
    held, done = Event(), Event()

    def hold() -> None:
        with county_context(), transaction.atomic():
            Matter.objects.select_for_update().get(pk=over[0].pk)
            held.set()
            done.wait(60)
        connections.close_all()

    somebody = Thread(target=hold)
    somebody.start()
    held.wait(60)
    try:
        assert swept()["matters expired"] == 1
    finally:
        done.set()
        somebody.join()
    assert swept()["matters expired"] == 1


def test_the_worker_sweeps_at_six_in_the_morning_and_looks_again_at_one() -> None:
    """A-07: 夜间不催办; nobody is told of anything at night."""
    periodic = next(one for one in app.periodic_registry.periodic_tasks.values() if one.task is sweep_the_county)
    began = datetime(2026, 10, 10, 23, 59, tzinfo=COUNTY_TIME).timestamp()
    moments = []
    for _ in range(3):
        began = periodic.croniter.get_next(ret_type=float, start_time=began)
        moments.append(f"{datetime.fromtimestamp(began, COUNTY_TIME):%d %H:%M}")
    assert periodic.cron == MORNINGS
    assert moments == ["11 06:00", "11 13:00", "12 06:00"]


@pytest.mark.usefixtures("over")
def test_the_worker_s_task_does_what_the_command_does() -> None:
    sweep_the_county(timestamp=int(datetime(2026, 3, 31, 22, tzinfo=UTC).timestamp()))
    with county_context():
        assert {matter.status for matter in Matter.objects.all()} == {M.EXPIRED}
