"""Reading the calendar and one's own clocks."""

from calendar import monthrange
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zhunru.core import history
from zhunru.core.actors import Actor
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.workdays.calendar import YearMissingError, by_rule
from zhunru.workdays.models import BY_HAND, Clock, Day, Pause, Year
from zhunru.workdays.schemas import CalendarOut, DayOut, MissingYearOut, MonthOut, WarningsOut

WARNED = frozenset({Role.COUNTY_ADMIN, *OFFICE_ROLES})


def calendar_of(number: int) -> CalendarOut:
    """The whole year, day by day, whether it has been entered or is a draft."""
    year = Year.objects.filter(year=number).first()
    days = {day.date: day for day in Day.objects.filter(date__year=number)}
    return CalendarOut(
        year=number,
        entered=year is not None,
        source=year.source if year else "",
        note=year.note if year else "",
        warning=None if year else YearMissingError(number).message,
        months=[_month(number, month, days) for month in range(1, 13)],
    )


def _month(year: int, month: int, days: dict[date, Day]) -> MonthOut:
    dates = [date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1)]
    shown = [_day(each, days.get(each)) for each in dates]
    return MonthOut(month=month, working_days=sum(day.working for day in shown), days=shown)


def _day(on: date, day: Day | None) -> DayOut:
    working = day.working if day else by_rule(on)
    return DayOut(
        date=on,
        working=working,
        name=day.name if day else "",
        source=day.source if day else "",
        exceptional=working != by_rule(on),
    )


def days_of(number: int) -> QuerySet[Day]:
    days: QuerySet[Day] = Day.objects.filter(date__year=number)
    return days


def history_of(number: int) -> list[history.Entry]:
    """When the year was entered, and its days that people have edited, newest first."""
    rows = [*Year.objects.filter(year=number), *days_of(number).filter(source=BY_HAND)]
    return history.entries(*rows) if rows else []


def missing_years(today: date) -> list[int]:
    """Years that begin within the next twelve months, or have begun, and have not been entered."""
    wanted = (today.year, today.year + 1)
    entered = set(Year.objects.filter(year__in=wanted).values_list("year", flat=True))
    return [year for year in wanted if year not in entered]


def warnings_for(actor: Actor, today: date) -> WarningsOut:
    """Told to those who can do something about it; to the others there is nothing to tell."""
    if not actor.has_role(*WARNED):
        return WarningsOut(years=[], undated=0)
    years = [MissingYearOut(year=year, message=YearMissingError(year).message) for year in missing_years(today)]
    return WarningsOut(years=years, undated=undated().count())


def undated() -> QuerySet[Clock]:
    """Running clocks that wait for a year to be entered."""
    stopped = Pause.objects.filter(subject=OuterRef("subject"), subject_id=OuterRef("subject_id"), to_on=None)
    return Clock.objects.filter(~Q(Exists(stopped), pausable=True), met_on=None, due_on=None)


def mine(actor: Actor) -> QuerySet[Clock]:
    """The running clocks that `actor` must see to, the earliest due first; a department's are all its people's."""
    roles = DEPARTMENT_ROLES if actor.role in DEPARTMENT_ROLES else {actor.role}
    everybodys = Q(organisation=None) & ~Q(role="")
    clocks = Clock.objects.filter(
        everybodys | Q(organisation_id=actor.organisation_id, organisation__isnull=False),
        role__in=[*roles, ""],
        met_on=None,
    )
    return clocks.order_by(F("due_on").asc(nulls_last=True), "id")
