"""What happens by time, once a night (rules A-03 to A-29): nobody has to think of it, and it may be begun anew.

Each part works row by row, and whoever runs it again finds nothing left to do.
"""

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone, translation

from zhunru.admissions.sweeping import applications, reminders, retention, reviews, terms, townships, urgency
from zhunru.admissions.sweeping.rows import Tally
from zhunru.tenancy.context import county_context

Part = Callable[[date], Tally]

PARTS: dict[str, Part] = {
    "urgent entries registered by townships": applications.take_up_reports,
    "applications deemed accepted": applications.deem_accepted,
    "applications not corrected": applications.lapse_uncorrected,
    "consultations over": applications.close_consultations,
    "urgent matters lapsed": urgency.lapse,
    "interviews proposed": urgency.propose_interviews,
    "matters expired": terms.expire,
    "requests ended with their matter": applications.end_with_matter,
    "papers served": terms.end_service,
    "reminders of expiry": terms.remind,
    "legacy matters overdue": terms.tell_of_legacy,
    "bases reviewed": reviews.review_bases,
    "bases of entries reviewed": reviews.review_entries,
    "departments asked to confirm": reviews.open_review,
    "unconfirmed matters proposed to leave": reviews.close_review,
    "petitions heard": reviews.hear_petitions,
    "refusals timed": reminders.time_refusals,
    "refusals unanswered": reminders.tell_of_refusals,
    "reminders of terms": reminders.remind,
    "calendars missing": reminders.warn_of_calendar,
    "files of papers erased": retention.erase,
    "files of papers cleared away": retention.clear_away,
}
"""In this order: what ends comes before what is told of it."""


def sweep(now: datetime) -> dict[str, Tally]:
    """Everything that the county owes to this day, then each township; returns what was done by part.

    `now` decides what is due; papers and notices bear the day on which they are really made.
    """
    today = timezone.localdate(now)
    with translation.override(settings.LANGUAGE_CODE), county_context():
        done = {name: part(today) for name, part in PARTS.items()}
    return done | townships.sweep(today)
