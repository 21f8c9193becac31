"""The sweep in a process of its own, killed in the middle of a row, again and again: in the end all is as after one
clean night, and nothing was done twice."""

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from zhunru.admissions import urgent
from zhunru.admissions.models import Announcement, Application, Delivery, Matter, Opinion
from zhunru.admissions.tests.entering import urgent_in
from zhunru.admissions.tests.fixtures import MONDAY, At
from zhunru.admissions.tests.nights import return_it
from zhunru.admissions.tests.stage import Stage, accepted, admitted, filed, set_stage
from zhunru.documents.models import Document, NumberSeries
from zhunru.lists.models import LegalBasis
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding
from zhunru.workdays.models import Clock

pytestmark = pytest.mark.django_db(transaction=True)
CHILD = Path(__file__).with_name("sweeping_child.py")
NOW = "2026-06-01T06:00:00+08:00"
CODE = re.compile(r"\d{6}-SX-\d+")
KILLS = 3


def county_at_dawn(stage: Stage, at: At) -> None:
    """One of everything that time brings."""
    at(MONDAY)
    with county_context():
        seeding.seed()
        clerk, villages = stage.actor("water-clerk"), stage.villages()
        for title in ("秋收安全提醒", "冬季取暖登记"):
            admitted(stage, villages, title=title, category="temporary", ends_on="2026-05-20")
        admitted(stage, stage.villages(0), title="机井水量登记", category="temporary", ends_on="2026-06-20")
        admitted(stage, stage.villages(0))
        for title in ("堤段巡查", "道路抢通"):
            urgent.register(actor=clerk, data=urgent_in(stage, hours=1, title=title))
        for title in ("牧区道路养护", "护林巡查轮值"):
            filed(stage, stage.villages(1), title=title)
        return_it(stage, filed(stage, stage.villages(2), title="惠农政策入户"))
        accepted(stage, stage.villages(2), title="饮水设施清洗")
        LegalBasis.objects.create(
            document="中华人民共和国抗旱条例",
            article="第四十二条",
            version=date(2009, 2, 26),
            ended_on=date(2026, 5, 1),
        )


def start(app_dsn: str, var: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ, "DATABASE_URL": app_dsn, "SECRET_KEY": "only-for-tests", "ZHUNRU_VAR": str(var),
        "PYTHONPATH": f"{settings.BACKEND}:{settings.ROOT}",
    }  # fmt: skip
    return subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, str(CHILD), NOW], env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run(app_dsn: str, var: Path) -> list[str]:
    """One run to its end; the rows that it told of."""
    out, err = start(app_dsn, var).communicate()
    assert "Done: " in out, err
    return [line for line in out.splitlines() if line.startswith("row ")]


def run_and_kill(app_dsn: str, var: Path, row: int) -> None:
    """End it without mercy when it tells of its `row`-th: what that row did is not committed yet, or just is."""
    child = start(app_dsn, var)
    assert child.stdout is not None
    told = 0
    for line in child.stdout:
        told += line.startswith("row ")
        if told == row:
            child.send_signal(signal.SIGKILL)
            break
    child.communicate()
    assert child.returncode == -signal.SIGKILL


def snapshot() -> dict[str, Any]:
    """Everything that a sweep writes, by what it says and not by its key."""
    with county_context():
        return {
            "applications": rows(Application, "title", "status", "version"),
            "matters": rows(Matter, "title", "status", "version", "withdrawal_document__kind"),
            "history": rows(Matter.history, "title", "status", "history_change_reason"),
            "papers": rows(Document, "kind", "title", "seq", "status"),
            "numbers": rows(NumberSeries, "series", "last"),
            "deliveries": rows(Delivery, "matter__title", "kind", "schema_name", "status"),
            "opinions": rows(Opinion, "title", "position", "silent"),
            "notices": rows(Notice, "organisation__name", "effect", "title", "text"),  # which villages, is drawn by lot
            "told": rows(Announcement, "subject", "topic"),
            "clocks": rows(Clock, "title", "name", "limit", "started_on"),
            "tasks": tasks(),
        }


def rows(model: Any, *columns: str) -> Counter[str]:
    manager = getattr(model, "objects", model)
    return Counter(CODE.sub("CODE", repr(row)) for row in manager.values_list(*columns))


def tasks() -> Counter[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args ->> 'township' FROM procrastinate_jobs")
        return Counter(repr(row) for row in cursor.fetchall())


@pytest.mark.clause("2.1d")
def test_killed_at_any_row_and_begun_anew_it_ends_like_one_clean_night(
    stage: Stage, at: At, app_dsn: str, var: Path
) -> None:
    """工作完成后撤销 (A-03, A-04, A-14, A-23, A-24, A-29): each row is done once, whenever the machine stops."""
    county_at_dawn(stage, at)
    told = run(app_dsn, var)
    clean = snapshot()
    run(app_dsn, var)
    assert snapshot() == clean
    assert len(told) > 3 * KILLS

    TransactionTestCase()._fixture_teardown()  # type: ignore[attr-defined]  # the same county once more, from nothing
    with county_context():
        again = set_stage()
    county_at_dawn(again, at)
    chance = Random(os.environ.get("KILL_SEED", "2026"))  # noqa: S311  # no secret
    for _ in range(KILLS):
        run_and_kill(app_dsn, var, chance.randint(1, len(told) // (KILLS + 1)))
    run(app_dsn, var)
    killed = snapshot()
    assert {name: (killed[name] - clean[name], clean[name] - killed[name]) for name in clean} == {
        name: (Counter(), Counter()) for name in clean
    }
