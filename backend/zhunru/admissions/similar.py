"""Matters in force that say nearly the same as an application (rule A-11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from zhunru.admissions.models import Application, Matter, RequestKind
from zhunru.admissions.parameters import parameters_of
from zhunru.lists.matching import likeness

AGAINST = (Matter.Status.PROVISIONAL, Matter.Status.IN_FORCE, Matter.Status.SUSPENDED, Matter.Status.LEGACY)
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Similar:
    """A matter and its likeness to the application, 0 to 1."""

    matter: Matter
    score: float


def similar_to(application: Application) -> list[Similar]:
    """Of the same object type, at or above the configured likeness, the nearest first; at most ten.

    Likeness counts pairs of neighbouring characters: `lists.matching` says why not the database's trigrams.
    """
    if application.kind != RequestKind.ADMIT or not application.title:
        return []
    least = float(parameters_of(application).similarity)
    rows = Matter.objects.filter(status__in=AGAINST, object_type=application.object_type)
    titles = rows.exclude(application=application).exclude(pk__in=application.concerns).values_list("pk", "title")
    near = {pk: score for score, pk in nearest(application.title, titles) if score >= least}
    found = Matter.objects.select_related("department").in_bulk(near)
    return [Similar(found[pk], round(score, 2)) for pk, score in near.items()]


def nearest(title: str, titles: Iterable[tuple[int, str]]) -> list[tuple[float, int]]:
    """Likeness and id of the ten of `titles` that say most nearly the same, the nearest first."""
    return nlargest(SHOWN, ((likeness(title, other), pk) for pk, other in titles))
