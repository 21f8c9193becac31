"""A matter whose legal basis has ended is looked at again within some working days (rule A-29)."""

from datetime import date
from hashlib import sha256

from django.db.models import Q, QuerySet

from zhunru.admissions.models import Matter
from zhunru.admissions.parameters import parameters_of_matter
from zhunru.core.roles import Role
from zhunru.lists import queries as lists
from zhunru.lists.models import LegalBasis
from zhunru.workdays import clocks
from zhunru.workdays.names import ClockName

Basis = tuple[str, str]
"""Document and article."""


def resting_on_ended(today: date) -> list[int]:
    """Ids of the matters that villages carry although a basis of theirs no longer holds."""
    ended = _Ended(today)
    if not ended.texts and not ended.articles:
        return []
    rows = Matter.objects.filter(status__in=Matter.BINDING).values_list("pk", "legal_bases")
    return [pk for pk, bases in rows if ended.among(bases)]


def ended_of(matter: Matter, today: date) -> list[Basis]:
    """Which of its bases have ended: the article as such, or the version of it that the matter names."""
    return sorted(_Ended(today).among(matter.legal_bases))


class _Ended:
    """What the register knows as ended on a day, read once."""

    def __init__(self, today: date) -> None:
        self.articles, self.texts = lists.ended_bases(today), lists.ended_texts(today)

    def among(self, bases: list[dict[str, str]]) -> set[Basis]:
        return {
            basis
            for row in bases
            if (basis := _basis(row)) in self.articles or (*basis, row.get("version", "")) in self.texts
        }


def _basis(row: dict[str, str]) -> Basis:
    return row["document"].strip("《》〈〉"), row["article"]


def resting_on(matters: QuerySet[Matter], basis: LegalBasis) -> list[Matter]:
    """Those of `matters` that villages carry and that name this article, in this version or in none it is told by."""
    named = Q()
    for written in (basis.document, f"《{basis.document}》", f"〈{basis.document}〉"):
        named |= Q(legal_bases__contains=[{"document": written, "article": basis.article}])
    rows = matters.filter(named, status__in=Matter.BINDING).order_by("code")
    others = LegalBasis.objects.filter(document=basis.document, article=basis.article).exclude(pk=basis.pk)
    versions = {str(day) for day in others.values_list("version", flat=True)}
    wanted = (basis.document, basis.article)
    return [
        matter
        for matter in rows
        if any(_basis(row) == wanted and row.get("version", "") not in versions for row in matter.legal_bases)
    ]


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
