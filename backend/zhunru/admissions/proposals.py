"""What the office is to decide on because time or the villages brought it up: proposals that a matter leave."""

from datetime import date

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery

from zhunru.admissions.models import Confirmation, Matter, Opinion
from zhunru.admissions.parameters import parameters_of_matter
from zhunru.configuration import queries as configuration
from zhunru.configuration.schema import Settings

CARRIED = (Matter.Status.IN_FORCE, Matter.Status.SUSPENDED)
Purpose = Opinion.Purpose


def last_review(values: Settings, today: date) -> int:
    """The year of the last review that is over (A-27)."""
    _opens_on, closes_on = values.review_window(today.year)
    return today.year if closes_on < today else today.year - 1


def unconfirmed(year: int) -> QuerySet[Matter]:
    """Matters due for that year's review on which their department has not said its word."""
    due = Matter.objects.filter(status__in=CARRIED, review_on__year__lte=year)
    left: QuerySet[Matter] = due.exclude(confirmations__year=year)
    return left


def to_be_cancelled(year: int) -> QuerySet[Matter]:
    """Matters of which their department said in that year's review that they can go."""
    said: QuerySet[Matter] = Matter.objects.filter(
        status__in=CARRIED, confirmations__year=year, confirmations__verdict=Confirmation.Verdict.CANCEL
    )
    return said


def of_the_review(today: date) -> QuerySet[Matter]:
    """The yearly review's proposals: nobody confirmed them, or their department lets them go."""
    values = configuration.current().values
    year = last_review(values, today)
    given_up = to_be_cancelled(year) | to_be_cancelled(today.year)
    found: QuerySet[Matter] = Matter.objects.filter(Q(pk__in=unconfirmed(year)) | Q(pk__in=given_up))
    return found


def petitioned(*, only: Matter | None = None) -> list[Matter]:
    """Matters that enough villages want to be rid of (A-26); of one alone where that is asked.

    What was said before the matter's last withdrawal procedure was heard in that.
    """
    procedure = Opinion.objects.filter(matter=OuterRef("matter"), purpose=Purpose.WITHDRAWAL).values("matter")
    since = Subquery(procedure.annotate(last=Max("asked_at")).values("last"))
    open_ones = Opinion.objects.filter(purpose=Purpose.PETITION, matter__status__in=CARRIED).annotate(since=since)
    if only:
        open_ones = open_ones.filter(matter=only)
    counted = dict(
        open_ones.filter(Q(since=None) | Q(answered_at__gt=F("since")))
        .values_list("matter")
        .annotate(villages=Count("village", distinct=True))
        .order_by("matter")
    )
    rows = Matter.objects.filter(pk__in=counted).select_related("application__configuration").order_by("id")
    return [matter for matter in rows if counted[matter.pk] >= needed(matter)]


def is_petitioned(matter: Matter) -> bool:
    """Whether enough villages want to be rid of this one."""
    return any(one.pk == matter.pk for one in petitioned(only=matter))


def needed(matter: Matter) -> int:
    """How many villages make a petition on it."""
    return parameters_of_matter(matter).petition_needed(len(matter.scope))
