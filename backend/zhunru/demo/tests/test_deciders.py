"""Thirty-two deciders on one application, round after round: one decision each, one paper, and no gap in the numbers.

The whole of it, a hundred rounds, is `make bench`, or: RACE_ROUNDS=100 .venv/bin/pytest -s THIS_FILE
"""

import json
import os
import sys
from collections import Counter
from datetime import timedelta
from time import perf_counter
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Decision, Delivery, Matter
from zhunru.admissions.tests.stage import Stage, referred, resolution
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import Actor
from zhunru.demo.tests.crowd import Crowd, outcome, title
from zhunru.documents.models import Document, NumberSeries
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.django_db(transaction=True)

DECIDERS = 32
ROUNDS = int(os.environ.get("RACE_ROUNDS", "4"))
STEPS = ("approve", "reject", "defer")
RESULTS = {"approve": "approved", "reject": "rejected", "defer": "deferred"}


def data_of(step: str) -> schemas.Resolution:
    said: dict[str, Any] = {"resolution_number": "演示县委常委会〔2026〕9号", "meeting_on": timezone.localdate()}
    if step == "approve":
        return resolution()
    if step == "reject":
        return schemas.Rejection(**said, reasons="与清单重复")
    return schemas.Deferral(**said, reasons="经费未落实", resubmit_on=timezone.localdate() + timedelta(days=30))


def take(step: str, application: Application, actor: Actor, data: Any = None) -> str:
    with county_context():
        return outcome(lambda: APPLICATIONS.take(step, application, actor=actor, data=data))


def decide(application: Application, crowd: Crowd, actor: Actor) -> str:
    """All decide at once, a third of them each way; the step of the one who was first."""

    def one(place: int) -> tuple[str, str]:
        step = STEPS[place % len(STEPS)]
        return step, take(step, application, actor, data_of(step))

    found = crowd.all(one)
    assert Counter(met for _step, met in found) == Counter({"done": 1, "status": crowd.size - 1})
    return str(next(step for step, met in found if met == "done"))


def issue(application: Application, crowd: Crowd, actor: Actor) -> Counter[str]:
    """All set the seal at once."""
    return Counter(crowd.all(lambda _place: take("issue", application, actor)))


def one_round(stage: Stage, round: int, crowd: Crowd) -> float:
    """Seconds that deciding and sealing took."""
    with county_context():
        application = referred(stage, stage.villages(), title=title(round))
        recorder, keeper = stage.actor("recorder"), stage.actor("seal")
    began = perf_counter()
    step = decide(application, crowd, recorder)
    sealed = issue(application, crowd, keeper)
    seconds = perf_counter() - began
    approved = step == "approve"
    assert sealed == Counter({"done": approved, "status": crowd.size - approved}) - Counter({"done": 0})
    with county_context():
        decision = Decision.objects.get(application=application)
        assert (decision.outcome, decision.history.count()) == (RESULTS[step], 1)
        application.refresh_from_db()
        assert application.status == ("issued" if approved else RESULTS[step])
        assert application.case_papers.values("document").distinct().count() == 1
        matters = Matter.objects.filter(application=application)
        assert [matter.status for matter in matters] == (["in_force"] if approved else [])
        assert Delivery.objects.filter(matter__in=matters).count() == (len(stage.townships) if approved else 0)
    return seconds


def numbers() -> dict[str, int]:
    """Papers by series; each series counts from one, and every number stands on a paper."""
    found: dict[str, int] = {}
    for series in NumberSeries.objects.all():
        seqs = sorted(series.documents.values_list("seq", flat=True))
        assert seqs == list(range(1, series.last + 1)), series
        found[series.series] = series.last
    return found


@pytest.mark.clause("2.1b")
@pytest.mark.clause("3.1b")
def test_of_thirty_two_deciders_one_decides_and_no_number_is_lost(stage: Stage) -> None:
    """县委批准 (A-17, A-18): whoever comes first decides, all others are told; numbers have no gap over all rounds."""
    with Crowd(DECIDERS) as crowd:
        crowded = [one_round(stage, round, crowd) for round in range(ROUNDS)]
    with Crowd(1) as crowd:
        alone = [one_round(stage, ROUNDS + n, crowd) for n in range(max(1, ROUNDS // 10))]
    rounds = len(crowded) + len(alone)
    with county_context():
        papers = numbers()
        assert sum(papers.values()) == Document.objects.count() == Decision.objects.count() == rounds
        decided = Counter(Decision.objects.values_list("outcome", flat=True))
    figures = {
        "deciders": DECIDERS,
        "rounds": ROUNDS,
        "seconds": sum(crowded) / ROUNDS,
        "alone": sum(alone) / len(alone),
    }
    sys.stdout.write(json.dumps(figures | {"papers": papers, "decided": decided}, ensure_ascii=False) + "\n")
