"""Clocks of cases: starting, stopping, pausing and reading them (rules A-06 and A-07).

A case is any model's row. Each act joins the caller's transaction.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.dispatch import Signal

from zhunru.core.roles import Role
from zhunru.workdays.calendar import Calendar, YearMissingError
from zhunru.workdays.counting import Term
from zhunru.workdays.models import Clock, Pause
from zhunru.workdays.names import UNSTOPPED
from zhunru.workdays.reminding import Reminder, remind, reminders

__all__ = ["Reminder", "remind", "reminders"]

calendar_changed = Signal()
"""Sent inside the transaction, with sender=Calendar, when the calendar has changed and the clocks are recomputed."""

CALENDAR_LOCK = 0x776F726B
"""Who touches a clock shares it, who recomputes all holds it alone: no clock keeps a day of the old calendar."""

Case = tuple[str, int]


@transaction.atomic
def start(
    obj: Model,
    name: str,
    *,
    limit: int,
    on: date,
    title: str,
    role: Role | None = None,
    organisation_id: int | None = None,
    unit: str = Clock.Unit.WORKING,
    pausable: bool | None = None,
) -> Clock:
    """Let a clock run from `on`, a day that is not counted. If it runs already, it stays as it is.

    Whether the case's pauses stop it is told by its name (`names.UNSTOPPED`) unless `pausable` says it.
    """
    _share_lock()
    clock = Clock(
        **_key(obj),
        name=name,
        title=title[:200],
        started_on=on,
        limit=limit,
        unit=unit,
        pausable=name not in UNSTOPPED if pausable is None else pausable,
        role=role or "",
        organisation_id=organisation_id,
    )
    clock.due_on = _due_on(clock, pauses_of(obj), Calendar.load())
    values = {
        field.attname: getattr(clock, field.attname) for field in Clock._meta.concrete_fields if field.name != "id"
    }
    wanted = {key: values.pop(key) for key in ("subject", "subject_id", "name", "met_on")}
    return Clock.objects.get_or_create(**wanted, defaults=values)[0]


@transaction.atomic
def stop(obj: Model, name: str, *, on: date) -> None:
    """The clock has been met; nothing happens if it does not run."""
    _share_lock()
    running(obj).filter(name=name).update(met_on=on)


@transaction.atomic
def stop_all(obj: Model, *, on: date) -> None:
    """The case is over: every clock ends, an open pause, too."""
    resume(obj, on=on)
    running(obj).update(met_on=on)


@transaction.atomic
def pause(obj: Model, reason: str, *, on: date) -> Pause:
    """From `on`, that day included, the case's clocks stand still. An open pause with another reason ends there."""
    _share_lock()
    held = Pause.objects.filter(**_key(obj), to_on=None).first()
    if held and held.reason == reason:
        return held
    if held:
        _end(held, on)
    made = Pause.objects.create(**_key(obj), reason=reason, from_on=on)
    _settle(running(obj))
    return made


@transaction.atomic
def resume(obj: Model, *, on: date) -> None:
    """From `on`, that day included, the case's clocks run again; nothing happens if they do."""
    _share_lock()
    held = Pause.objects.filter(**_key(obj), to_on=None).first()
    if held:
        _end(held, on)
        _settle(running(obj))


def of(obj: Model) -> list[Clock]:
    """Every clock the case has had, in the order in which they were started."""
    return list(Clock.objects.filter(**_key(obj)).order_by("started_on", "id"))


def running(obj: Model) -> QuerySet[Clock]:
    return Clock.objects.filter(**_key(obj), met_on=None)


def pauses_of(obj: Model) -> list[Pause]:
    """Every pause the case has had, the first one first."""
    return list(Pause.objects.filter(**_key(obj)))


def due(on: date, n: int) -> date | None:
    """The `n`-th working day after `on`; None when a year is missing."""
    try:
        return Calendar.load().add(on, n)
    except YearMissingError:
        return None


def left(
    clock: Clock, today: date, *, calendar: Calendar | None = None, pauses: Sequence[Pause] | None = None
) -> int | None:
    """Days left after `today` in the clock's own unit: 0 = due today, negative = overdue; None = cannot be told.

    While it is paused, the days that it had left. Whoever asks for many hands in calendar and pauses.
    """
    if pauses is None:
        pauses = pauses_by_case([clock]).get(case_of(clock), ()) if clock.due_on is None else ()
    try:
        return Term.of(clock, pauses).left(clock.due_on, today, calendar or Calendar.load())
    except YearMissingError:
        return None


def days_left(due: Iterable[date], today: date) -> dict[date, int | None]:
    """Working days left after `today` to each of these dates, as `left` counts them."""
    calendar = Calendar.load()
    return {day: _days_to(day, today, calendar) for day in set(due)}


@transaction.atomic
def recompute() -> int:
    """Count every running clock anew, after each change of the calendar; returns how many have moved."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CALENDAR_LOCK])
    moved = _settle(Clock.objects.filter(met_on=None))
    calendar_changed.send(sender=Calendar)
    return moved


def with_due(rows: QuerySet[Any], subject: str | None = None) -> QuerySet[Any]:
    """Adds to each row `due_on`: when the earliest of its running clocks is due; None if there is none."""
    clocks = Clock.objects.filter(
        subject=subject or rows.model._meta.label_lower,
        subject_id=OuterRef("pk"),
        met_on__isnull=True,
        due_on__isnull=False,
    )
    with_dates: QuerySet[Any] = rows.annotate(due_on=Subquery(clocks.order_by("due_on").values("due_on")[:1]))
    return with_dates


def pauses_by_case(clocks: Iterable[Clock]) -> dict[Case, list[Pause]]:
    """The pauses of the cases of `clocks`; one query."""
    clocks = list(clocks)
    found: dict[Case, list[Pause]] = defaultdict(list)
    pauses = Pause.objects.filter(
        subject__in={c.subject for c in clocks}, subject_id__in={c.subject_id for c in clocks}
    )
    for each in pauses:
        found[each.subject, each.subject_id].append(each)
    return found


def case_of(clock: Clock) -> Case:
    return clock.subject, clock.subject_id


def _settle(clocks: QuerySet[Clock]) -> int:
    """Give each its due date by the calendar and the pauses as they stand; returns how many have changed."""
    rows, calendar = list(clocks.select_for_update()), Calendar.load()
    pauses = pauses_by_case(rows)
    moved: dict[date | None, list[int]] = defaultdict(list)
    for clock in rows:
        due_on = _due_on(clock, pauses.get(case_of(clock), ()), calendar)
        if due_on != clock.due_on:
            moved[due_on].append(clock.pk)
    for due_on, keys in moved.items():
        Clock.objects.filter(pk__in=keys).update(due_on=due_on)
    return sum(map(len, moved.values()))


def _due_on(clock: Clock, pauses: Sequence[Pause], calendar: Calendar) -> date | None:
    try:
        return Term.of(clock, pauses).due_on(calendar)
    except YearMissingError:
        return None


def _days_to(day: date, today: date, calendar: Calendar) -> int | None:
    try:
        return Term(day, 0).left(day, today, calendar)
    except YearMissingError:
        return None


def _end(held: Pause, on: date) -> None:
    held.to_on = max(on, held.from_on)
    held.save(update_fields=["to_on"])


def _key(obj: Model) -> dict[str, Any]:
    return {"subject": obj._meta.label_lower, "subject_id": obj.pk}


def _share_lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [CALENDAR_LOCK])
