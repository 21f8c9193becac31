"""The night in one township: a few statements, however many placements there are; and what is sent again by the county.

Nothing here waits for a village: a late receipt is marked, never taken for given (A-14, A-19).
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composed, Identifier

from zhunru.admissions.models import Delivery
from zhunru.admissions.sweeping.townships import Counts, in_county, in_township
from zhunru.configuration import queries as configuration
from zhunru.core.actors import SYSTEM
from zhunru.placements.models import Placement
from zhunru.placements.tasks import deliver
from zhunru.workdays.calendar import Calendar, YearMissingError

S = Placement.Status
_LATE = """
WITH late AS (
    UPDATE placements_placement SET late_on = %(today)s, version = version + 1
    WHERE status = 'notified' AND late_on IS NULL AND notified_at < %(before)s
    RETURNING {columns}
), kept AS (
    INSERT INTO placements_historicalplacement
        ({columns}, history_date, history_type, history_change_reason, actor_name, actor_role, actor_organisation)
    SELECT {columns}, %(now)s, '~', %(reason)s, %(actor)s, '', '' FROM late
)
SELECT count(*) FROM late
"""
_LOST = """
SELECT d.id, d.schema_name FROM admissions_delivery d
WHERE d.status IN ('pending', 'failed') AND NOT EXISTS (
    SELECT 1 FROM procrastinate_jobs j
    WHERE j.task_name = %s AND j.status IN ('todo', 'doing') AND j.args ->> 'delivery_id' = d.id::text
)
ORDER BY d.id
"""


@receiver(in_township)
def sweep(*, today: date, **_said: object) -> Counts:
    """Under the township's role."""
    return {"receipts late": mark_late(today), "matters still carried after their end": send_back()}


def mark_late(today: date) -> int:
    """Rule A-19: what was delivered more than so many working days ago and is not signed for; one statement."""
    before = _delivered_before(today)
    if before is None:
        return 0
    said: dict[str, Any] = {"today": today, "before": before, "now": timezone.now()}
    said |= {"actor": SYSTEM.name, "reason": _("逾期未签收")}
    with connection.cursor() as cursor:
        cursor.execute(_late_statement(), said)
        count: int = cursor.fetchone()[0]
        return count


def _late_statement() -> Composed:
    names = [Identifier(str(field.column)) for field in Placement._meta.concrete_fields]
    return SQL(_LATE).format(columns=SQL(", ").join(names))


def _delivered_before(today: date) -> datetime | None:
    """The first moment of the earliest day whose term is not over; None while a year is missing: nothing is guessed."""
    days, calendar = configuration.current().values.serve_days, Calendar.load()
    day = today
    try:
        while calendar.add(day, days) >= today:
            day -= timedelta(days=1)
    except YearMissingError:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def send_back() -> int:
    """A matter that has ended here and is carried all the same: its delivery is carried out anew."""
    carried = Placement.objects.filter(matter_id=OuterRef("matter_id")).exclude(status=S.CLOSED)
    done = Delivery.objects.filter(kind=Delivery.Kind.WITHDRAW, status=Delivery.Status.DONE)
    return done.filter(Exists(carried)).update(status=Delivery.Status.PENDING)


@receiver(in_county)
def send_again(**_said: object) -> Counts:
    """On the county's side: deliveries that have failed for good, or whose task was lost, set out once more."""
    with connection.cursor() as cursor:
        cursor.execute(_LOST, [deliver.name])
        lost = cursor.fetchall()
    for id, schema_name in lost:
        deliver.defer(township=schema_name, delivery_id=id)
    return {"deliveries sent again": len(lost)}
