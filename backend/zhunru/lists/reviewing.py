"""An entry whose legal basis has ended is looked at again within some working days, as a matter is (rule A-29).

A published edition never changes, so the review is done with the next one: its entry rests on what holds, or is gone.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.todo import Group, gather
from zhunru.lists import queries
from zhunru.lists.models import Edition, Entry, LegalBasis
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock
from zhunru.workdays.names import ClockName

SUBJECT = Entry._meta.label_lower


def resting_on(basis: LegalBasis) -> QuerySet[Entry]:
    """Entries in force that rest on the article."""
    return queries.in_force(Entry.objects.filter(bases=basis)).order_by("kind", "seq", "id")


def resting_on_ended(today: date) -> QuerySet[Entry]:
    """Entries that the last published edition of a list holds although a basis of theirs has ended.

    Not the edition in force, where the next is already published: what that one has mended needs no review.
    """
    later = Edition.objects.filter(kind=OuterRef("edition__kind"), number__gt=OuterRef("edition__number"))
    last = Q(edition__status=Edition.Status.PUBLISHED) & ~Exists(later.filter(status=Edition.Status.PUBLISHED))
    ended = LegalBasis.objects.filter(entries=OuterRef("pk"), ended_on__lte=today)
    rows: QuerySet[Entry] = Entry.objects.filter(last, Exists(ended), removed=False).select_related("edition")
    return rows


def ended_of(entry: Entry, today: date) -> list[LegalBasis]:
    """Which of its bases have ended."""
    return list(entry.bases.filter(ended_on__lte=today).select_related("successor"))


def running() -> QuerySet[Clock]:
    return Clock.objects.filter(subject=SUBJECT, name=ClockName.BASIS_REVIEW, met_on=None)


@transaction.atomic
def begin(entry: Entry, today: date) -> bool:
    """The office has so many working days. Returns whether the clock has not been running.

    One that was begun for the same entry in an earlier edition goes on: a copy does not give more time.
    """
    if running().filter(subject_id=entry.pk).exists():
        return False
    copies = Entry.objects.filter(kind=entry.kind, code=entry.code).exclude(pk=entry.pk)
    if running().filter(subject_id__in=copies.values("pk")).update(subject_id=entry.pk):
        return False
    clocks.start(
        entry,
        ClockName.BASIS_REVIEW,
        limit=configuration.current().values.basis_review_days,
        on=today,
        title=str(entry),
        role=Role.SOCIAL_WORK_HEAD,
    )
    return True


def is_over(entry: Entry, today: date) -> bool:
    """The last edition no longer holds it, or holds it on other bases."""
    return not resting_on_ended(today).filter(kind=entry.kind, code=entry.code).exists()


def todo_of(actor: Actor) -> Iterable[Group]:
    """The office's entries to look at again, with their due dates."""
    if actor.has_role(*OFFICE_ROLES):
        rows = Entry.objects.filter(pk__in=running().values("subject_id"))
        label = _("复核依据已失效的清单事项")
        if group := gather(rows, code="basis_review", label=label, page="lists", dated=clocks.with_due):
            yield group
