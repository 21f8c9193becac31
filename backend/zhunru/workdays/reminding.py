"""Reminders before and after a clock is due: each told once, also when the telling was cut short and begins anew."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from zhunru.workdays import names
from zhunru.workdays.calendar import Calendar, YearMissingError
from zhunru.workdays.counting import Term
from zhunru.workdays.models import Clock, Told

Stage = Told.Stage
BEFORE = ((Stage.NEXT, 1), (Stage.SOON, 3))
"""Stage and days left; a clock that began with no more than these days is not told of them."""
BATCH = 500
REMINDING_LOCK = 0x72656D69
HORIZON = timedelta(days=31)
"""Longer than three working days and the longest holiday together."""


@dataclass(frozen=True)
class Reminder:
    """A clock that somebody must be told of; `left` as in `clocks.left`."""

    clock: Clock
    stage: Stage
    left: int | None
    due_on: date

    @property
    def text(self) -> str:
        """`复审：还有 1 个工作日到期（2026-11-25）`, without the title of the case."""
        words = {
            "name": names.label(self.clock.name),
            "unit": self.clock.get_unit_display(),
            "days": abs(self.left or 0),
            "due_on": self.due_on,
        }
        if self.stage == Stage.OVERDUE:
            return _("%(name)s：%(due_on)s 到期，已超期") % words
        if not self.left:
            return _("%(name)s：今天到期") % words
        return _("%(name)s：还有 %(days)s 个%(unit)s到期（%(due_on)s）") % words


def reminders(today: date) -> list[Reminder]:
    """What must be told today and has not been, the earliest due first.

    A clock that has another due date since, after a pause or a change of the calendar, is told of anew.
    """
    overdue_told = Told.objects.filter(clock=OuterRef("pk"), due_on=OuterRef("due_on"), stage=Stage.OVERDUE)
    near = Clock.objects.filter(~Exists(overdue_told), met_on=None, due_on__lte=today + HORIZON)
    clocks = near.select_related("organisation").order_by("due_on", "id")
    return _untold(list(_urgent(clocks, today)))


def remind(today: date, tell: Callable[[Reminder], None]) -> int:
    """Hand each of today's reminders to `tell`, some hundred in a transaction with the note that they were told.

    Cut short, it may be called again and goes on where it stopped; two at a time tell nothing twice. Returns how
    many were told.
    """
    waiting = reminders(today)
    return sum(_tell(waiting[n : n + BATCH], today, tell) for n in range(0, len(waiting), BATCH))


@transaction.atomic
def _tell(batch: Sequence[Reminder], today: date, tell: Callable[[Reminder], None]) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [REMINDING_LOCK])
    fresh = _untold(batch)
    Told.objects.bulk_create(
        Told(clock=each.clock, stage=each.stage, due_on=each.due_on, told_on=today) for each in fresh
    )
    for each in fresh:
        tell(each)
    return len(fresh)


def _untold(found: Sequence[Reminder]) -> list[Reminder]:
    clocks = [each.clock for each in found]
    told = set(Told.objects.filter(clock__in=clocks).values_list("clock_id", "stage", "due_on"))
    return [each for each in found if (each.clock.pk, each.stage, each.due_on) not in told]


def _urgent(clocks: Iterable[Clock], today: date) -> Iterator[Reminder]:
    calendar = Calendar.load()
    for clock in clocks:
        assert clock.due_on is not None  # noqa: S101 - the query asks for it
        left = _left(clock, clock.due_on, today, calendar)
        if stage := _stage(clock.limit, left, is_over=clock.due_on < today):
            yield Reminder(clock, stage, left, clock.due_on)


def _left(clock: Clock, due_on: date, today: date, calendar: Calendar) -> int | None:
    try:
        return Term.of(clock, ()).left(due_on, today, calendar)
    except YearMissingError:
        return None


def _stage(limit: int, left: int | None, *, is_over: bool) -> Stage | None:
    if is_over:
        return Stage.OVERDUE
    return next((stage for stage, days in BEFORE if left is not None and left <= days < limit), None)
