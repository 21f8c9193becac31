"""Counting working days by the calendar that the county has entered."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Self

from django.utils.translation import gettext as _

from zhunru.core.errors import DomainError
from zhunru.workdays.models import Day, Year

ONE = timedelta(days=1)
FRIDAY = 5


class YearMissingError(DomainError):
    """Of a year that has not been entered nobody knows the holidays: nothing is guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(
            "calendar_missing", _("%(year)s年工作日历尚未录入，请联系县系统管理员") % {"year": year}, year=year
        )
        self.year = year


def by_rule(day: date) -> bool:
    """Whether people work on such a day where nothing else is said: Monday to Friday."""
    return day.isoweekday() <= FRIDAY


class Calendar:
    """The years entered and the days that depart from Monday to Friday. Holds for the call that loaded it."""

    def __init__(self, years: Iterable[int], days: Mapping[date, bool]) -> None:
        self.years = frozenset(years)
        self.days = days

    @classmethod
    def load(cls) -> Self:
        """As entered today; two queries."""
        years = Year.objects.values_list("year", flat=True)
        return cls(years, dict(Day.objects.values_list("date", "working")))

    def is_working(self, day: date) -> bool:
        """Whether people work on `day`. YearMissingError."""
        if day.year not in self.years:
            raise YearMissingError(day.year)
        return self.days.get(day, by_rule(day))

    def add(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, which is not counted itself. YearMissingError."""
        if n < 0:
            raise ValueError("working days are counted forwards")
        while n:
            day += ONE
            n -= self.is_working(day)
        return day

    def between(self, a: date, b: date) -> int:
        """The working days after `a` up to and with `b`; negative where `b` is the earlier. YearMissingError.

        Counted, not walked: what is long overdue is asked for as often as what is due tomorrow.
        """
        if b < a:
            return -self.between(b, a)
        for year in range((a + ONE).year, b.year + 1) if a < b else ():
            if year not in self.years:
                raise YearMissingError(year)
        return self._until(b) - self._until(a)

    def _until(self, day: date) -> int:
        """Working days from the first of all days (a Monday) to `day`."""
        weeks, rest = divmod(day.toordinal(), 7)
        days, more = self._off_the_rule
        return weeks * FRIDAY + min(rest, FRIDAY) + more[bisect_right(days, day)]

    @cached_property
    def _off_the_rule(self) -> tuple[list[date], list[int]]:
        """The days off the rule, and how many working days more there are than by rule before each, and after all."""
        days = sorted(day for day, working in self.days.items() if working != by_rule(day))
        return days, list(accumulate((1 if self.days[day] else -1 for day in days), initial=0))
