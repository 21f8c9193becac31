"""Reading the lists. They are open: every role of the county and of the townships may read all of them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.lists import matching
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind

E = Edition.Status
NEAR = 0.75
"""From this likeness on, two titles count as the same matter. On the three national lists it tells every pair of
different entries apart but one (全民健身, which stands in two laws) and finds each prohibition by its own words."""


def visible_to(actor: Actor) -> QuerySet[Entry]:
    """Entries of every edition that the actor may read."""
    entries: QuerySet[Entry] = Entry.objects.select_related("edition").filter(edition__in=editions_visible_to(actor))
    return entries


def editions_visible_to(actor: Actor) -> QuerySet[Edition]:
    """What is published anyone reads; a draft is the office's, and those see it who are asked about it."""
    editions: QuerySet[Edition] = with_counts(Edition.objects.select_related("based_on", "document"))
    if actor.realm == COUNTY and not actor.has_role(*DEPARTMENT_ROLES):
        return editions
    return editions.filter(status__in=(E.PUBLISHED, E.CONSULTATION))


def with_counts(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Each with `entry_count`, what it holds, and `removed_count`, what leaves with it."""
    return editions.annotate(entry_count=_counted(removed=False), removed_count=_counted(removed=True))


def _counted(*, removed: bool) -> Coalesce:
    rows = Entry.objects.filter(edition=OuterRef("pk"), removed=removed).order_by().values("edition")
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def legal_bases_visible_to(_actor: Actor) -> QuerySet[LegalBasis]:
    return LegalBasis.objects.all()


def editions_in_force(on: date | None = None) -> QuerySet[Edition]:
    """The edition of each list that holds `on` that day (today); at most one of each, the database sees to that."""
    day = on or localdate()
    rows: QuerySet[Edition] = Edition.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=day), status=E.PUBLISHED, effective_on__lte=day
    )
    return rows


def in_force(entries: QuerySet[Entry], on: date | None = None) -> QuerySet[Entry]:
    """Those of `entries` that stand in an edition in force `on` that day (today)."""
    return entries.filter(edition__in=editions_in_force(on), removed=False)


def for_village(entries: QuerySet[Entry], kind: str) -> QuerySet[Entry]:
    """Those that apply to such a village (rule L-07): an entry that names no kind applies to all."""
    return entries.filter(Q(applies_to=[]) | Q(applies_to__contains=[kind]))


def entries_of(*kinds: ListKind, on: date | None = None) -> QuerySet[Entry]:
    """What the lists of these kinds hold `on` that day (today), in the order of the lists."""
    return in_force(Entry.objects.filter(kind__in=kinds), on)


def searched(entries: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    """Entries that hold every one of `words`; two characters are enough, one is too."""
    for word in words.split():
        entries = entries.filter(
            Q(title__contains=word)
            | Q(title_bo__contains=word)
            | Q(initials__contains=word.lower())
            | Q(village_duty__contains=word)
            | Q(village_duty_bo__contains=word)
            | Q(legal_basis__contains=word)
            | Q(category__contains=word)
            | Q(lead_department__contains=word)
            | Q(supporting_departments__contains=word)
            | Q(remark__contains=word)
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
    held = Q(entries__edition__in=editions_in_force(), entries__removed=False)
    return bases.annotate(entry_count=Count("entries", filter=held))


def forbidding(
    title: str,
    *,
    at_least: float = NEAR,
    on: date | None = None,
    object_type: str | None = None,
    department_id: int | None = None,
) -> Entry | None:
    """The negative-list entry that forbids this outright, else the one that names what `title` asks for, or None.

    Rule L-05: an entry with object types or departments concerns only those; who does not know them asks by the title.
    """
    entries = _concerning(entries_of(ListKind.NEGATIVE, on=on), object_type, department_id)
    outright = entries.filter(outright=True).filter(_bound("object_types", object_type))
    outright = outright.filter(_bound("departments", department_id))
    return outright.first() or _nearest(title, entries, matching.containment, at_least)


def _concerning(entries: QuerySet[Entry], object_type: str | None, department_id: int | None) -> QuerySet[Entry]:
    """Without those that are about other types or other departments; None stands for not known."""
    if object_type is not None:
        entries = entries.filter(_bound("object_types", object_type))
    return entries if department_id is None else entries.filter(_bound("departments", department_id))


def _bound(column: str, value: object) -> Q:
    """The column names no bound, or this value."""
    free = Q((column, []))
    return free if value is None else free | Q((f"{column}__contains", [value]))


DUTIES = (ListKind.STATUTORY, ListKind.ASSIST)


def obliging(
    title: str, *, kinds: Iterable[ListKind] = DUTIES, at_least: float = NEAR, on: date | None = None
) -> Entry | None:
    """The entry of these lists, of duties, that already says what `title` says, or None."""
    entries = entries_of(*kinds, on=on)
    return _nearest(title, entries, matching.likeness, at_least)


def _nearest(
    title: str, entries: QuerySet[Entry], measure: Callable[[str, str], float], at_least: float
) -> Entry | None:
    likely = {entry: (measure(title, entry.title), entry.title == title) for entry in entries}
    best = max(likely, key=lambda entry: likely[entry], default=None)
    return best if best and (likely[best][0] >= at_least or likely[best][1]) else None


TOUCHING = 0.5
"""From this likeness on a title comes near a prohibition: its applicant must say why it is another thing."""


def touching(title: str, *texts: str, object_type: str | None = None, department_id: int | None = None) -> list[Entry]:
    """Negative entries that `title` comes near without being one, or whose own phrases or keywords stand in `texts`.

    Rule L-05: keywords in sets; one text that holds all words of a set is a hit.
    """
    return [
        entry
        for entry in _concerning(entries_of(ListKind.NEGATIVE), object_type, department_id)
        if TOUCHING <= matching.containment(title, entry.title) < NEAR
        or matching.names(entry.title, *texts)
        or matching.holds(entry.keywords, title, *texts)
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


def name_of_list() -> Case:
    """An edition's list in words, for a query."""
    return Case(*(When(kind=kind, then=Value(str(kind.label))) for kind in ListKind), default=Value(""))


def ended_texts(on: date) -> set[tuple[str, str, str]]:
    """Document, article and version (2018-12-29) of every text that holds no longer, also where a later one does."""
    ended = LegalBasis.objects.filter(ended_on__lte=on, version__isnull=False)
    return {(name, article, str(day)) for name, article, day in ended.values_list("document", "article", "version")}


def list_on(kind: ListKind, day: date, *, village_kind: str | None = None) -> dict[str, Any]:
    """One list on one day, whole or as it applies to a kind of village: `edition` and `entries` (rule L-08)."""
    edition = with_counts(editions_in_force(day).filter(kind=kind).select_related("document", "based_on")).first()
    entries: QuerySet[Entry] = Entry.objects.none()
    if edition:
        entries = Entry.objects.filter(edition=edition, removed=False).order_by("seq", "id")
        entries = for_village(entries, village_kind) if village_kind else entries
    return {"kind": kind, "label": str(kind.label), "on": day, "edition": edition, "entries": entries}
