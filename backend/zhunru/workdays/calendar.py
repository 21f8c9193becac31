"""Counting working days by the calendar that the county has entered."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
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
        """The working days after `a` up to and with `b`; negative where `b` is the earlier. YearMissingError."""
        if b < a:
            return -self.between(b, a)
        return sum(self.is_working(a + timedelta(days=n)) for n in range(1, (b - a).days + 1))
