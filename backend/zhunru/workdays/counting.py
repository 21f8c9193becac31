"""When a clock is due: pure counting over days, without the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhunru.workdays.calendar import ONE, Calendar
from zhunru.workdays.models import Clock, Pause


@dataclass(frozen=True)
class Term:
    """`limit` days after `started_on`; a day counts if people work on it, or if every day counts."""

    started_on: date
    limit: int
    every_day: bool = False
    pauses: Sequence[Pause] = ()

    @classmethod
    def of(cls, clock: Clock, pauses: Sequence[Pause]) -> "Term":
        """`pauses` are those of the clock's case; a clock that cannot be paused runs through them."""
        return cls(clock.started_on, clock.limit, clock.unit == Clock.Unit.CALENDAR, pauses if clock.pausable else ())

    @property
    def stops_on(self) -> date | None:
        """The first day of the open pause."""
        return next((pause.from_on for pause in self.pauses if pause.to_on is None), None)

    def due_on(self, calendar: Calendar) -> date | None:
        """The last of its days; None while a pause is open, unless the term had run out before. YearMissingError."""
        day, left, stops_on = self.started_on, self.limit, self.stops_on
        while left:
            day += ONE
            if stops_on and day >= stops_on:
                return None
            left -= self._counts(day, calendar)
        return day

    def left(self, due_on: date | None, today: date, calendar: Calendar) -> int | None:
        """Days left after `today`; from the day after `due_on` on, at most -1. YearMissingError.

        In an open pause, the days that it has left; None where it has no due date for another reason.
        """
        if due_on is not None:
            days = (due_on - today).days if self.every_day else calendar.between(today, due_on)
            return min(days, -1) if due_on < today else days
        if self.stops_on is None:
            return None
        return self.limit - self._used(self.stops_on - ONE, calendar)

    def _used(self, until: date, calendar: Calendar) -> int:
        days = (self.started_on + timedelta(days=n) for n in range(1, (until - self.started_on).days + 1))
        return sum(self._counts(day, calendar) for day in days)

    def _counts(self, day: date, calendar: Calendar) -> bool:
        return (self.every_day or calendar.is_working(day)) and not any(_covers(pause, day) for pause in self.pauses)


def _covers(pause: Pause, day: date) -> bool:
    return pause.from_on <= day and (pause.to_on is None or day < pause.to_on)
