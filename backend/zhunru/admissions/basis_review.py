"""A matter whose legal basis has ended is looked at again within some working days (rule A-29)."""

from datetime import date
from hashlib import sha256

from zhunru.admissions.models import Matter
from zhunru.admissions.parameters import parameters_of_matter
from zhunru.core.roles import Role
from zhunru.lists import queries as lists
from zhunru.workdays import clocks
from zhunru.workdays.names import ClockName

Basis = tuple[str, str]
"""Document and article."""


def resting_on_ended(today: date) -> list[int]:
    """Ids of the matters that villages carry although a basis of theirs no longer holds."""
    ended = lists.ended_bases(today)
    if not ended:
        return []
    rows = Matter.objects.filter(status__in=Matter.BINDING).values_list("pk", "legal_bases")
    return [pk for pk, bases in rows if _of(bases) & ended]


def ended_of(matter: Matter, today: date) -> list[Basis]:
    """Which of its bases have ended."""
    return sorted(_of(matter.legal_bases) & lists.ended_bases(today))


def _of(bases: list[dict[str, str]]) -> set[Basis]:
    return {(basis["document"].strip("《》〈〉"), basis["article"]) for basis in bases}


def topic_of(basis: Basis) -> str:
    """Under which its ending is told once."""
    return "basis:" + sha256("\n".join(basis).encode()).hexdigest()[:40]


def begin(matter: Matter, today: date) -> bool:
    """The office has so many working days to put it up for withdrawal, the department to name another basis.

    Returns whether the clock has not been running.
    """
    runs = clocks.running(matter).filter(name=ClockName.BASIS_REVIEW).exists()
    clocks.start(
        matter,
        ClockName.BASIS_REVIEW,
        limit=parameters_of_matter(matter).basis_review_days,
        on=today,
        title=matter.title,
        role=Role.SOCIAL_WORK_HEAD,
    )
    return not runs


def is_over(matter: Matter, today: date) -> bool:
    """Another basis was named, or the matter is on its way out."""
    return matter.status in (Matter.Status.WITHDRAWING, *Matter.ENDED) or not ended_of(matter, today)
