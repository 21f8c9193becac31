"""The years behind us as a row of working days, on which everything happened."""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings

from zhunru.workdays.calendar import Calendar, YearMissingError, by_rule

BEHIND = timedelta(days=3 * 365)
MORNING = time(9)


class Days:
    """Each has its place in the row; the last one is the last working day before today."""

    def __init__(self, today: date, calendar: Calendar) -> None:
        every = (today - timedelta(days=n) for n in range(BEHIND.days, 0, -1))
        self.row = [day for day in every if _works(day, calendar)]
        self.zone = ZoneInfo(settings.TIME_ZONE)

    @property
    def last(self) -> int:
        return len(self.row) - 1

    def place(self, day: date) -> int:
        """Of the first working day from `day` on."""
        return bisect_left(self.row, day)

    def moment(self, place: int, hour: int, rng: Random) -> datetime:
        """Some time in the `hour`-th half hour of that day's work."""
        began = datetime.combine(self.row[place], MORNING, self.zone)
        return began + timedelta(minutes=30 * hour, seconds=rng.randrange(1800))


def _works(day: date, calendar: Calendar) -> bool:
    try:
        return calendar.is_working(day)
    except YearMissingError:
        return by_rule(day)
