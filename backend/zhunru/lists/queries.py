"""Reading the lists. They are open: every role of the county and of the townships may read all of them."""

from collections.abc import Callable
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate

from zhunru.core.actors import Actor
from zhunru.lists import matching
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind

NEAR = 0.75
"""From this likeness on, two titles count as the same matter. On the three national lists it tells every pair of
different entries apart but one (全民健身, which stands in two laws) and finds each prohibition by its own words."""


def visible_to(_actor: Actor) -> QuerySet[Entry]:
    """Entries of every edition."""
    entries: QuerySet[Entry] = Entry.objects.select_related("edition")
    return entries


def editions_visible_to(_actor: Actor) -> QuerySet[Edition]:
    editions: QuerySet[Edition] = Edition.objects.all()
    return editions


def legal_bases_visible_to(_actor: Actor) -> QuerySet[LegalBasis]:
    return LegalBasis.objects.all()


def editions_in_force(on: date | None = None) -> QuerySet[Edition]:
    """The edition of each list that holds `on` that day (today): the last that has taken effect."""
    begun: QuerySet[Edition] = Edition.objects.filter(effective_on__lte=on or localdate())
    last: QuerySet[Edition] = Edition.objects.filter(
        pk__in=begun.order_by("kind", "-effective_on").distinct("kind").values("pk")
    )
    return last


def in_force(entries: QuerySet[Entry], on: date | None = None) -> QuerySet[Entry]:
    """Those of `entries` that stand in an edition in force `on` that day (today)."""
    return entries.filter(edition__in=editions_in_force(on))


def entries_of(*kinds: ListKind, on: date | None = None) -> QuerySet[Entry]:
    """What the lists of these kinds hold `on` that day (today), in the order of the lists."""
    return in_force(Entry.objects.filter(kind__in=kinds), on)


def searched(entries: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    """Entries that hold every one of `words`; two characters are enough, one is too."""
    for word in words.split():
        entries = entries.filter(
            Q(title__contains=word)
            | Q(village_duty__contains=word)
            | Q(legal_basis__contains=word)
            | Q(code__istartswith=word)
        )
    return entries


def departments_of(entries: QuerySet[Entry]) -> list[str]:
    """The departments that `entries` name, in the words of the law."""
    named = entries.exclude(lead_department="").order_by("lead_department")
    return list(named.values_list("lead_department", flat=True).distinct())


def searched_bases(bases: QuerySet[LegalBasis], words: str) -> QuerySet[LegalBasis]:
    """Bases by words of their document, number or article, each with `entry_count`."""
    for word in words.split():
        bases = bases.filter(Q(document__contains=word) | Q(document_number__contains=word) | Q(article__contains=word))
    return bases.annotate(entry_count=Count("entries"))


def forbidding(title: str, *, at_least: float = NEAR, on: date | None = None) -> Entry | None:
    """The negative-list entry that names what `title` asks for, or None."""
    return _nearest(title, entries_of(ListKind.NEGATIVE, on=on), matching.containment, at_least)


def obliging(title: str, *, at_least: float = NEAR, on: date | None = None) -> Entry | None:
    """The statutory or assisting entry that already says what `title` says, or None."""
    entries = entries_of(ListKind.STATUTORY, ListKind.ASSIST, on=on)
    return _nearest(title, entries, matching.likeness, at_least)


def _nearest(
    title: str, entries: QuerySet[Entry], measure: Callable[[str, str], float], at_least: float
) -> Entry | None:
    likely = {entry: (measure(title, entry.title), entry.title == title) for entry in entries}
    best = max(likely, key=lambda entry: likely[entry], default=None)
    return best if best and (likely[best][0] >= at_least or likely[best][1]) else None


TOUCHING = 0.5
"""From this likeness on a title comes near a prohibition: its applicant must say why it is another thing."""


def touching(title: str, *texts: str) -> list[Entry]:
    """Negative entries that `title` comes near without being one, or whose own phrases stand in `texts`."""
    return [
        entry
        for entry in entries_of(ListKind.NEGATIVE)
        if TOUCHING <= matching.containment(title, entry.title) < NEAR or matching.names(entry.title, *texts)
    ]


def entry_in_force(id: int) -> Entry | None:
    """The entry, if its edition holds today."""
    return in_force(Entry.objects.filter(pk=id)).first()


def has_ended(document: str, article: str, *, on: date) -> bool:
    """Whether the register knows this article as repealed or replaced on that day."""
    name = document.strip("《》〈〉")
    ended = LegalBasis.objects.filter(document=name, article=article, ended_on__lte=on)
    holds = LegalBasis.objects.filter(document=name, article=article).exclude(ended_on__lte=on)
    return ended.exists() and not holds.exists()


def ended_bases(on: date) -> set[tuple[str, str]]:
    """Document and article of all that `has_ended` says yes to on that day."""
    rows = LegalBasis.objects.values_list("document", "article", "ended_on")
    ended = {(document, article) for document, article, ended_on in rows if ended_on and ended_on <= on}
    return ended - {(document, article) for document, article, ended_on in rows if not ended_on or ended_on > on}
