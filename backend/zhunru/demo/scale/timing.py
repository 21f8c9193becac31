"""The clocks of the made-up cases, met and running, and their pauses, as each step would have set them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from zhunru.admissions.deadlines import PAUSES, STAGES, Stage
from zhunru.admissions.models import Application, Matter
from zhunru.configuration.courses import Limits
from zhunru.core.roles import Role
from zhunru.demo.scale.cases import Case, Taken
from zhunru.demo.scale.keeping import insert
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery
from zhunru.workdays.calendar import YearMissingError
from zhunru.workdays.counting import Term
from zhunru.workdays.models import Clock, Pause
from zhunru.workdays.names import UNSTOPPED
from zhunru.workdays.names import ClockName as C


def start_all(cases: Sequence[Case], lives: Sequence[Life], scenery: Scenery) -> int:
    """Returns how many of the clocks run."""
    clocks: list[Clock] = []
    pauses: list[Pause] = []
    for case in cases:
        stood_still = list(_pauses(case))
        clocks += [_counted(clock, stood_still, scenery) for clock in _clocks(case, scenery)]
        pauses += stood_still
    clocks += [_counted(clock, (), scenery) for clock in _of_matters(lives, scenery)]
    insert(Clock, clocks)
    insert(Pause, pauses)
    return sum(clock.met_on is None for clock in clocks)


def _counted(clock: Clock, pauses: Sequence[Pause], scenery: Scenery) -> Clock:
    try:
        clock.due_on = Term.of(clock, pauses).due_on(scenery.calendar)
    except YearMissingError:
        clock.due_on = None
    return clock


def _pauses(case: Case) -> Iterator[Pause]:
    """While it was mended and while it waited for the committee; adjoining ones of one reason are one."""
    held: Pause | None = None
    for status, from_on, to_on in _stays(case):
        reason = PAUSES.get(Application.Status(status))
        if reason is None:
            held = None
            continue
        if held and held.reason == reason:
            held.to_on = to_on
            continue
        held = Pause(
            subject=Application._meta.label_lower, subject_id=case.row.pk, reason=reason, from_on=from_on, to_on=to_on
        )
        yield held


def _stays(case: Case) -> Iterator[tuple[str, date, date | None]]:
    """Each status with its first day and the day on which it was left."""
    for step, after in pairwise([*case.steps, None]):
        if step and step.step != "draft" and not (after is None and case.is_over):
            yield step.status, step.at.date(), after.at.date() if after else None


def _clocks(case: Case, scenery: Scenery) -> Iterator[Clock]:
    limits = scenery.settings.course_of(case.object_type, case.category, case.kind).limits
    last = case.steps[-1].at.date() if case.is_over else None
    filed = next((step for step in case.steps if step.step == "submit"), None)
    if case.category == "urgent" and case.kind == "admit":
        yield from _urgent_clocks(case, filed, last, scenery)
    if filed:
        yield _clock(case, C.TOTAL, limits.total_days, filed.at.date(), last, role=Role.SOCIAL_WORK_HEAD)
    if asked := case.took("accept"):
        heard = next((step.at.date() for step in case.steps if step.step == "review"), last)
        days = limits.consultation_days
        yield _clock(case, C.CONSULTATION, days, asked.at.date(), heard, role=Role.SOCIAL_WORK_CLERK)
    for status, from_on, to_on in _stays(case):
        for stage in STAGES.get(status, ()):
            yield _of_stage(case, stage, limits, from_on, to_on, scenery)


def _urgent_clocks(case: Case, filed: Taken | None, last: date | None, scenery: Scenery) -> Iterator[Clock]:
    """What entered first is applied for, decided on and over within terms that nothing stretches (A-24)."""
    terms, entered_on = scenery.settings.urgent, case.steps[0].at.date()
    department: dict[str, Any] = {"role": Role.DEPARTMENT_HEAD, "organisation": case.department}
    head: dict[str, Any] = {"role": Role.SOCIAL_WORK_HEAD}
    filed_on = filed.at.date() if filed else None
    yield _clock(case, C.URGENT_APPLICATION, terms.application_days, entered_on, filed_on or last, **department)
    yield _clock(case, C.URGENT_END, terms.max_calendar_days, entered_on, last, unit=Clock.Unit.CALENDAR, **head)
    if filed_on:
        decided = case.decided
        until = decided.at.date() if decided else last
        yield _clock(case, C.URGENT_DECISION, terms.decision_days, filed_on, until, **head)


def _of_stage(case: Case, stage: Stage, limits: Limits, from_on: date, to_on: date | None, scenery: Scenery) -> Clock:
    limit = getattr(limits, stage.limit, None) or getattr(scenery.settings, stage.limit)
    organisation = case.department if stage.role == Role.DEPARTMENT_HEAD else None
    return _clock(case, stage.clock, limit, from_on, to_on, role=stage.role, organisation=organisation)


def _clock(case: Case, name: str, limit: int, on: date, met_on: date | None, **more: Any) -> Clock:
    return Clock(
        subject=Application._meta.label_lower,
        subject_id=case.row.pk,
        name=name,
        title=case.title,
        started_on=on,
        limit=limit,
        pausable=name not in UNSTOPPED,
        met_on=met_on,
        **more,
    )


def _of_matters(lives: Sequence[Life], scenery: Scenery) -> Iterator[Clock]:
    """The villages' term to object, while it runs."""
    for life in lives:
        ordered = life.saw("order_withdrawal")
        if ordered and life.status == Matter.Status.WITHDRAWING:
            yield Clock(
                subject=Matter._meta.label_lower,
                subject_id=life.row.pk,
                name=C.OBJECTION,
                title=life.title,
                started_on=ordered.at.date(),
                limit=scenery.settings.withdrawal_objection_days,
                pausable=False,
                role=Role.SOCIAL_WORK_HEAD,
            )
