"""Nights pass: the sweep as the worker runs it, and what it left behind; for tests that stand on the county's side."""

from collections import Counter
from typing import Any

from django.utils import timezone

from zhunru.accounts.models import Organisation
from zhunru.admissions import schemas
from zhunru.admissions.models import Application
from zhunru.admissions.sweeping import sweep
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.notices.models import Notice
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock


def night(at: At, moment: str) -> dict[str, int]:
    """Let it be that moment and sweep; what was done, by part. Nothing may fail."""
    at(moment)
    return swept()


def swept() -> dict[str, int]:
    done = sweep(timezone.now())
    assert not any(tally.failed for tally in done.values()), done
    return {name: tally.done for name, tally in done.items() if tally.done}


def office_is_told(stage: Stage) -> list[str]:
    return titles(stage.office)


def department_is_told(stage: Stage, name: str = "water") -> list[str]:
    return titles(stage.departments[name])


def titles(organisation: Organisation) -> list[str]:
    """What it was told, in order."""
    return list(Notice.objects.filter(organisation=organisation).order_by("id").values_list("title", flat=True))


def villages_told(effect: str) -> Counter[str]:
    """How often each village was told of such an effect, by its code."""
    told = Notice.objects.filter(effect=effect, village__isnull=False)
    return Counter(told.values_list("village__code", flat=True))


def running(case: Application) -> dict[str, tuple[int, str | None, int | None]]:
    """The case's running clocks: limit, due day and days left after today."""
    today = timezone.localdate()
    return {clock.name: (clock.limit, _day(clock), clocks.left(clock, today)) for clock in clocks.running(case)}


def due(case: Application, name: str) -> str | None:
    """When the running clock of that name is due."""
    return _day(clocks.running(case).get(name=name))


def _day(clock: Clock) -> str | None:
    return clock.due_on.isoformat() if clock.due_on else None


def pauses(case: Application) -> list[tuple[str, str, str | None]]:
    return [
        (pause.reason, pause.from_on.isoformat(), pause.to_on.isoformat() if pause.to_on else None)
        for pause in clocks.pauses_of(case)
    ]


def take(stage: Stage, step: str, application: Application, by: str, data: Any = None) -> Application:
    return APPLICATIONS.take(step, application, actor=stage.actor(by), data=data)


def return_it(stage: Stage, application: Application) -> Application:
    """Back to its department, with the one notice of what is to be mended."""
    mend = schemas.Correction(defects=["请补充完成标准"])
    return take(stage, "return_for_correction", application, "clerk", mend)
