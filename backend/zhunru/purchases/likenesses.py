"""How near a subject comes to what is known: the catalogue, the lists, and what may never be bought."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from heapq import nlargest

from django.utils.translation import gettext as _

from zhunru.lists import queries as lists
from zhunru.lists.matching import containment, likeness
from zhunru.lists.models import ListKind
from zhunru.purchases.checks import Asked, Compared, Finding
from zhunru.purchases.legal import OUTSIDE_THE_LISTS, RULES
from zhunru.purchases.models import Forbidden, Service

SHOWN = 3
"""Kept of each source, the nearest first."""


def compared(asked: Asked, *, on: date) -> tuple[Compared, ...]:
    """The nearest of each source, however far they are."""
    services = Service.objects.exclude(parent_code="").values_list("code", "name")
    entries = lists.entries_of(*ListKind, on=on).values_list("kind", "code", "title")
    items = Forbidden.objects.values_list("seq", "item")
    subject = asked.subject
    found = [
        *_nearest(subject, "catalogue", services, likeness),
        *_nearest(subject, "forbidden", ((f"forbidden-{seq}", item) for seq, item in items), containment),
    ]
    for kind in ListKind:
        titles = [(code, title) for of, code, title in entries if of == kind]
        found += _nearest(subject, kind, titles, containment if kind == ListKind.NEGATIVE else likeness)
    return tuple(found)


def _nearest(
    subject: str, source: str, titles: Iterable[tuple[str, str]], measure: Callable[[str, str], float]
) -> Iterator[Compared]:
    near = nlargest(SHOWN, ((round(measure(subject, title), 2), code, title) for code, title in titles))
    for value, code, title in near:
        if value:
            yield Compared(source=source, code=code, title=title, likeness=value)


def questions(compared: Iterable[Compared], threshold: float, *, known: Collection[str]) -> list[Finding]:
    """Of a subject that names no class of the catalogue: what it comes near to must be answered."""
    return [_question(one) for one in compared if one.likeness >= threshold and one.code not in known]


def _question(one: Compared) -> Finding:
    if one.source == "catalogue":
        sentence = _("与品目“%(title)s”相近，请选用该品目，或者说明不选用的理由")
    elif one.source == "forbidden":
        sentence = _("与不得购买的“%(title)s”相近，请说明有何不同")
    else:
        sentence = _("与清单事项“%(title)s”相近，请说明有何不同")
    return Finding(
        rule="P-01",
        code=f"near_{one.source}",
        level="ask",
        sentence=sentence % {"title": one.title},
        key=one.code,
        legal_basis=f"{RULES}第十条" if one.source == "forbidden" else OUTSIDE_THE_LISTS.legal_basis,
        matched=(one.title,),
    )
