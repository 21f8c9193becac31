"""When a clock is due: pure counting over days, without the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhunru.workdays.calendar import ONE, Calendar, YearMissingError
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
        """The pauses that touch this clock, of those of its case."""
        return cls(clock.started_on, clock.limit, clock.unit == Clock.Unit.CALENDAR, pauses if clock.pausable else ())

    def counts(self, day: date, calendar: Calendar) -> bool:
        return (self.every_day or calendar.is_working(day)) and not any(_covers(p, day) for p in self.pauses)

    def due_on(self, calendar: Calendar) -> date | None:
        """The day on which the last counted day ends; None if nobody can tell it today.

        That is so while a pause is open (unless the term had run out before) and where a year is missing.
        """
        stops = min((pause.from_on for pause in self.pauses if pause.to_on is None), default=None)
        day, left = self.started_on, self.limit
        try:
            while left:
                day += ONE
                if stops and day >= stops:
                    return None
                left -= self.counts(day, calendar)
        except YearMissingError:
            return None
        return day

    def used(self, until: date, calendar: Calendar) -> int:
        """Days counted up to and with `until`. YearMissingError."""
        days = (self.started_on + timedelta(days=n) for n in range(1, (until - self.started_on).days + 1))
        return sum(self.counts(day, calendar) for day in days)


def _covers(pause: Pause, day: date) -> bool:
    return pause.from_on <= day and (pause.to_on is None or day < pause.to_on)
